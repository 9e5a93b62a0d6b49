import { expect, test } from "vitest";
import type { Element, ElementKind, Router } from "../model/router.ts";
import { parse } from "../parse/parse.ts";
import { print } from "../print/print.ts";

const configuration = `hostname R1
${[1, 2, 3, 4, 5].map((site) => `crypto isakmp key secret${site} address 192.0.2.${site}\n`).join("")}${[1, 2, 3, 4, 5]
  .map((site) => `crypto map VPN ${site} ipsec-isakmp\n set peer 192.0.2.${site}\n match address VPN-${site}\n`)
  .join("")}${[1, 2, 3, 4, 5].map((site) => `ip access-list extended VPN-${site}\n permit ip any any\n`).join("")}`;

function read(text: string): Router {
  const result = parse(text);
  if (result.kind !== "configurations") throw new Error(`Read as ${result.kind}.`);
  return result.routers[0]!;
}

/** A router with elements of one kind put in or, where they are undefined, taken out. */
function edited(router: Router, kind: ElementKind, changes: Readonly<Record<string, Element | undefined>>): Router {
  const collection = new Map<string, Element>(router.elements[kind]);
  for (const [name, element] of Object.entries(changes))
    if (element === undefined) collection.delete(name);
    else collection.set(name, element);
  return { ...router, elements: { ...router.elements, [kind]: collection } };
}

/** The texts of the lines that were not printed before. */
function fresh(before: Router, after: Router): readonly string[] {
  const known = new Set(print(before).lines);
  return print(after)
    .lines.filter((line) => !known.has(line) && line.place !== undefined)
    .map(({ text }) => text);
}

const entry = (router: Router, name: string) => router.elements.cryptoMapEntry.get(name)!;

test("an edit of one element prints that element alone", () => {
  const router = read(configuration);
  const changed = edited(router, "cryptoMapEntry", { "VPN 3": { ...entry(router, "VPN 3"), matchAddress: "OTHER" } });
  expect(fresh(router, changed)).toEqual([
    "crypto map VPN 3 ipsec-isakmp",
    " set peer 192.0.2.3",
    " match address OTHER",
  ]);
});

test("an element that comes in or goes leaves the lines of the others as they were", () => {
  const router = read(configuration);
  const added = edited(router, "cryptoMapEntry", { "VPN 9": { ...entry(router, "VPN 3"), sequence: 9 } });
  expect(fresh(router, added)).toHaveLength(3);
  const left = edited(added, "cryptoMapEntry", { "VPN 2": undefined, "VPN 3": undefined });
  expect(fresh(added, left)).toEqual([]);
});

test("what is printed after edits is what is printed of the same elements anew", () => {
  let router = read(configuration);
  for (const name of ["VPN 4", "VPN 1", "VPN 5"]) {
    print(router);
    const moved = { ...entry(router, name), sequence: entry(router, name).sequence + 100 };
    router = edited(router, "cryptoMapEntry", { [name]: undefined, [`VPN ${moved.sequence}`]: moved });
    expect(print(router).text).toBe(print(structuredClone(router)).text);
  }
});

test("a router of another name, or of another dialect, has lines of its own", () => {
  const router = read(configuration);
  print(router);
  const modern = { ...router, dialect: "xe17" as const };
  expect(print(modern).text).toContain("\n 10 permit ip any any\n");
  expect(print(router).text).toContain("\n permit ip any any\n");
});

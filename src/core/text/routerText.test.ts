import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { putElement, removeElement } from "../edit/edit.ts";
import type { AccessList, AccessListEntry } from "../model/accessList.ts";
import type { CryptoMapEntry } from "../model/cryptoMap.ts";
import type { IsakmpPolicy } from "../model/isakmp.ts";
import type { Element, ElementKind, Elements, Router } from "../model/router.ts";
import { parseIpv4 } from "../net/ipv4.ts";
import { parse } from "../parse/parse.ts";
import { print } from "../print/print.ts";
import { arbitraryElements, elementEntries } from "../testing/arbitraryRouter.ts";
import { routerText } from "./routerText.ts";

const numRuns = Number(process.env["PROPERTY_RUNS"] ?? 60);

function read(text: string): Router {
  const result = parse(text);
  if (result.kind !== "configurations" || result.routers.length !== 1) throw new Error(`Read as ${result.kind}.`);
  return result.routers[0]!;
}

function edited<E extends Element>(router: Router, kind: ElementKind, name: string, change: (element: E) => E): Router {
  const element = router.elements[kind].get(name) as E;
  return { ...router, elements: putElement(router.elements, { kind, name }, change(element)) };
}

const typed = `! core router, do not touch
hostname HQ
crypto isakmp policy 10
    encryption aes 256   
    hash sha
    ! agreed with the branch in March
    auth pre
    group 14
crypto isakmp key secret address 192.0.2.2
interface gi0/0
    ip address 192.0.2.1 255.255.255.0
    duplex auto
    crypto map VPN
crypto map VPN 10 ipsec-isakmp
    set peer 192.0.2.2
    set transform-set TS
    match address 110
! flows
access-list 110 remark to the branch
access-list 110 permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
crypto map VPN 10
    set pfs group2
router ospf 1
    network 10.0.0.0 0.255.255.255 area 0
`;

describe("a text that a person wrote", () => {
  const router = read(typed);

  test("stays as it is while nothing was edited", () => {
    expect(routerText(router).text).toBe(typed);
  });

  test("is written anew where an entry changes in bits that IOS does not print", () => {
    const spilt = read(
      "access-list 110 permit ip host 10.1.0.9 any\naccess-list 110 permit ip 10.1.0.7 0.0.0.255 any\n",
    );
    const cleared = edited<AccessList>(spilt, "accessList", "110", (list) => ({
      ...list,
      lines: list.lines.map((line) =>
        line.kind === "entry" && line.source.kind === "addresses" && line.source.wildcard !== 0
          ? { ...line, source: { ...line.source, base: parseIpv4("10.1.0.0")! } }
          : line,
      ),
    }));
    expect(routerText(cleared).text).toBe(
      "access-list 110 permit ip host 10.1.0.9 any\naccess-list 110 permit ip 10.1.0.0 0.0.0.255 any\n",
    );
  });

  test("changes in the one line of a changed field, in the person's indentation", () => {
    const text = routerText(edited<IsakmpPolicy>(router, "isakmpPolicy", "10", (one) => ({ ...one, group: 19 }))).text;
    expect(text).toBe(typed.replace("    group 14", "    group 19"));
  });

  test("takes a new value in the line that said the default", () => {
    const text = routerText(
      edited<IsakmpPolicy>(router, "isakmpPolicy", "10", (one) => ({ ...one, hash: "sha256" })),
    ).text;
    expect(text).toBe(typed.replace("    hash sha\n", "    hash sha256\n"));
  });

  test("gets a new field where IOS prints it", () => {
    const change = (one: IsakmpPolicy): IsakmpPolicy => ({ ...one, lifetimeSeconds: 3600 });
    expect(routerText(edited(router, "isakmpPolicy", "10", change)).text).toBe(
      typed.replace("    group 14\n", "    group 14\n    lifetime 3600\n"),
    );
  });

  test("loses the lines of a field that went, and no other", () => {
    const text = routerText(
      edited<CryptoMapEntry>(router, "cryptoMapEntry", "VPN 10", ({ pfs: _pfs, ...rest }) => rest),
    ).text;
    expect(text).toBe(typed.replace("    set pfs group2\n", ""));
  });

  test("gets another peer behind the one that it has", () => {
    const text = routerText(
      edited<CryptoMapEntry>(router, "cryptoMapEntry", "VPN 10", (entry) => ({
        ...entry,
        peers: [...entry.peers, { peer: { kind: "address", address: parseIpv4("192.0.2.9")! } }],
      })),
    ).text;
    expect(text).toBe(typed.replace("    set peer 192.0.2.2\n", "    set peer 192.0.2.2\n    set peer 192.0.2.9\n"));
  });

  test("gets a new entry of an access list in the form that the list has", () => {
    const text = routerText(
      edited<AccessList>(router, "accessList", "110", (list) => {
        const entry = list.lines.find((line): line is AccessListEntry => line.kind === "entry")!;
        return { ...list, lines: [...list.lines, { ...entry, sequence: 30, destination: entry.source }] };
      }),
    ).text;
    const line = "access-list 110 permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255\n";
    expect(text).toBe(typed.replace(line, `${line}access-list 110 permit ip 10.1.0.0 0.0.0.255 10.1.0.0 0.0.0.255\n`));
  });

  test("gets a new element where IOS prints it and loses one without a trace", () => {
    const policy = { ...router.elements.isakmpPolicy.get("10")!, priority: 20 };
    const more = putElement(router.elements, { kind: "isakmpPolicy", name: "20" }, policy);
    const text = routerText({ ...router, elements: more }).text;
    expect(text).toBe(
      typed.replace(
        "    group 14\n",
        "    group 14\n!\ncrypto isakmp policy 20\n encr aes 256\n authentication pre-share\n group 14\n!\n",
      ),
    );
    const less = removeElement(router.elements, { kind: "isakmpPolicy", name: "10" });
    expect(routerText({ ...router, elements: less }).text).toBe(
      typed.replace(/crypto isakmp policy 10\n(?: {4}.*\n)*/, "    ! agreed with the branch in March\n"),
    );
  });

  test("keeps its own line of an access list with numbers, and numbers the new one", () => {
    const numbered = read(
      "ip access-list extended A\n 10 permit ip any host 10.0.0.1\n 20 permit ip any host 10.0.0.2\n",
    );
    const text = routerText(
      edited<AccessList>(numbered, "accessList", "A", (list) => {
        const entry = list.lines[0] as AccessListEntry;
        return { ...list, lines: [entry, { ...entry, sequence: 15, action: "deny" }, list.lines[1]!] };
      }),
    ).text;
    expect(text).toBe(
      "ip access-list extended A\n 10 permit ip any host 10.0.0.1\n 15 deny   ip any host 10.0.0.1\n 20 permit ip any host 10.0.0.2\n",
    );
  });

  test("is not thrown off by lines that take others back", () => {
    const withNo = read(
      "crypto map M 10 ipsec-isakmp\n set peer 192.0.2.1\n no set peer 192.0.2.1\n set peer 192.0.2.7\n",
    );
    const text = routerText(
      edited<CryptoMapEntry>(withNo, "cryptoMapEntry", "M 10", (entry) => ({ ...entry, matchAddress: "A" })),
    ).text;
    expect(text).toBe(
      "crypto map M 10 ipsec-isakmp\n set peer 192.0.2.1\n no set peer 192.0.2.1\n set peer 192.0.2.7\n match address A\n",
    );
  });
});

/** Elements of one design after some of those of another were put in, taken away or exchanged. */
function mixed(before: Elements, after: Elements, picks: readonly number[]): Elements {
  const mine = elementEntries(before);
  const theirs = elementEntries(after).filter(({ kind }) => kind !== "keptBlock");
  return picks.reduce((elements, pick, index) => {
    const one = mine[pick % Math.max(1, mine.length)];
    const other = theirs[pick % Math.max(1, theirs.length)];
    if (index % 3 === 0 && one && one.kind !== "keptBlock") return removeElement(elements, one);
    return other ? putElement(elements, other, other.element) : elements;
  }, before);
}

test("a text after any edits says what the router says", () => {
  const elements = fc
    .constantFrom("15.2", "17.9")
    .chain((version) => fc.tuple(arbitraryElements(version), arbitraryElements(version)));
  fc.assert(
    fc.property(elements, fc.array(fc.nat(500), { minLength: 1, maxLength: 4 }), ([before, after], picks) => {
      const source = read(print({ id: read("hostname A").id, elements: before }).text);
      const router: Router = { ...source, elements: mixed(source.elements, after, picks) };
      expect(print(read(routerText(router).text)).text).toBe(print(router).text);
    }),
    { numRuns },
  );
}, 60_000);

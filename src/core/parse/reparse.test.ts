import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ELEMENT_KINDS, type Router } from "../model/router.ts";
import { print } from "../print/print.ts";
import { arbitraryRouter } from "../testing/arbitraryRouter.ts";
import { parse } from "./parse.ts";
import { reparse } from "./reparse.ts";

const numRuns = Number(process.env["PROPERTY_RUNS"] ?? 100);

function read(text: string): Router {
  const result = parse(text);
  if (result.kind !== "configurations" || result.routers.length !== 1) throw new Error(`Read as ${result.kind}.`);
  return result.routers[0]!;
}

/** Everything that a reading finds out, in an order that can be compared. */
function facts(router: Router): unknown {
  return {
    elements: ELEMENT_KINDS.map((kind) => [kind, [...router.elements[kind]]]),
    lines: router.source!.lines,
    diagnostics: router.source!.diagnostics,
  };
}

const text = [
  "hostname R",
  "!",
  "crypto isakmp policy 10",
  " encr aes",
  " group 14",
  "!",
  "crypto map M 10 ipsec-isakmp",
  " set peer 192.0.2.1",
  " match address A",
  "crypto map M 20 ipsec-isakmp",
  " set peer 192.0.2.2",
  "!",
  "interface GigabitEthernet0/0",
  " no ip address",
  " crypto map M",
  "!",
  "ip access-list extended A",
  " permit ip any host 10.0.0.1",
  " permit ip any host 10.0.0.2",
  "!",
  "end",
  "",
].join("\n");

describe("after a change of one section", () => {
  const before = read(text);

  test.each([
    ["a value changes", " group 14", " group 19"],
    ["a line comes", " encr aes", " encr aes\n hash sha256"],
    ["a line goes", " permit ip any host 10.0.0.1\n", ""],
    ["a value is half typed", " set peer 192.0.2.2", " set peer 192.0."],
    ["a section comes", "!\ninterface", "!\ncrypto dynamic-map D 5\n set pfs\n!\ninterface"],
    ["a header changes", "crypto map M 20 ipsec-isakmp", "crypto map M 25 ipsec-isakmp"],
    ["a section splits", " permit ip any host 10.0.0.2", "ip access-list extended B\n permit ip any host 10.0.0.2"],
    ["a no line comes", " match address A", " match address A\n no set peer 192.0.2.1"],
  ])("it alone is read when %s, and all is as if the whole text were", (_what, from, to) => {
    const changed = text.replace(from, to);
    const after = reparse(before, changed);
    expect(after && facts(after)).toEqual(facts(read(changed)));
    expect(after!.elements.interface).toBe(before.elements.interface);
  });

  test("nothing is new where nothing changed", () => {
    expect(reparse(before, text)).toBe(before);
  });

  test.each([
    ["the version, which every line is read by", "hostname R", "version 17.3\nhostname R"],
    ["a command outside the model", "!\ninterface", "!\nrouter bgp 65000\n!\ninterface"],
    ["a global no", "!\ninterface", "no crypto map M 10\n!\ninterface"],
    ["a section that stands elsewhere too", "!\ninterface", "crypto isakmp policy 10\n group 5\n!\ninterface"],
    ["a banner", "!\ninterface", "banner motd ^C\n hello\n^C\n!\ninterface"],
  ])("the whole text is read where the change is %s", (_what, from, to) => {
    expect(reparse(before, text.replace(from, to))).toBeUndefined();
  });
});

test("whatever is edited, a reading of the sections in question finds what a reading of the whole text finds", () => {
  let quick = 0;
  const edit = fc.tuple(fc.nat(10_000), fc.nat(10_000), fc.constantFrom("delete", "repeat", "cut", "swap", "group 5"));
  const property = fc.property(arbitraryRouter, fc.array(edit, { minLength: 1, maxLength: 3 }), (router, edits) => {
    const before = read(print(router).text);
    const lines = before.source!.lines.map((line) => line.text);
    for (const [pick, other, how] of edits) {
      const at = pick % lines.length;
      const line = lines[at]!;
      if (how === "delete") lines.splice(at, 1);
      else if (how === "repeat") lines.splice(other % lines.length, 0, line);
      else if (how === "cut") lines[at] = line.slice(0, other % (line.length + 1));
      else if (how === "swap") [lines[at], lines[other % lines.length]] = [lines[other % lines.length]!, line];
      else lines.splice(at, 0, ` ${how}`);
      if (lines.length === 0) return;
    }
    const changed = `${lines.join("\n")}\n`;
    const after = reparse(before, changed);
    if (after === undefined || after === before) return;
    quick += 1;
    expect(facts(after)).toEqual(facts(read(changed)));
  });
  fc.assert(property, { numRuns, endOnFailure: true });
  expect(quick).toBeGreaterThan(numRuns / 20);
}, 600_000);

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ELEMENT_KINDS, type Router } from "../model/router.ts";
import { print } from "../print/print.ts";
import { arbitraryRouter } from "../testing/arbitraryRouter.ts";
import { parse } from "./parse.ts";
import { reparse } from "./reparse.ts";

const numRuns = Number(process.env["PROPERTY_RUNS"] ?? 60);

function readAll(text: string): readonly Router[] {
  const result = parse(text);
  return result.kind === "configurations" ? result.routers : [];
}

function read(text: string): Router {
  const routers = readAll(text);
  if (routers.length !== 1) throw new Error(`Read as ${routers.length} routers.`);
  return routers[0]!;
}

/** Everything that a reading finds out, in an order that can be compared. */
function facts(router: Router): unknown {
  return {
    elements: ELEMENT_KINDS.map((kind) => [kind, [...router.elements[kind]]]),
    lines: router.source!.lines,
    diagnostics: router.source!.diagnostics,
  };
}

/** Compared as text first, which is much faster, and then in a way that tells where they differ. */
function expectSameFacts(after: Router, whole: Router): void {
  if (JSON.stringify(facts(after)) !== JSON.stringify(facts(whole))) expect(facts(after)).toEqual(facts(whole));
}

/** How many lines of a text were read, and not taken over from the text before. */
function linesRead(before: Router, after: Router): number {
  const known = new Set(before.source!.lines);
  return after.source!.lines.filter((line) => !known.has(line)).length;
}

const text = [
  "version 15.7",
  "service timestamps log datetime msec",
  "!",
  "hostname R",
  "!",
  "no aaa new-model",
  "!",
  "crypto isakmp policy 10",
  " encr aes",
  " group 14",
  "crypto isakmp key one address 192.0.2.1",
  "crypto isakmp key two address 192.0.2.2",
  "!",
  "crypto map M 10 ipsec-isakmp ",
  " set peer 192.0.2.1",
  " match address A",
  "crypto map M 20 ipsec-isakmp ",
  " set peer 192.0.2.2",
  "!",
  "interface GigabitEthernet0/0",
  " description towards \u00c5lesund",
  " no ip address",
  " crypto map M",
  "!",
  "router bgp 65000",
  " bgp log-neighbor-changes",
  "!",
  "router ospf 1",
  " network 10.0.0.0 0.255.255.255 area 0",
  "!",
  "ip route 10.1.0.0 255.255.0.0 192.0.2.9",
  "ip route 10.2.0.0 255.255.0.0 192.0.2.9",
  "!",
  "ip access-list extended A",
  " permit ip any host 10.0.0.1",
  " permit ip any host 10.0.0.2",
  "access-list 101 permit ip any host 10.0.0.3",
  "access-list 102 permit ip any host 10.0.0.4",
  "access-list 101 permit ip any host 10.0.0.5",
  "!",
  "banner motd ^C",
  "interface FastEthernet0/0",
  "^C",
  "!",
  "line vty 0 4",
  " login local",
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
    ["a line that stands alone changes", "ip route 10.1.0.0", "ip route 10.3.0.0"],
    ["two lines change places", /(ip route 10\.1.*\n)(ip route 10\.2.*\n)/, "$2$1"],
    ["the hostname changes", "hostname R", "hostname R2"],
    ["a section outside the model changes", "log-neighbor-changes", "router-id 192.0.2.1"],
    ["a section outside the model comes", "!\nrouter ospf", "!\nrouter eigrp 1\n network 10.0.0.0\n!\nrouter ospf"],
    ["a section outside the model goes", "router bgp 65000\n bgp log-neighbor-changes\n!\n", ""],
    ["a command is half typed", "!\nrouter ospf", "!\ncry\n!\nrouter ospf"],
    ["a list changes that stands in two places", "host 10.0.0.5", "host 10.0.0.6"],
    ["a setting changes", "no aaa new-model", "aaa new-model"],
    [
      "a section that stands elsewhere comes again",
      "!\nrouter ospf",
      "crypto isakmp policy 10\n group 5\n!\nrouter ospf",
    ],
  ])("it alone is read when %s, and all is as if the whole text were", (_what, from, to) => {
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    const after = reparse(before, changed);
    expect(after && facts(after)).toEqual(facts(read(changed)));
    expect(linesRead(before, after!)).toBeLessThan(16);
  });

  test("nothing is new where nothing changed", () => {
    expect(reparse(before, text)).toBe(before);
  });

  test.each([
    ["the version, by which every line is read", "version 15.7", "version 17.3"],
    ["a command that takes other elements away", "!\nrouter ospf", "no crypto map M\n!\nrouter ospf"],
    ["a banner", "!\nrouter ospf", "banner login ^C\n hello\n^C\n!\nrouter ospf"],
    ["what a banner holds", "interface FastEthernet0/0", "interface FastEthernet0/1"],
    ["the end, behind which another router may begin", "!\nrouter ospf", "!\nend\nrouter ospf"],
    ["a prompt", "!\nrouter ospf", "R#show version\nrouter ospf"],
    ["where an element comes in first", "access-list 101 permit ip any host 10.0.0.3\n", ""],
  ])("the whole text is read where the change is %s", (_what, from, to) => {
    expect(reparse(before, text.replace(from, to))).toBeUndefined();
    expectSameFacts(parseAgain(before, text.replace(from, to)), read(text.replace(from, to)));
  });

  test.each([
    ["a prompt", "R(config)#hostname R\nR(config)#crypto map M 10 ipsec-isakmp\n set peer 192.0.2.1\n"],
    ["a line that a terminal wrapped", `hostname R\ninterface Tunnel1\n description ${"x".repeat(66)}\nyyyy\n`],
    ["no indentation", "hostname R\ncrypto map M 10 ipsec-isakmp\nset peer 192.0.2.1\nset peer 192.0.2.2\n"],
  ])("the whole text is read where it holds %s", (_what, odd) => {
    expect(reparse(read(odd), odd.replace("hostname R", "hostname X"))).toBeUndefined();
  });
});

function parseAgain(previous: Router, changed: string): Router {
  const result = parse(changed, { previous, asOne: true });
  if (result.kind !== "configurations") throw new Error(`Read as ${result.kind}.`);
  return result.routers[0]!;
}

/** A hub with so many peers, a route and a list for each. */
function hub(peers: number): string {
  const sites = Array.from({ length: peers }, (_, index) => index);
  return [
    "hostname HUB",
    ...sites.flatMap((site) => [
      `crypto map VPN ${site + 1} ipsec-isakmp `,
      ` set peer 100.64.${site >> 8}.${site & 255}`,
      ` match address SITE-${site}`,
    ]),
    "interface GigabitEthernet0/0",
    " crypto map VPN",
    "router bgp 65000",
    " bgp log-neighbor-changes",
    ...sites.map((site) => `ip route 10.${site >> 8}.${site & 255}.0 255.255.255.0 198.51.100.1`),
    ...sites.flatMap((site) => [
      `ip access-list extended SITE-${site}`,
      ` permit ip any 10.${site >> 8}.${site & 255}.0 0.0.0.255`,
    ]),
    "",
  ].join("\n");
}

test("the lines that are read after an edit do not grow with the text", () => {
  const counts = [10, 1000].map((peers) => {
    const before = read(hub(peers));
    return [
      ["hostname HUB", "hostname HUBS"],
      ["set peer 100.64.0.7", "set peer 100.64.0.77"],
      ["bgp log-neighbor-changes", "bgp router-id 10.0.0.1"],
      ["ip route 10.0.7.0", "ip route 10.77.7.0"],
      ["permit ip any 10.0.7.0", "permit tcp any 10.0.7.0"],
      ["ip route 10.0.7.0", "int\nip route 10.0.7.0"],
    ].map(([from, to]) => linesRead(before, reparse(before, hub(peers).replace(from!, to!))!));
  });
  expect(counts[1]).toEqual(counts[0]);
  expect(Math.max(...counts[1]!)).toBeLessThan(10);
});

/** Lines that people type into configurations, those that end or take away something among them. */
const typedLines = [
  "!",
  "exit",
  "end",
  " group 5",
  " set peer 192.0.2.77",
  " no set peer 192.0.2.77",
  " description typed",
  " certificate ca 01",
  "interface Loopback77",
  "crypto map M 77 ipsec-isakmp",
  "crypto map M 77 ipsec-isakmp \n set peer 192.0.2.7\n reverse-route",
  "no crypto map M",
  "no crypto isakmp policy 10",
  "default interface Loopback77",
  "ip access-list extended A",
  "access-list 177 permit ip any any",
  "router ospf 77",
  "unheard of",
  "hostname TYPED",
  "version 17.3",
  "ip nat outside",
  "banner motd #\n hello\n#",
  "int lo7",
  "%",
];

type Edit = readonly [pick: number, other: number, how: string];

const edit: fc.Arbitrary<Edit> = fc.tuple(
  fc.nat(100_000),
  fc.nat(100_000),
  fc.constantFrom("delete", "repeat", "cut", "swap", "shift", "move", "type", "type", "word"),
);

function edited(before: readonly string[], edits: readonly Edit[]): string {
  const lines = [...before];
  for (const [pick, other, how] of edits) {
    const at = pick % lines.length;
    const line = lines[at]!;
    if (how === "delete") lines.splice(at, 1);
    else if (how === "repeat") lines.splice(other % lines.length, 0, line);
    else if (how === "cut") lines[at] = line.slice(0, other % (line.length + 1));
    else if (how === "swap") [lines[at], lines[other % lines.length]] = [lines[other % lines.length]!, line];
    else if (how === "shift") lines[at] = line.startsWith(" ") ? line.trimStart() : ` ${line}`;
    else if (how === "move") lines.splice((at + (other % 5)) % lines.length, 0, ...lines.splice(at, 1));
    else if (how === "type") lines.splice(at, 0, typedLines[other % typedLines.length]!);
    else lines[at] = line.replace(/\S+$/, String(other));
    if (lines.length === 0) lines.push("!");
  }
  return `${lines.join("\n")}\n`;
}

/** Edits a text; true if it was read in part, and then as the whole text is read. */
function readsAlike(before: Router, edits: readonly Edit[]): boolean {
  const lines = before.source!.lines.map((line) => line.text);
  // One edit after another, as a person makes them: each is read on the ground of the one before.
  let router = before;
  let quick = false;
  for (const one of edits) {
    const changed = edited(lines, [one]);
    lines.splice(0, lines.length, ...changed.slice(0, -1).split("\n"));
    const after = reparse(router, changed);
    if (after !== undefined && after !== router) {
      const whole = parse(changed);
      expect(whole.kind === "configurations" && whole.routers.length).toBe(1);
      expectSameFacts(after, (whole as { readonly routers: readonly Router[] }).routers[0]!);
      quick = true;
    }
    const next = after ?? readAll(changed)[0];
    if (next === undefined || (after === undefined && readAll(changed).length !== 1)) return quick;
    router = next;
  }
  return quick;
}

test("whatever is edited, a reading of the sections in question finds what a reading of the whole text finds", () => {
  let quick = 0;
  const property = fc.property(arbitraryRouter, fc.array(edit, { minLength: 1, maxLength: 12 }), (router, edits) => {
    if (readsAlike(read(print(router).text), edits)) quick += 1;
    // All edits at once are one change from the first to the last of them.
    const before = read(print(router).text);
    const changed = edited(
      before.source!.lines.map((line) => line.text),
      edits.slice(0, 3),
    );
    const after = reparse(before, changed);
    if (after !== undefined) expectSameFacts(after, read(changed));
  });
  fc.assert(property, { numRuns, endOnFailure: true });
  expect(quick).toBeGreaterThan(numRuns / 2);
}, 3_600_000);

const folder = fileURLToPath(new URL("../../../../shared/corpus", import.meta.url));
const files = existsSync(folder) ? readdirSync(folder).filter((name) => /\.(?:cfg|txt)$/.test(name)) : [];

describe.skipIf(files.length === 0)("a public configuration", () => {
  const routers = files.flatMap((name) => {
    const read = readAll(readFileSync(resolve(folder, name), "utf8"));
    return read.length === 1 ? read : [];
  });

  test("whatever is edited, it is read in part as it is read as a whole", () => {
    let quick = 0;
    const property = fc.property(
      fc.nat(routers.length - 1),
      fc.array(edit, { minLength: 1, maxLength: 8 }),
      (which, edits) => {
        if (readsAlike(routers[which]!, edits)) quick += 1;
      },
    );
    fc.assert(property, { numRuns: numRuns * 4, endOnFailure: true });
    expect(quick).toBeGreaterThan(numRuns);
  }, 3_600_000);
});

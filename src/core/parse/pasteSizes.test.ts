import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LogicalLine } from "./logicalLine.ts";
import { physicalLines } from "./physicalLines.ts";
import { readPaste } from "./readPaste.ts";

/** All logical lines of a paste in the order of their numbers; none where it is empty or refused. */
function logicalLines(text: string): readonly LogicalLine[] {
  const paste = readPaste(text);
  if (paste.kind !== "configurations") return [];
  return paste.routers.flatMap((router) => router.lines).sort((a, b) => a.number - b.number);
}

/** Checks that every physical line stands in exactly one logical line, at its number, with every character. */
function expectAccounted(text: string): void {
  const lines = logicalLines(text);
  if (lines.length === 0) return;
  const physical = physicalLines(text).lines;
  expect(lines[0]?.number).toBe(1);
  lines.forEach((line, index) => {
    const next = lines[index + 1]?.number ?? physical.length + 1;
    expect(physical.slice(line.number - 1, next - 1).join("")).toBe(line.raw);
    expect(next).toBeGreaterThan(line.number);
    expect(line.offset).toBeLessThanOrEqual(line.raw.length);
    expect(line.indent).toBeGreaterThanOrEqual(0);
    if (line.kind === "command") expect(line.text).not.toBe("");
  });
}

describe("a paste of a hostile size", () => {
  const repeated = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, at) => line(at)).join("\n");
  const sizes: readonly [string, string][] = [
    [
      "an ACL of 99,000 entries",
      `ip access-list extended A\n${repeated(99_000, (at) => ` permit ip host 10.0.${at >> 8}.${at & 255} any`)}`,
    ],
    ["a section opened 50,000 times", repeated(50_000, () => "ip access-list extended A\n permit ip any any")],
    ["a banner without an end", `hostname R1\nbanner motd ^C\n${repeated(100_000, () => "hello")}`],
    ["a hundred thousand blank lines", `hostname R1\n${"\n".repeat(100_000)}`],
    ["a hundred thousand comments", `hostname R1\n${"!\n".repeat(100_000)}`],
    ["nesting 2,000 deep", repeated(2000, (at) => `${" ".repeat(at)}class x`)],
    ["a line of a megabyte", `interface Tunnel0\n description ${"x".repeat(1_000_000)}`],
    ["a megabyte of blanks", `hostname R1\n${" ".repeat(1_000_000)}x`],
    ["a megabyte of prompts", `hostname R1\n${"R1#".repeat(330_000)}`],
    ["a megabyte of backspaces", `hostname R1\nset peer ${"a\b".repeat(500_000)}`],
    ["a megabyte of quotation marks", `> hostname R1\n${"> ".repeat(500_000)}`],
    ["a megabyte of carriage returns", `hostname R1${"\r".repeat(1_000_000)}`],
    ["50,000 macros without an end", `hostname R1\n${repeated(50_000, () => "macro name X")}`],
    ["50,000 banners", `hostname R1\n${repeated(50_000, () => "banner motd ^C\nhello\n^C")}`],
    [
      "a line wrapped 20,000 times",
      `hostname R1\n permit ip 10.0.2.0 0.0.0.255 10.1.0.0 0\n${repeated(20_000, () => "0".repeat(40))}`,
    ],
    ["30,000 prompts of as many routers", `hostname R1\n${repeated(30_000, (at) => `R${at}#`)}`],
    ["20,000 routers", repeated(20_000, (at) => `R${at}(config)#hostname R${at}x\nR${at}x(config)#end`)],
  ];

  test.each(sizes)("keeps every line: %s", (_, text) => {
    const physical = physicalLines(text).lines;
    const lines = logicalLines(text);
    expect(lines.reduce((sum, line) => sum + line.raw.length, 0)).toBe(
      physical.reduce((sum, line) => sum + line.length, 0),
    );
  });
});

const sample = `R1#show run
Building configuration...

version 15.2
hostname R1
banner motd ^C
  no access
^C
crypto pki certificate chain C
 certificate ca 01
  30820229 A0030201
  quit
crypto isakmp policy 10
 encr aes 256
 ! a note
crypto isakmp key a!b#c address 192.0.2.1
crypto map VPN 10 ipsec-isakmp
 set peer 192.0.2.1
*Mar  1 00:01:02.123: %SYS-5-CONFIG_I: Configured
 --More-- \b\b\b\b\b\b\b\b\b        \b\b\b\b\b\b\b\b\b set transform-set TS
ip access-list extended ACL1
 permit ip 10.0.2.0 0.0.0.255 10.1.0.0 0
.0.0.255
end
R2(config)#crypto map VPN 10 ?
  ipsec-isakmp  IPSEC
R2(config-crypto-map)#set peer 192.0.2.1
% Invalid input detected at '^' marker.
R2(config)#macro name X`;

const numRuns = Number(process.env["PROPERTY_RUNS"] ?? 500);

describe("any paste", { timeout: 10_000 + numRuns * 20 }, () => {
  const fragment = fc.constantFrom(
    ..."\n \t\r\b\x1b[K\u00a0\u200b\ufeff^C#>?%!@\"'`-.:(){}<".split(""),
    "\r\n",
    "\r\r\n",
    "banner motd ",
    "^C",
    "R1(config)#",
    "R2#show run\n",
    "--More--",
    "hostname X\n",
    "quit\n",
    "certificate 01\n",
    "version 15.2\n",
    "end\n",
    "\u2011",
    "> ",
    "x".repeat(40),
  );
  const mutation = fc.record({
    at: fc.nat(sample.length),
    remove: fc.oneof(fc.nat(3), fc.nat(200)),
    insert: fc.oneof(fc.constant(""), fragment, fc.string({ unit: "binary", maxLength: 8 })),
  });

  test("is read without a throw, and each of its lines ends in one logical line", () => {
    fc.assert(
      fc.property(fc.array(mutation, { maxLength: 12 }), (mutations) => {
        let text = sample;
        for (const { at, insert, remove } of mutations) text = text.slice(0, at) + insert + text.slice(at + remove);
        expectAccounted(text);
      }),
      { numRuns },
    );
  });

  test("of nothing but fragments is read without a throw", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fragment, fc.constantFrom(...sample.split("\n"))), { maxLength: 60 }), (parts) => {
        expectAccounted(`hostname R1\n${parts.join("")}`);
      }),
      { numRuns },
    );
  });
});

const corpus = new URL("../../../../shared/corpus/", import.meta.url);

describe.skipIf(!existsSync(corpus))("real configurations", () => {
  const files = existsSync(corpus) ? readdirSync(corpus).filter((file) => /\.(?:cfg|txt)$/.test(file)) : [];

  test.each(files)("%s is read, and every line of it is accounted for", (file) => {
    const text = readFileSync(new URL(file, corpus), "utf8");
    expect(readPaste(text).kind).toBe("configurations");
    expectAccounted(text);
  });
});

import { describe, expect, test } from "vitest";
import { readPaste } from "./readPaste.ts";

function commands(text: string): string[] {
  const paste = readPaste(text);
  if (paste.kind !== "configurations") throw new Error(`The paste is ${paste.kind}.`);
  return paste.routers.flatMap((router) =>
    router.lines.filter((line) => line.kind === "command").map((line) => " ".repeat(line.indent) + line.text),
  );
}

/** A configuration as a terminal of some width shows it. */
function wrapped(lines: readonly string[], width: number): string {
  return lines.flatMap((line) => line.match(new RegExp(`.{1,${width}}`, "g")) ?? [""]).join("\n");
}

const lines = [
  "hostname R1",
  "!",
  "crypto map VPN 65535 ipsec-isakmp dynamic DYNAMIC-MAP-OF-ALL-SPOKES",
  "crypto map VPN 10 ipsec-isakmp",
  " set peer 192.0.2.1",
  "ip access-list extended ACL1",
  " permit ip 10.0.2.0 0.0.0.255 10.1.0.0 0.0.0.255",
  " permit tcp 10.0.2.0 0.0.0.255 10.1.0.0 0.0.0.255 established log-input",
  "end",
];

describe("a terminal that wraps lines", () => {
  test("24 leaves the rest of a line at column 0, and the line is read as one", () => {
    const text = "hostname R1\nip access-list extended ACL1\n permit ip 10.0.2.0 0.0.0.255 10.1.0.0 0\n.0.0.255\nend";
    expect(commands(text)).toEqual([
      "hostname R1",
      "ip access-list extended ACL1",
      " permit ip 10.0.2.0 0.0.0.255 10.1.0.0 0.0.0.255",
      "end",
    ]);
    const paste = readPaste(text);
    const all = paste.kind === "configurations" ? paste.routers[0]!.lines : [];
    expect(all.map((line) => line.number)).toEqual([1, 2, 3, 5]);
    expect(all[2]!.raw).toBe(" permit ip 10.0.2.0 0.0.0.255 10.1.0.0 0.0.0.255");
  });

  test.each([40, 80])("at %i columns gives back what was wrapped", (width) => {
    const long = [
      ...lines,
      ` permit ip 10.0.2.0 0.0.0.255 ${"10.1.0.0 0.0.0.255 ".repeat(4)}`.trimEnd(),
      "crypto isakmp key a-shared-secret-of-many-characters-0123456789 address 192.0.2.254 255.255.255.255 no-xauth",
    ];
    expect(commands(wrapped(long, width))).toEqual(long.filter((line) => line !== "!"));
  });

  test("cuts one line into more than two pieces", () => {
    const description = ` description ${"0123456789".repeat(11)}`;
    expect(commands(wrapped(["interface Tunnel0", description, " no shutdown"], 40))[1]).toBe(description);
  });

  test("cuts an ACL entry at a blank, which then stands before the rest", () => {
    const text = "ip access-list extended A\n permit ip 10.20.2.0 0.0.0.255 10.1.20.0\n 0.0.0.255\n deny ip any any";
    expect(commands(text)[1]).toBe(" permit ip 10.20.2.0 0.0.0.255 10.1.20.0 0.0.0.255");
  });

  test("cuts what stands behind a prompt, with the prompt", () => {
    const text = `R1(config)#crypto isakmp key 0123456789a\ncdef address 192.0.2.1\nR1(config)#end`;
    expect(text.indexOf("\n")).toBe(40);
    expect(commands(text)[0]).toBe("crypto isakmp key 0123456789acdef address 192.0.2.1");
  });
});

describe("a full line that nothing wrapped", () => {
  const full = ` description ${"x".repeat(27)}`;

  test.each([
    "hostname R2",
    "int gi0/0",
    "R2#show run",
    "R2(config)#ip cef",
    "Building configuration...",
    "!",
    "# a heading",
    "%SYS-5-CONFIG_I: Configured",
    " no shutdown",
    "```",
    "",
    "end",
    "10 permit ip any any",
  ])("is not joined with %j", (next) => {
    const text = `interface Loopback0\n${full}\n${next}`;
    expect(full).toHaveLength(40);
    const paste = readPaste(text);
    const all = paste.kind === "configurations" ? paste.routers.flatMap((router) => router.lines) : [];
    expect(all.map((line) => line.raw)).toEqual(
      text.split("\n").filter((_, at, { length }) => at < length - 1 || next),
    );
  });

  test("is not joined where another line is longer, or where its width is no terminal's", () => {
    expect(commands(`interface Loopback0\n${full}\nxyzzy\n description ${"y".repeat(40)}`)).toHaveLength(4);
    expect(commands(`interface Loopback0\n${full}x\nxyzzy`)).toHaveLength(3);
  });

  test("is joined at any width when every full line goes on", () => {
    const text = wrapped(lines, 57);
    expect(commands(text)).toEqual(lines.filter((line) => line !== "!"));
  });

  test("is not joined within a banner", () => {
    expect(commands(`banner motd ^C\n${"x".repeat(40)}\nxyzzy\n^C\nend`)).toHaveLength(2);
  });
});

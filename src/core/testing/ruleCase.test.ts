import { describe, expect, test } from "vitest";
import { writeCase } from "./ruleCase.ts";

const base = `=== R1
hostname R1
crypto map VPN 10 ipsec-isakmp
 set peer 192.0.2.1
 set pfs group14
end
=== R2
hostname R2
`;

describe("a case of a rule test", () => {
  test("is its base where it changes nothing", () => {
    expect(writeCase(base, "").text).toBe(base.trimEnd());
  });

  test("replaces the block of a header, and adds one that is new before the end", () => {
    const { text } = writeCase(
      base,
      `
        crypto map VPN 10 ipsec-isakmp
         set peer 192.0.2.9
        ip route 0.0.0.0 0.0.0.0 192.0.2.2
      `,
    );
    expect(text).toContain(
      "crypto map VPN 10 ipsec-isakmp\n set peer 192.0.2.9\nip route 0.0.0.0 0.0.0.0 192.0.2.2\nend",
    );
  });

  test("adds to a block, removes lines and replaces them", () => {
    const { text } = writeCase(
      base,
      `
        +crypto map VPN 10 ipsec-isakmp
         set peer 192.0.2.9
        - set pfs group14
        set peer 192.0.2.1 => set peer 192.0.2.7
      `,
    );
    expect(text).toContain("crypto map VPN 10 ipsec-isakmp\n set peer 192.0.2.7\n set peer 192.0.2.9\nend");
  });

  test("goes to the router that it names, and a new name is a new router", () => {
    const { text } = writeCase(base, "=== R2\nhostname Two\n=== R3\nhostname R3");
    expect(text).toContain("=== R2\nhostname R2\nhostname Two\n=== R3\nhostname R3");
  });

  test("takes the expectations off the lines, and knows where they stood", () => {
    const { text, marks } = writeCase(
      base,
      `
        @ set pfs group14   !want weak(error) !also other
        === R3
        hostname R3   !want a, b
      `,
    );
    expect(text).not.toContain("!want");
    expect(marks).toEqual([
      { kind: "want", message: "weak", severity: "error", section: "R1", line: 4 },
      { kind: "also", message: "other", section: "R1", line: 4 },
      { kind: "want", message: "a", section: "R3", line: 1 },
      { kind: "want", message: "b", section: "R3", line: 1 },
    ]);
  });

  test("says so where it is about a line that the base does not have", () => {
    expect(() => writeCase(base, "- set peer 192.0.2.2")).toThrow('no line "set peer 192.0.2.2"');
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { INITIAL_STATE, tokeniseLine, type TokenState } from "./iosTokens.ts";

/** The words of a line with their kinds, as "kind:word word". */
function read(line: string, state: TokenState = INITIAL_STATE): readonly string[] {
  const { tokens } = tokeniseLine(line, state);
  return tokens.map((token, index) => `${token.kind}:${line.slice(token.start, tokens[index + 1]?.start).trim()}`);
}

describe("words of a configuration", () => {
  it("tells a crypto map's name from its keywords, even in lower case", () => {
    expect(read("crypto map vpn 10 ipsec-isakmp")).toEqual([
      "command:crypto map",
      "name:vpn",
      "number:10",
      "command:ipsec-isakmp",
    ]);
  });

  it("tells addresses, permits and denies", () => {
    expect(read(" permit ip 10.1.0.0 0.0.0.255 host 10.2.0.1")).toEqual([
      "permit:permit",
      "command:ip",
      "address:10.1.0.0 0.0.0.255",
      "command:host",
      "address:10.2.0.1",
    ]);
    expect(read("access-list 110 deny ip any any")).toEqual([
      "command:access-list",
      "number:110",
      "deny:deny",
      "command:ip any any",
    ]);
  });

  it("takes every word after set transform-set for a name", () => {
    expect(read(" set transform-set strong weak")).toEqual(["command:set transform-set", "name:strong weak"]);
  });

  it("sees a key as a secret", () => {
    expect(read("crypto isakmp key hush address 192.0.2.1")).toEqual([
      "command:crypto isakmp key",
      "secret:hush",
      "command:address",
      "address:192.0.2.1",
    ]);
  });

  it("sees descriptions and remarks as prose", () => {
    expect(read(" description to permit the branch")).toEqual(["command:description", "text:to permit the branch"]);
    expect(read("access-list 110 remark deny nothing")).toEqual([
      "command:access-list 110 remark",
      "text:deny nothing",
    ]);
  });

  it("sees separators and comments", () => {
    expect(read("!")).toEqual(["comment:!"]);
    expect(read("  ! crypto map VPN")).toEqual(["comment:! crypto map VPN"]);
  });

  it("sees a negation", () => {
    expect(read("no crypto isakmp enable")).toEqual(["negation:no", "command:crypto isakmp enable"]);
  });

  it("stays inside a banner up to its delimiter", () => {
    const opened = tokeniseLine("banner motd ^C", INITIAL_STATE);
    expect(opened.state).toEqual({ inside: "banner", delimiter: "^C" });
    const within = tokeniseLine("permit everything", opened.state);
    expect(within).toEqual({ tokens: [{ start: 0, kind: "text" }], state: opened.state });
    expect(tokeniseLine("^C", within.state).state).toEqual(INITIAL_STATE);
  });

  it("leaves a banner that ends on its own line", () => {
    expect(tokeniseLine("banner login #keep out#", INITIAL_STATE).state).toEqual(INITIAL_STATE);
  });

  it("stays inside a certificate up to quit", () => {
    const opened = tokeniseLine(" certificate self-signed 01", INITIAL_STATE);
    expect(opened.state.inside).toBe("certificate");
    expect(tokeniseLine("  3082024B 308201B4", opened.state).state.inside).toBe("certificate");
    expect(tokeniseLine("  quit", opened.state).state).toEqual(INITIAL_STATE);
  });

  it("covers any line from its beginning, in ascending order", () => {
    fc.assert(
      fc.property(fc.string(), (line) => {
        const { tokens } = tokeniseLine(line, INITIAL_STATE);
        expect(tokens[0]?.start).toBe(0);
        tokens.slice(1).forEach((token, index) => {
          expect(token.start).toBeGreaterThan(tokens[index]!.start);
        });
      }),
    );
  });
});

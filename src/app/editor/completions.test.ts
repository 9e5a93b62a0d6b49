import { describe, expect, it } from "vitest";
import { parse, type Elements } from "../../core/index.ts";
import { completionsAt } from "./completions.ts";

const TEXT = `crypto ipsec transform-set STRONG esp-aes 256 esp-sha256-hmac
crypto ipsec transform-set WEAK esp-des esp-md5-hmac
crypto map VPN 10 ipsec-isakmp
 set peer 192.0.2.1
 set transform-set STRONG
 match address TO-BRANCH
interface GigabitEthernet0/0
 crypto map VPN
aaa authentication login LOGIN local
aaa authorization network GROUPS local
ip local pool POOL 10.99.0.1 10.99.0.9
crypto keyring KEYS
crypto isakmp client configuration group STAFF
 key example
crypto isakmp profile PROF
   keyring KEYS
crypto dynamic-map DYN 10
 set transform-set STRONG
ip access-list extended OTHER
 permit ip any any
`;

function elementsOf(text: string): Elements {
  const read = parse(text);
  if (read.kind !== "configurations") throw new Error("The text is no configuration.");
  return read.routers[0]!.elements;
}

/** What is offered at the bar in a line that stands behind the others. */
function offered(context: string, typed: string): readonly string[] {
  const lines = `${context}${typed.replace("|", "")}`.split("\n");
  const column = typed.lastIndexOf("|") - typed.lastIndexOf("\n");
  const { items } = completionsAt(elementsOf(TEXT), lines, lines.length, column, "classic");
  return items.map(({ label }) => label);
}

const inMap = "crypto map VPN 10 ipsec-isakmp\n";

describe("completion", () => {
  it("offers what the section takes", () => {
    expect(offered(inMap, " set tr|")).toEqual(["transform-set"]);
    expect(offered("crypto isakmp policy 10\n", " authentication |")).toEqual(["pre-share", "rsa-sig", "rsa-encr"]);
  });

  it("offers the transform sets of the configuration", () => {
    expect(offered(inMap, " set transform-set |")).toEqual(["STRONG", "WEAK", "WORD"]);
    expect(offered(inMap, " set transform-set ST|")).toEqual(["STRONG"]);
  });

  it("offers access lists, also those that only a reference knows", () => {
    expect(offered(inMap, " match address |")).toEqual(expect.arrayContaining(["OTHER", "TO-BRANCH"]) as string[]);
    expect(offered("", "ip access-list extended TO|")).toEqual(["TO-BRANCH"]);
  });

  it("offers session keys to an entry whose keys are set by hand, and to no other", () => {
    expect(offered("crypto map VPN 20 ipsec-manual\n", " set s|")).toEqual(["session-key"]);
    expect(offered(inMap, " set s|")).toEqual(["security-association"]);
    expect(offered("crypto map VPN 20 ipsec-isakmp dynamic DYN\n", " set |")).toEqual([]);
  });

  it.each([
    ["crypto isakmp client configuration group STAFF\n", " pool |", "POOL"],
    ["crypto isakmp client configuration group STAFF\n", " acl |", "OTHER"],
    ["crypto isakmp profile PROF\n", "   keyring |", "KEYS"],
    ["crypto isakmp profile PROF\n", "   match identity group |", "STAFF"],
    ["crypto isakmp profile PROF\n", "   client authentication list |", "LOGIN"],
    ["crypto isakmp profile PROF\n", "   isakmp authorization list |", "GROUPS"],
    ["", "crypto map VPN client authentication list |", "LOGIN"],
    ["", "crypto map VPN 65535 ipsec-isakmp dynamic |", "DYN"],
    ["", "crypto map VPN local-address |", "GigabitEthernet0/0"],
    [inMap, " set isakmp-profile |", "PROF"],
    ["", "crypto isakmp client configuration address-pool local |", "POOL"],
  ])("offers the name that %j%s takes", (section, typed, name) => {
    expect(offered(section, typed)).toContain(name);
  });

  it("offers the crypto maps to an interface", () => {
    expect(offered("interface GigabitEthernet0/1\n", " crypto map |")).toContain("VPN");
  });

  it("hints at a value until it is begun", () => {
    expect(offered("crypto isakmp policy 10\n", " lifetime |")).toEqual(["<60-86400>"]);
    expect(offered("crypto isakmp policy 10\n", " lifetime 8|")).toEqual([]);
    expect(offered("interface GigabitEthernet0/1\n", " description To th|")).toEqual([]);
  });

  it("offers nothing in a comment", () => {
    expect(offered("", "! crypto|")).toEqual([]);
  });
});

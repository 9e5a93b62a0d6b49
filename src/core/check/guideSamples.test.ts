import { describe, expect, it } from "vitest";
import type { RuleId } from "../model/ruleId.ts";
import { designFromText } from "../testing/designFromText.ts";
import { writeCase } from "../testing/ruleCase.ts";
import { twoSites } from "../testing/twoSites.ts";
import { check } from "./check.ts";
import type { Finding } from "./finding.ts";

/** What is said about a configuration, by rule. */
function findingsIn(text: string): ReadonlyMap<RuleId, readonly Finding[]> {
  const found = new Map<RuleId, Finding[]>();
  for (const finding of check(designFromText(text)).findings)
    found.set(finding.rule, [...(found.get(finding.rule) ?? []), finding]);
  return found;
}

const severity = (found: ReadonlyMap<RuleId, readonly Finding[]>, rule: RuleId) => found.get(rule)?.[0]?.severity;

/** Samples of guides and books hold slips of their own; each has the faults of one of them, in an own configuration. */
describe("what guides print as an example", () => {
  it("one router that is its own peer, with one subnet on every side", () => {
    const found = findingsIn(`hostname One
crypto isakmp policy 10
  encryption aes 256
  authentication pre-share
  lifetime 180
crypto isakmp key cisco123 address 10.0.9.1
crypto ipsec transform-set TS esp-aes 256 esp-sha-hmac
 mode transport
crypto map M 10 ipsec-isakmp
 set peer 10.0.9.1
 set transform-set TS
 match address 120
interface FastEthernet0/0
 ip address 10.0.9.2 255.255.255.0
 ip nat outside
 crypto map M
interface FastEthernet0/1
 ip address 10.0.9.1 255.255.255.0
 ip nat inside
ip nat inside source list 110 interface FastEthernet0/0 overload
ip route 0.0.0.0 0.0.0.0 10.5.1.1
access-list 110 deny ip 10.0.9.0 0.0.0.255 10.0.9.0 0.0.0.255
access-list 110 permit ip 10.0.9.0 0.0.0.255 any
access-list 120 permit ip 10.0.9.0 0.0.0.255 10.0.9.0 0.0.0.255
`);
    expect(severity(found, "peer-is-self")).toBe("error");
    expect(severity(found, "overlap-interfaces")).toBe("error");
    expect(severity(found, "acl-same-src-dst")).toBe("error");
    // Group 1 and SHA-1 stand in no line: they are the defaults.
    expect(severity(found, "weak-dh")).toBe("warning");
    expect(severity(found, "weak-sha1")).toBe("info");
    expect(severity(found, "p1-lifetime-short")).toBe("warning");
    // The exemption stands before the permit, and `encryption` is another spelling of `encr`.
    for (const rule of ["nat-not-exempt", "nat-deny-after-permit", "syntax", "unknown-line"] as const)
      expect(found.has(rule), rule).toBe(false);
  });

  const overlap = (first: readonly string[], second: readonly string[]) => `hostname Hub
crypto ipsec transform-set TS esp-aes 256 esp-sha256-hmac
crypto map VPN 10 ipsec-isakmp
 set peer 192.0.2.10
 set transform-set TS
 match address 101
crypto map VPN 20 ipsec-isakmp
 set peer 192.0.2.20
 set transform-set TS
 match address 102
interface GigabitEthernet0/0
 ip address 198.51.100.2 255.255.255.252
 crypto map VPN
ip route 0.0.0.0 0.0.0.0 198.51.100.1
${first.map((line) => `access-list 101 ${line}`).join("\n")}
${second.map((line) => `access-list 102 ${line}`).join("\n")}
`;
  const narrow = "ip 10.1.1.0 0.0.0.255 172.16.1.0 0.0.0.255";
  const wide = "ip 10.0.0.0 0.255.255.255 172.16.0.0 0.15.255.255";

  it("a narrow list before a wide one: supported, with a word", () => {
    const found = findingsIn(overlap([`permit ${narrow}`], [`permit ${wide}`]));
    expect(severity(found, "specific-first")).toBe("info");
    for (const rule of ["acl-overlap-shadow", "acl-overlap-partial", "acl-deny-then-permit"] as const)
      expect(found.has(rule), rule).toBe(false);
  });

  it("a wide list that first denies the narrow one: unsupported", () => {
    const found = findingsIn(overlap([`deny ${narrow}`, `permit ${wide}`], [`permit ${narrow}`]));
    expect(severity(found, "acl-deny-then-permit")).toBe("error");
    expect(found.has("specific-first")).toBe(false);
  });

  const manual = (transforms: string, keys: readonly string[]) => `hostname Manual
crypto ipsec transform-set TS ${transforms}
crypto map VPN 10 ipsec-manual
 set peer 192.0.2.10
${keys.map((key) => ` set session-key ${key}`).join("\n")}
 set transform-set TS
 match address 101
interface GigabitEthernet0/0
 ip address 198.51.100.2 255.255.255.252
 crypto map VPN
access-list 101 permit ip 10.1.1.0 0.0.0.255 172.16.1.0 0.0.0.255
`;
  const sixteenBytes = "0123456789abcdef0123456789abcdef";

  it("an AH key of 16 bytes: enough for MD5, too short for SHA-1", () => {
    const keys = [`inbound ah 256 ${sixteenBytes}`, `outbound ah 256 ${sixteenBytes}`];
    expect(findingsIn(manual("ah-md5-hmac", keys)).has("manual-key-length")).toBe(false);
    expect(severity(findingsIn(manual("ah-sha-hmac", keys)), "manual-key-length")).toBe("error");
  });

  it("a DES key of 8 bytes with a pattern, and SPI 256 in both directions", () => {
    const keys = ["inbound esp 256 cipher 0123456789abcdef", "outbound esp 256 cipher abcdefabcdefabcd"];
    const found = findingsIn(manual("esp-des", keys));
    for (const rule of ["manual-key-length", "manual-key-long", "manual-spi-range", "manual-spi-dup"] as const)
      expect(found.has(rule), rule).toBe(false);
    expect(severity(found, "manual-weak-key")).toBe("warning");
    expect(severity(found, "manual-discouraged")).toBe("warning");
  });

  it("a `set peer` that lost its address: the entry stays disabled", () => {
    const found = findingsIn(
      writeCase(
        twoSites,
        `
        === SiteA
        crypto ipsec transform-set SECOND esp-aes 192 esp-sha256-hmac
        - set peer 203.0.113.2
        set security-association lifetime seconds 3600 => set security-association lifetime seconds 600
        set transform-set TS-AES256 => set transform-set TS-AES256 SECOND`,
      ).text,
    );
    expect(severity(found, "map-entry-no-peer")).toBe("error");
    for (const rule of ["range-lifetime", "transform-duplicate", "transform-undefined"] as const)
      expect(found.has(rule), rule).toBe(false);
  });

  it("a profile, a keyring and a map that speak from a loopback, whose address the peer must name", () => {
    const local = `
      === SiteA
      interface Loopback2
       ip address 192.0.2.2 255.255.255.255
      crypto keyring RING
        local-address Loopback2
        pre-shared-key address 203.0.113.2 key Long-Shared-Key-2024
      - crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2
      crypto isakmp profile PEER
         keyring RING
         match identity address 203.0.113.2 255.255.255.255
         local-address Loopback2
      crypto map VPN local-address Loopback2
      +crypto map VPN 10 ipsec-isakmp
       set isakmp-profile PEER
      encr aes 256 => encr 3des
      group 14 => group 2
      permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 => permit ip 10.1.0.0 0.0.0.255 any`;
    const found = findingsIn(writeCase(twoSites, local).text);
    expect(severity(found, "peer-not-reciprocal")).toBe("error");
    expect(found.get("peer-not-reciprocal")?.[0]?.message).toContain("192.0.2.2");
    expect(severity(found, "acl-any-side")).toBe("warning");
    expect(severity(found, "weak-dh")).toBe("warning");
    expect(severity(found, "weak-3des")).toBe("warning");
    const mended = `${local}
      === SiteB
      set peer 198.51.100.2 => set peer 192.0.2.2
      crypto isakmp key Long-Shared-Key-2024 address 198.51.100.2 => crypto isakmp key Long-Shared-Key-2024 address 192.0.2.2`;
    expect(findingsIn(writeCase(twoSites, mended).text).has("peer-not-reciprocal")).toBe(false);
  });

  it("a key for the interface's address where the peer speaks from its loopback", () => {
    const found = findingsIn(
      writeCase(
        twoSites,
        `
        === SiteA
        interface Loopback2
         ip address 192.0.2.2 255.255.255.255
        crypto map VPN local-address Loopback2
        === SiteB
        set peer 198.51.100.2 => set peer 192.0.2.2`,
      ).text,
    );
    expect(severity(found, "psk-wrong-address")).toBe("error");
  });

  it("a gateway for clients whose lists nobody defined, with the dynamic entry last", () => {
    const found = findingsIn(`hostname Gateway
aaa new-model
crypto isakmp policy 10
 encr aes
 authentication pre-share
 group 2
crypto isakmp client configuration group STAFF
 key Long-Group-Key-2024
 pool POOL
crypto ipsec transform-set TS esp-aes esp-sha-hmac
crypto dynamic-map DYN 10
 set transform-set TS
crypto map VPN client authentication list USERS
crypto map VPN isakmp authorization list GROUPS
crypto map VPN client configuration address respond
crypto map VPN 65000 ipsec-isakmp dynamic DYN
interface GigabitEthernet0/0
 ip address 198.51.100.2 255.255.255.252
 crypto map VPN
ip local pool POOL 10.9.0.1 10.9.0.9
ip route 0.0.0.0 0.0.0.0 198.51.100.1
`);
    expect(severity(found, "ra-login-list")).toBe("error");
    expect(severity(found, "ra-net-list")).toBe("error");
    for (const rule of ["dynamic-not-last", "ra-no-rri"] as const) expect(found.has(rule), rule).toBe(false);
  });

  it("AH and ESP in one set: legal", () => {
    const both = "crypto ipsec transform-set TS-AES256 ah-sha256-hmac esp-aes 256 esp-sha256-hmac";
    const change = `crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => ${both}`;
    const found = findingsIn(writeCase(twoSites, `=== SiteA\n${change}\n=== SiteB\n${change}`).text);
    for (const rule of ["transform-illegal", "p2-no-common-transform"] as const)
      expect(found.has(rule), rule).toBe(false);
  });
});

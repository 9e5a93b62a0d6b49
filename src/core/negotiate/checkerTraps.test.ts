import { describe, expect, test } from "vitest";
import { derivePeerings } from "../derive/peerings.ts";
import { designFromText } from "../testing/designFromText.ts";
import { onlyPeering, plainSites, plainSitesWith, verdictOf } from "../testing/plainSites.ts";
import { judgePeerings } from "./judge.ts";

const verdict = (changes: string) => verdictOf(onlyPeering(plainSitesWith(changes)));
const set = "crypto ipsec transform-set TS esp-aes 256 esp-sha256-hmac";
const permitA = "permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255";
const permitB = "permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255";
const keyOfBeta = "crypto isakmp key Long-Shared-Key-2024 address 198.51.100.2";

/** Ways of writing that look like a difference and are none, or the other way round. */
describe("a checker isn't trapped by", () => {
  test("1: policy lines that are left out", () => {
    const bare = "=== Alpha\ncrypto isakmp policy 10\n authentication pre-share\n";
    const spelt =
      "=== Beta\ncrypto isakmp policy 10\n encr des\n hash sha\n authentication pre-share\n group 1\n lifetime 86400";
    expect(verdict(bare + spelt)).toBe("agreed");
  });
  test("2: PFS on neither side", () => {
    expect(onlyPeering(plainSitesWith("")).aToB?.phase2?.pfs).toBeNull();
  });
  test("3: lifetimes that differ", () => {
    expect(verdict("=== Alpha\n+crypto map VPN 10 ipsec-isakmp\n set security-association lifetime seconds 600")).toBe(
      "agreed",
    );
  });
  test("4: group 14 in a policy and group14 in an entry", () => {
    const pfs = "+crypto map VPN 10 ipsec-isakmp\n set pfs group14";
    expect(onlyPeering(plainSitesWith(`=== Alpha\n${pfs}\n=== Beta\n${pfs}`)).aToB?.phase2?.pfs).toBe("group14");
  });
  test("5 and 6: the key size of a bare esp-aes, and the order of transforms", () => {
    const one = `${set} => crypto ipsec transform-set TS esp-aes esp-sha-hmac`;
    const other = `${set} => crypto ipsec transform-set TS esp-sha-hmac esp-aes 128`;
    expect(verdict(`=== Alpha\n${one}\n=== Beta\n${other}`)).toBe("agreed");
  });
  test("7: transport mode between networks", () => {
    expect(verdict(`=== Alpha\n+${set}\n mode transport`)).toBe("agreed");
  });
  test("8 and 9: host and any, names and numbers of protocols and ports", () => {
    const a = `${permitA} => permit tcp host 10.1.0.1 any eq 80`;
    const b = `${permitB} => permit 6 0.0.0.0 255.255.255.255 eq www 10.1.0.1 0.0.0.0`;
    expect(verdict(`=== Alpha\n${a}\n=== Beta\n${b}`)).toBe("agreed");
  });
  test("10: remarks, and denies that both ends have", () => {
    const a = "ip access-list extended VPN\n remark not the printer\n deny ip host 10.1.0.9 any\n " + permitA;
    const b = "ip access-list extended VPN\n deny ip any host 10.1.0.9\n " + permitB;
    expect(verdict(`=== Alpha\n${a}\n=== Beta\n${b}`)).toBe("agreed");
  });
  test("11: host bits under the wildcard, and wildcards with holes", () => {
    expect(verdict(`=== Alpha\n${permitA} => permit ip 10.1.0.77 0.0.0.255 10.2.0.0 0.0.0.255`)).toBe("agreed");
    const holes = (source: string, destination: string) => `permit ip ${source} ${destination}`;
    expect(
      verdict(
        `=== Alpha\n${permitA} => ${holes("10.1.0.0 0.0.254.255", "10.2.0.0 0.0.0.255")}\n=== Beta\n${permitB} => ${holes("10.2.0.0 0.0.0.255", "10.1.0.0 0.0.254.255")}`,
      ),
    ).toBe("agreed");
  });
  test("12: object groups", () => {
    const group = "object-group network LAN\n 10.1.0.0 255.255.255.0\n";
    expect(verdict(`=== Alpha\n${group}${permitA} => permit ip object-group LAN 10.2.0.0 0.0.0.255`)).toBe("agreed");
  });
  test("13: two entries that share one list: the lower wins", () => {
    const shared = "crypto map VPN 20 ipsec-isakmp\n set peer 192.0.2.9\n set transform-set TS\n match address VPN";
    const [first, second] = judgePeerings(plainSitesWith(`=== Alpha\n${shared}`));
    expect(first?.status).toBe("agreed");
    expect(second?.refusals.map((one) => one.rule)).toContain("acl-shared");
  });
  test("14: several peers and a default one", () => {
    const peers =
      "set peer 203.0.113.2 => set peer 203.0.113.2 default\n+crypto map VPN 10 ipsec-isakmp\n set peer 192.0.2.9";
    const [first, second] = judgePeerings(plainSitesWith(`=== Alpha\n${peers}`));
    expect([first?.status, first?.peering.role]).toEqual(["agreed", "primary"]);
    expect([second?.status, second?.peering.role]).toEqual(["unknown", "backup"]);
  });
  test("15: an endpoint that is not the interface's own address", () => {
    const loopback =
      "crypto map VPN local-address Loopback0\ninterface Loopback0\n ip address 192.0.2.77 255.255.255.255";
    expect(verdict(`=== Beta\n${loopback}`)).toContain("peer-not-reciprocal");
    const dhcp = "ip address 203.0.113.2 255.255.255.252 => ip address dhcp";
    expect(verdict(`=== Beta\n${dhcp}`)).toBe(
      "unknown; a→b unknown endpoint-dynamic-static-peer; b→a unknown endpoint-unknown",
    );
    const secondary = "+interface GigabitEthernet0/0\n ip address 203.0.113.9 255.255.255.252 secondary";
    expect(verdict(`=== Beta\n${secondary}\n=== Alpha\nset peer 203.0.113.2 => set peer 203.0.113.9`)).toContain(
      "peer-not-reciprocal",
    );
    // With redundancy the tunnel ends at the group's address, not at the interface's own.
    const standby = (redundancy: string) =>
      `interface GigabitEthernet0/0\n ip address 203.0.113.3 255.255.255.248\n standby 1 ip 203.0.113.2\n standby 1 name HA\n crypto map VPN${redundancy}`;
    expect(verdict(`=== Beta\n${standby(" redundancy HA")}`)).toBe("agreed");
    expect(verdict(`=== Beta\n${standby("")}`)).toContain("peer-not-reciprocal");
    const own = "set peer 203.0.113.2 => set peer 203.0.113.3";
    expect(verdict(`=== Alpha\n${own}\n=== Beta\n${standby(" redundancy HA")}`)).toContain("peer-not-reciprocal");
  });
  test("16: keys by mask, in keyrings, the longest match winning", () => {
    const wide =
      "crypto isakmp key Wrong-Key-For-All address 0.0.0.0 0.0.0.0\ncrypto isakmp key Wrong-Key-Again address 198.51.0.0 255.255.0.0";
    expect(verdict(`=== Beta\n${wide}`)).toBe("agreed");
  });
  test("17: encrypted keys", () => {
    expect(verdict(`=== Beta\n${keyOfBeta} => crypto isakmp key 6 abcDEF address 198.51.100.2`)).toContain(
      "unknown psk-opaque",
    );
    expect(verdict(`=== Beta\n${keyOfBeta} => crypto isakmp key REDACTED address 198.51.100.2`)).toContain(
      "unknown psk-opaque",
    );
  });
  test("18: the order of policies", () => {
    const more = "crypto isakmp policy 5\n encr 3des\n hash md5\n authentication pre-share\n group 2";
    expect(onlyPeering(plainSitesWith(`=== Alpha\n${more}`)).aToB?.phase1?.policy).toEqual({ a: 10, b: 10 });
  });
  test("19: a dynamic entry without a list, before or behind the static ones", () => {
    const dynamic = (sequence: number) =>
      `crypto dynamic-map DYN 1\n set transform-set TS\ncrypto map VPN ${sequence} ipsec-isakmp dynamic DYN`;
    expect(verdict(`=== Beta\n${dynamic(65000)}`)).toBe("agreed");
    expect(verdict(`=== Beta\n${dynamic(1)}`)).toBe("agreed");
  });
  test("20: a hub with many entries: they pair by peer and by what names them back", () => {
    const text = Array.from({ length: 40 }, (_, index) => {
      const [hub, spoke] = [`192.0.2.${index + 1}`, `198.51.100.${index + 1}`];
      return { hub, spoke };
    });
    const hub = `=== Hub\nhostname Hub\n${text
      .map(
        ({ spoke }, index) =>
          `crypto map VPN ${index + 1} ipsec-isakmp\n set peer ${spoke}\n match address L${index}\nip access-list extended L${index}\n permit ip any 10.${index}.0.0 0.0.255.255\n`,
      )
      .join("")}interface GigabitEthernet0/0\n ip address 192.0.2.1 255.255.255.0\n crypto map VPN\n`;
    const spokes = text.map(
      ({ spoke }, index) =>
        `=== S${index}\nhostname S${index}\ncrypto map VPN 1 ipsec-isakmp\n set peer 192.0.2.1\n match address L\ninterface GigabitEthernet0/0\n ip address ${spoke} 255.255.255.0\n crypto map VPN\nip access-list extended L\n permit ip 10.${index}.0.0 0.0.255.255 any\n`,
    );
    const peerings = derivePeerings(designFromText(hub + spokes.join("")));
    expect(peerings).toHaveLength(40);
    expect(peerings.every((peering) => peering.b && peering.flows[0]?.relation === "exact")).toBe(true);
  });
});

test("the plain sites agree as they stand", () => {
  expect(verdictOf(onlyPeering(designFromText(plainSites)))).toBe("agreed");
});

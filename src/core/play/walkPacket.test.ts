import { describe, expect, test } from "vitest";
import type { Design } from "../model/design.ts";
import { asRouterId } from "../model/router.ts";
import { parseIpv4 } from "../net/ipv4.ts";
import { designFromText } from "../testing/designFromText.ts";
import { manualSites } from "../testing/manualSites.ts";
import { plainSites, plainSitesWith } from "../testing/plainSites.ts";
import { writeCase } from "../testing/ruleCase.ts";
import { twoSites } from "../testing/twoSites.ts";
import type { PacketWalk, PacketWalkRequest, StageKind, WalkedPacket, WalkLeg } from "./packetWalk.ts";
import { walkPacket } from "./walkPacket.ts";

const [first, second] = [asRouterId("r1"), asRouterId("r2")];

const address = (text: string) => parseIpv4(text) ?? 0;

function packet(source: string, destination: string, more: Partial<WalkedPacket> = {}): WalkedPacket {
  return { source: address(source), destination: address(destination), protocol: 1, ...more };
}

const across = packet("10.1.0.5", "10.2.0.7");

function walk(design: Design, one = across, more: Partial<PacketWalkRequest> = {}): PacketWalk {
  return walkPacket(design, { packet: one, associations: "none", ...more });
}

function stage({ stages }: WalkLeg, kind: StageKind) {
  const found = stages.find((one) => one.kind === kind);
  if (!found) throw new Error(`The packet passes no ${kind}.`);
  return found;
}

const kinds = ({ stages }: WalkLeg) =>
  stages.map(({ kind, verdict }) => (verdict === "passes" ? kind : `${kind} ${verdict}`));
const last = ({ stages }: WalkLeg) => stages.at(-1);

function sitesWith(changes: string): Design {
  return designFromText(writeCase(twoSites, changes).text);
}

describe("a protected packet", () => {
  const { there, back } = walk(designFromText(twoSites));

  test("passes route, translation, crypto map, association and tunnel, then the far side", () => {
    expect(kinds(there)).toEqual([
      "enter",
      "route",
      "nat",
      "crypto-map",
      "association",
      "encapsulation",
      "transit",
      "access-list",
      "decapsulation",
      "inbound-check",
      "route",
      "deliver",
    ]);
    expect(there).toMatchObject({ fate: "protected", routers: [first, second] });
  });

  test("is answered through the same tunnel, whose association then stands", () => {
    expect(back).toMatchObject({ fate: "protected", routers: [second, first] });
    expect(back && stage(back, "association").title).toBe("Security association stands");
  });

  test("is taken by an entry with the line that decides", () => {
    expect(stage(there, "crypto-map").entries).toEqual([
      {
        entry: "VPN 10",
        verdict: "taken",
        line: "permit ip 10.1.0.0/24 -> 10.2.0.0/24",
        note: "",
        place: { router: first, kind: "cryptoMapEntry", name: "VPN 10" },
        linePlace: { router: first, kind: "accessList", name: "VPN-PEER", field: "lines", item: 10 },
        temporary: false,
      },
    ]);
  });

  test("is drawn with what is put around it, and with its size", () => {
    const { packet: drawn, size } = stage(there, "encapsulation");
    expect(drawn.blocks.map(({ label }) => label)).toEqual(["New IP", "ESP", "IP", "ICMP", "Data", "Trailer", "ICV"]);
    expect(size).toEqual({ before: 100, after: 172, pathMtu: 1500, plaintextMtu: 1438, pieces: 1 });
  });

  test("finds the association that the routers show where traffic has flowed", () => {
    const standing = walk(designFromText(twoSites), across, { associations: "standing" });
    expect(stage(standing.there, "association").title).toBe("Security association stands");
    expect(stage(walk(designFromText(twoSites)).there, "association").title).toBe("Negotiated now");
  });
});

describe("a long packet", () => {
  test("is fragmented before it is encrypted", () => {
    const { there } = walk(designFromText(twoSites), { ...across, bytes: 1500 });
    expect(stage(there, "encapsulation").size).toMatchObject({ before: 1500, pieces: 2 });
    expect(there.fate).toBe("protected");
  });

  test("that may not be fragmented is dropped, and its host told", () => {
    const { there } = walk(designFromText(twoSites), { ...across, bytes: 1500, dontFragment: true });
    expect(last(there)).toMatchObject({ kind: "encapsulation", verdict: "stops", rule: "mtu-hint" });
  });

  test("goes after all where the router clears the bit", () => {
    const { there } = walk(sitesWith("=== SiteA\ncrypto ipsec df-bit clear"), {
      ...across,
      bytes: 1500,
      dontFragment: true,
    });
    expect(there.fate).toBe("protected");
  });
});

describe("outgoing traffic, after the rules of seed 004", () => {
  test("that matches the crypto access list is protected by its entry", () => {
    expect(walk(designFromText(plainSites)).there.fate).toBe("protected");
  });

  test("that matches no entry is forwarded normally", () => {
    const { there } = walk(designFromText(plainSites), packet("10.1.0.5", "192.0.2.80"));
    expect(stage(there, "crypto-map").entries.map(({ verdict }) => verdict)).toEqual(["no-match"]);
    expect(there).toMatchObject({ fate: "clear" });
    expect(last(there)).toMatchObject({ kind: "deliver", title: "Leaves the design" });
  });

  test("is translated first, so that the crypto map is asked about the translated source", () => {
    const { there } = walk(sitesWith("=== SiteA\n- deny   ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255"));
    expect(stage(there, "nat")).toMatchObject({ title: "Translated", rule: "nat-not-exempt" });
    expect(stage(there, "nat").packet.blocks[0]?.detail).toBe("198.51.100.2 → 10.2.0.7");
    expect(stage(there, "crypto-map").entries[0]?.verdict).toBe("no-match");
  });
});

describe("incoming traffic, after the rules of seed 004", () => {
  const outside = { enters: { router: second, interface: "GigabitEthernet0/0" } };

  test("that should be protected and is not, is dropped", () => {
    const { there } = walk(designFromText(plainSites), across, outside);
    expect(last(there)).toMatchObject({ kind: "inbound-check", verdict: "stops" });
    expect(last(there)?.explains).toContain("%CRYPTO-4-RECVD_PKT_NOT_IPSEC");
    expect(last(there)?.entries[0]?.line).toBe("permit ip 10.2.0.0/24 -> 10.1.0.0/24");
  });

  test("that need not be protected and is not, is forwarded normally", () => {
    const { there } = walk(designFromText(plainSites), packet("192.0.2.80", "10.2.0.7"), outside);
    expect(there.fate).toBe("clear");
    expect(last(there)?.title).toBe("Delivered");
  });

  test("that is IPsec for somebody else is forwarded normally", () => {
    const { there } = walk(designFromText(plainSites), packet("192.0.2.80", "10.2.0.7", { protocol: 50 }), outside);
    expect(there.fate).toBe("clear");
    expect(stage(there, "inbound-check").explains).toContain("some other device");
  });

  test("that is IPsec for the router under an SPI that it does not know is dropped", () => {
    const { there } = walk(designFromText(plainSites), packet("192.0.2.80", "203.0.113.2", { protocol: 50 }), outside);
    expect(last(there)?.explains).toContain("%CRYPTO-4-RECVD_PKT_INV_SPI");
  });

  test("is decrypted first and translated back second", () => {
    const design = sitesWith(`=== SiteA
ip access-list extended VPN-PEER
 permit ip host 198.51.100.2 10.2.0.0 0.0.0.255
- deny   ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
=== SiteB
ip access-list extended VPN-PEER
 permit ip 10.2.0.0 0.0.0.255 host 198.51.100.2
ip access-list extended NAT
 deny ip 10.2.0.0 0.0.0.255 host 198.51.100.2
 permit ip 10.2.0.0 0.0.0.255 any`);
    const { there, back } = walk(design);
    expect(there.fate).toBe("protected");
    expect(back && kinds(back).slice(-4)).toEqual(["inbound-check", "nat", "route", "deliver"]);
    expect(back?.fate).toBe("protected");
  });

  test("says so where a list drops it before the crypto map would", () => {
    const { there } = walk(designFromText(twoSites), across, outside);
    expect(last(there)).toMatchObject({ kind: "access-list", verdict: "stops" });
    expect(last(there)?.explains).toContain("entry VPN 10 protects this traffic");
  });
});

describe("the cases of seed 001's figure", () => {
  const list = "ip access-list extended VPN\n";
  const cases = (m: string, n: string) => plainSitesWith(`=== Alpha\n${list} ${m}\n=== Beta\n${list} ${n}`);
  const hosts = ["permit ip host 10.1.0.5 host 10.2.0.7", "permit ip host 10.2.0.7 host 10.1.0.5"] as const;
  const subnets = [
    "permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255",
    "permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255",
  ] as const;
  const answer = packet("10.2.0.7", "10.1.0.5");

  test.each([
    ["1: host to host, mirrored", hosts[0], hosts[1]],
    ["2: subnet to subnet, mirrored", subnets[0], subnets[1]],
  ])("case %s: either side starts", (_, m, n) => {
    expect(walk(cases(m, n)).there.fate).toBe("protected");
    expect(walk(cases(m, n), answer).there.fate).toBe("protected");
  });

  test("case 3: a narrow request falls within the wide permit of the peer", () => {
    expect(walk(cases(hosts[0], subnets[1])).there.fate).toBe("protected");
  });

  test("case 4: a wide request is refused, and the packet is dropped", () => {
    const { there } = walk(cases(hosts[0], subnets[1]), answer);
    expect(last(there)).toMatchObject({ kind: "association", verdict: "stops", rule: "p2-selector-oneway" });
  });

  test("case 4 once case 3 has happened: the narrow association carries it, and nothing else", () => {
    const design = cases(hosts[0], subnets[1]);
    expect(walk(design, answer, { associations: "standing" }).there.fate).toBe("protected");
    expect(walk(design, packet("10.2.0.8", "10.1.0.5"), { associations: "standing" }).there.fate).toBe("dropped");
  });
});

describe("several entries", () => {
  const design = plainSitesWith(`=== Alpha
crypto map VPN 5 ipsec-isakmp
 set peer 192.0.2.9
 set transform-set TS
 match address FIRST
crypto map VPN 7 ipsec-isakmp
 set transform-set TS
 match address VPN
ip access-list extended FIRST
 deny ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
 permit ip 10.1.0.0 0.0.0.255 10.0.0.0 0.255.255.255`);

  test("are asked in order: a deny and an incomplete entry pass the packet on", () => {
    const { entries } = stage(walk(design).there, "crypto-map");
    expect(entries.map(({ entry, verdict }) => `${entry} ${verdict}`)).toEqual([
      "VPN 5 denied",
      "VPN 7 skipped",
      "VPN 10 taken",
    ]);
    expect(entries[0]?.line).toBe("deny ip 10.1.0.0/24 -> 10.2.0.0/24");
    expect(entries[1]?.note).toContain("names no peer");
  });

  test("the first that permits takes it", () => {
    const { entries } = stage(walk(design, packet("10.1.0.5", "10.77.0.1")).there, "crypto-map");
    expect(entries.map(({ entry, verdict }) => `${entry} ${verdict}`)).toEqual(["VPN 5 taken"]);
  });
});

describe("several peers", () => {
  const design = plainSitesWith(`=== Alpha
+crypto map VPN 10 ipsec-isakmp
 set peer 203.0.113.6
crypto isakmp key Long-Shared-Key-2024 address 203.0.113.6
=== Beta
no crypto isakmp enable
=== Gamma
hostname Gamma
crypto isakmp policy 10
 encr aes 256
 hash sha256
 authentication pre-share
 group 14
crypto isakmp key Long-Shared-Key-2024 address 198.51.100.2
crypto ipsec transform-set TS esp-aes 256 esp-sha256-hmac
crypto map VPN 10 ipsec-isakmp
 set peer 198.51.100.2
 set transform-set TS
 match address VPN
interface GigabitEthernet0/0
 ip address 203.0.113.6 255.255.255.252
 crypto map VPN
interface GigabitEthernet0/1
 ip address 10.2.0.2 255.255.255.0
ip route 0.0.0.0 0.0.0.0 203.0.113.5
ip access-list extended VPN
 permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255`);

  test("are tried in order until one answers", () => {
    const { there } = walk(design);
    expect(stage(there, "association").peers.map(({ peer, verdict }) => `${peer} ${verdict}`)).toEqual([
      "203.0.113.2 failed",
      "203.0.113.6 used",
    ]);
    expect(there.routers.at(-1)).toBe(asRouterId("r3"));
  });

  test("the one heard from last comes first", () => {
    const { there } = walk(design, across, { lastHeard: "203.0.113.6" });
    expect(
      stage(there, "association").peers.map(({ peer, verdict, note }) => `${peer} ${verdict} ${note}`.trim()),
    ).toEqual(["203.0.113.2 not-asked", "203.0.113.6 used last heard from"]);
  });
});

describe("a dynamic entry", () => {
  const design = sitesWith(`=== SiteB
crypto map VPN 10 ipsec-isakmp dynamic DYN
crypto dynamic-map DYN 10
 set transform-set TS-AES256
 match address VPN-PEER`);
  const outward = packet("10.2.0.7", "10.1.0.5");

  test("never starts: before the peer has, its packets are dropped", () => {
    const { there } = walk(design, outward);
    expect(last(there)).toMatchObject({ kind: "association", verdict: "stops", rule: "dynamic-responder-initiates" });
  });

  test("has a temporary entry once the peer has, which carries them", () => {
    const { there } = walk(design, outward, { associations: "standing" });
    expect(stage(there, "crypto-map").entries[0]).toMatchObject({
      entry: "VPN 10, temporary",
      verdict: "taken",
      temporary: true,
    });
    expect(stage(there, "association").explains).toContain("Once its associations expire the entry is removed");
    expect(there.fate).toBe("protected");
  });

  test("makes the temporary entry when the peer's packet comes, and the answer uses it", () => {
    const { there, back } = walk(design);
    expect(stage(there, "decapsulation").explains).toContain("temporary entry");
    expect(back && stage(back, "crypto-map").entries[0]?.temporary).toBe(true);
    expect(back?.fate).toBe("protected");
  });

  test("without an access list does not filter what leaves: in clear until the peer has started", () => {
    const open = sitesWith(`=== SiteB
crypto map VPN 10 ipsec-isakmp dynamic DYN
crypto dynamic-map DYN 10
 set transform-set TS-AES256`);
    const { there } = walk(open, outward);
    expect(stage(there, "crypto-map").entries[0]?.verdict).toBe("skipped");
    expect(walk(open, outward, { associations: "standing" }).there.fate).toBe("protected");
  });
});

describe("manual associations", () => {
  test("stand before the first packet", () => {
    const { there } = walk(designFromText(manualSites));
    expect(stage(there, "association").title).toBe("Manual security association");
    expect(there.fate).toBe("protected");
  });

  test("that do not serve lose the packet", () => {
    const design = designFromText(
      writeCase(manualSites, "=== SiteB\ncrypto map VPN 10 ipsec-manual => crypto map VPN 10 ipsec-isakmp").text,
    );
    expect(last(walk(design).there)).toMatchObject({ verdict: "stops", rule: "manual-vs-isakmp" });
  });
});

describe("what IPsec can't protect", () => {
  test("a packet to a group that a permit takes fails", () => {
    const design = plainSitesWith(`=== Alpha
ip access-list extended VPN
 permit ip 10.1.0.0 0.0.0.255 any
=== Beta
ip access-list extended VPN
 permit ip any 10.1.0.0 0.0.0.255`);
    const { there } = walk(design, packet("10.1.0.5", "224.0.0.5", { protocol: 89 }));
    expect(last(there)).toMatchObject({ kind: "crypto-map", verdict: "stops", rule: "acl-any-multicast" });
  });

  test("a packet to a group that nothing takes goes in clear", () => {
    const { there, back } = walk(designFromText(plainSites), packet("10.1.0.5", "224.0.0.5", { protocol: 89 }));
    expect(there.fate).toBe("clear");
    expect(back).toBeNull();
  });

  test("a packet with IP options is dropped by the crypto engine of IOS-XE", () => {
    const options = { ...across, options: true };
    expect(last(walk(sitesWith("=== SiteA\nversion 17.3"), options).there)).toMatchObject({
      kind: "encapsulation",
      verdict: "stops",
      title: "IP options",
    });
    expect(walk(designFromText(twoSites), options).there.fate).toBe("protected");
  });
});

describe("packets that are lost otherwise", () => {
  test("for want of a route", () => {
    const design = sitesWith(
      "=== SiteA\nip route 0.0.0.0 0.0.0.0 198.51.100.1 => ip route 192.168.0.0 255.255.0.0 198.51.100.1",
    );
    expect(last(walk(design).there)).toMatchObject({ kind: "route", verdict: "stops", rule: "route-missing-remote" });
  });

  test("by an access list on the way in", () => {
    const design = sitesWith(`=== SiteA
+interface GigabitEthernet0/1
 ip access-group LAN in
ip access-list extended LAN
 permit tcp any any eq 443`);
    expect(last(walk(design).there)).toMatchObject({
      kind: "access-list",
      interface: "GigabitEthernet0/1",
      verdict: "stops",
    });
    const web = packet("10.1.0.5", "10.2.0.7", { protocol: 6, sourcePort: 40000, destinationPort: 443 });
    expect(walk(design, web).there.fate).toBe("protected");
  });

  test("by the access list of the tunnel, which sees the clear text", () => {
    const design = sitesWith(`=== SiteB
+crypto map VPN 10 ipsec-isakmp
 set ip access-group INSIDE in
ip access-list extended INSIDE
 permit tcp any any`);
    expect(last(walk(design).there)).toMatchObject({
      kind: "access-list",
      title: "Access list of the tunnel",
      verdict: "stops",
    });
  });

  test("without a word where no router has the source's network", () => {
    const { there, back } = walk(designFromText(twoSites), packet("192.168.9.9", "10.2.0.7"));
    expect(last(there)?.title).toBe("From nowhere");
    expect(back).toBeNull();
  });
});

describe("the way round the crypto map", () => {
  test("is told: the interface without a map, and the entry that would have protected", () => {
    const design = plainSitesWith("=== Alpha\n- crypto map VPN");
    const { there } = walk(design);
    expect(stage(there, "crypto-map")).toMatchObject({ title: "No crypto map on this way", rule: "map-unapplied" });
  });
});

describe("through a hub", () => {
  const hub = `=== Hub
hostname Hub
crypto isakmp policy 10
 encr aes 256
 hash sha256
 authentication pre-share
 group 14
crypto isakmp key Long-Shared-Key-2024 address 198.51.100.2
crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2
crypto ipsec transform-set TS esp-aes 256 esp-sha256-hmac
crypto map VPN 10 ipsec-isakmp
 set peer 198.51.100.2
 set transform-set TS
 match address TO-ALPHA
crypto map VPN 20 ipsec-isakmp
 set peer 203.0.113.2
 set transform-set TS
 match address TO-BETA
interface GigabitEthernet0/0
 ip address 192.0.2.2 255.255.255.252
 crypto map VPN
ip route 0.0.0.0 0.0.0.0 192.0.2.1
ip access-list extended TO-ALPHA
 permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255
ip access-list extended TO-BETA
 permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
`;
  const design = designFromText(
    writeCase(
      plainSites,
      `=== Alpha
set peer 203.0.113.2 => set peer 192.0.2.2
crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2 => crypto isakmp key Long-Shared-Key-2024 address 192.0.2.2
=== Beta
set peer 198.51.100.2 => set peer 192.0.2.2
crypto isakmp key Long-Shared-Key-2024 address 198.51.100.2 => crypto isakmp key Long-Shared-Key-2024 address 192.0.2.2`,
    ).text + `\n${hub}`,
  );

  test("the packet leaves one tunnel and enters the next", () => {
    const { there, back } = walk(design);
    expect(there).toMatchObject({ fate: "protected", routers: [first, asRouterId("r3"), second] });
    expect(there.peerings).toHaveLength(2);
    expect(back?.routers).toEqual([second, asRouterId("r3"), first]);
  });
});

import { describe, expect, test } from "vitest";
import { formatIpv4, parseIpv4 } from "../net/ipv4.ts";
import { designFromText } from "../testing/designFromText.ts";
import { walkPacket } from "./walkPacket.ts";
import type { WalkLeg } from "./packetWalk.ts";

const phase1 = `crypto isakmp policy 10
 encr aes 256
 hash sha256
 authentication pre-share
 group 14
`;

/** Router C is the inner peer of router A, and router B, the nearer firewall, its outer one. Seed 001, figure 1. */
const nested = `=== A
hostname A
${phase1}crypto isakmp key Inner address 203.0.113.6
crypto isakmp key Outer address 203.0.113.2
crypto ipsec transform-set INNER esp-aes 256 esp-sha256-hmac
crypto ipsec transform-set OUTER ah-sha256-hmac
crypto map NESTED 10 ipsec-isakmp
 set peer 203.0.113.6
 set transform-set INNER
 match address INNER-TRAFFIC
crypto map NESTED 20 ipsec-isakmp
 set peer 203.0.113.2
 set transform-set OUTER
 match address OUTER-TRAFFIC
interface GigabitEthernet0/0
 ip address 198.51.100.2 255.255.255.252
 crypto map NESTED
interface GigabitEthernet0/1
 ip address 10.1.0.1 255.255.255.0
ip route 0.0.0.0 0.0.0.0 198.51.100.1
ip access-list extended INNER-TRAFFIC
 permit ip 10.1.0.0 0.0.0.255 10.3.0.0 0.0.0.255
ip access-list extended OUTER-TRAFFIC
 permit esp host 198.51.100.2 host 203.0.113.6
=== B
hostname B
${phase1}crypto isakmp key Outer address 198.51.100.2
crypto ipsec transform-set OUTER ah-sha256-hmac
crypto map OUTER 10 ipsec-isakmp
 set peer 198.51.100.2
 set transform-set OUTER
 match address OUTER-TRAFFIC
interface GigabitEthernet0/0
 ip address 203.0.113.2 255.255.255.252
 crypto map OUTER
interface GigabitEthernet0/1
 ip address 203.0.113.5 255.255.255.252
ip route 0.0.0.0 0.0.0.0 203.0.113.1
ip access-list extended OUTER-TRAFFIC
 permit esp host 203.0.113.6 host 198.51.100.2
=== C
hostname C
${phase1}crypto isakmp key Inner address 198.51.100.2
crypto ipsec transform-set INNER esp-aes 256 esp-sha256-hmac
crypto map INNER 10 ipsec-isakmp
 set peer 198.51.100.2
 set transform-set INNER
 match address INNER-TRAFFIC
interface GigabitEthernet0/0
 ip address 203.0.113.6 255.255.255.252
 crypto map INNER
interface GigabitEthernet0/1
 ip address 10.3.0.1 255.255.255.0
ip route 0.0.0.0 0.0.0.0 203.0.113.5
ip access-list extended INNER-TRAFFIC
 permit ip 10.3.0.0 0.0.0.255 10.1.0.0 0.0.0.255
`;

function walk(text = nested) {
  const [source, destination] = ["10.1.0.10", "10.3.0.10"].map((one) => parseIpv4(one) ?? 0);
  return walkPacket(designFromText(text), {
    packet: { source: source ?? 0, destination: destination ?? 0, protocol: 1 },
    associations: "standing",
  });
}

const told = ({ stages }: WalkLeg) =>
  stages.filter(({ kind }) => ["encapsulation", "decapsulation", "deliver"].includes(kind)).map(({ title }) => title);
function blocks({ stages }: WalkLeg, at: number): readonly string[] | undefined {
  const wrapping = stages.filter(({ kind }) => kind === "encapsulation");
  return wrapping[at]?.packet.blocks.map(({ detail, label }) => (label.endsWith("IP") ? `${label} ${detail}` : label));
}

describe("a tunnel within a tunnel", () => {
  test("is put on in two steps, the inner one first, and taken off by the outer peer first", () => {
    const { there } = walk();
    expect(there.fate).toBe("protected");
    expect(told(there)).toEqual([
      "ESP, tunnel mode",
      "AH, tunnel mode",
      "Taken out of the tunnel",
      "Taken out of the tunnel",
      "Delivered",
    ]);
    expect(there.stages.filter(({ kind }) => kind === "decapsulation").map(({ router }) => router)).toEqual([
      "r2",
      "r3",
    ]);
    expect(there.peerings).toHaveLength(2);
  });

  test("is drawn with both headers, and its length is what both add", () => {
    const { there } = walk();
    expect(blocks(there, 0)).toEqual([
      "New IP 198.51.100.2 → 203.0.113.6",
      "ESP",
      "IP 10.1.0.10 → 10.3.0.10",
      "ICMP",
      "Data",
      "Trailer",
      "ICV",
    ]);
    expect(blocks(there, 1)?.slice(0, 4)).toEqual([
      "New IP 198.51.100.2 → 203.0.113.2",
      "AH",
      "IP 198.51.100.2 → 203.0.113.6",
      "ESP",
    ]);
    const [inner, outer] = there.stages.filter(({ kind }) => kind === "encapsulation");
    expect(outer?.size?.before).toBe(inner?.packet.bytes);
    // The new header and AH with a check of 16 bytes.
    expect((outer?.packet.bytes ?? 0) - (inner?.packet.bytes ?? 0)).toBe(20 + 28);
    expect(outer?.packet.blocks.every(({ authenticated }) => authenticated)).toBe(true);
  });

  test("is put on by the router on the way where the answer comes back", () => {
    const { back } = walk();
    if (!back) throw new Error("There is an answer.");
    expect(back.fate).toBe("protected");
    expect(back.routers).toEqual(["r3", "r2", "r1"]);
    expect(told(back)).toEqual([
      "ESP, tunnel mode",
      "AH, tunnel mode",
      "Taken out of the tunnel",
      "Taken out of the tunnel",
      "Delivered",
    ]);
    expect(blocks(back, 1)?.[0]).toBe(`New IP ${formatIpv4(parseIpv4("203.0.113.2") ?? 0)} → 198.51.100.2`);
  });

  test("loses the packet where the outer tunnel does not come up", () => {
    const { there } = walk(
      nested.replace("crypto isakmp key Outer address 198.51.100.2", "crypto isakmp key Else address 198.51.100.2"),
    );
    expect(there.fate).toBe("dropped");
    expect(there.stages.at(-1)).toMatchObject({ kind: "association", verdict: "stops", rule: "psk-mismatch" });
  });

  test("is not made by IOS-XE, which does not encrypt twice", () => {
    const { there } = walk(nested.replace("hostname A\n", "version 17.9\nhostname A\n"));
    expect(there.stages.some(({ title }) => title === "Not encrypted twice")).toBe(true);
    expect(told(there)).toEqual(["ESP, tunnel mode", "Taken out of the tunnel", "Delivered"]);
  });

  test("is not what an entry for everything makes of a tunnel's packets", () => {
    const { there } = walk(nested.replace("permit esp host 198.51.100.2 host 203.0.113.6", "permit ip any any"));
    expect(told(there)).toEqual(["ESP, tunnel mode", "Taken out of the tunnel", "Delivered"]);
  });
});

import { describe, expect, test } from "vitest";
import { derivePeerings } from "../derive/peerings.ts";
import { parseIpv4 } from "../net/ipv4.ts";
import { designFromText } from "../testing/designFromText.ts";
import { plainSites } from "../testing/plainSites.ts";
import { writeCase } from "../testing/ruleCase.ts";
import { tunnelPacket, type LikelyHosts } from "./tunnelPacket.ts";
import { packetText } from "./walkPacket.ts";

const address = (text: string) => parseIpv4(text) ?? 0;
const lists = (alpha: string, beta: string) => {
  const list = "ip access-list extended VPN\n ";
  return writeCase(plainSites, `=== Alpha\n${list}${alpha}\n=== Beta\n${list}${beta}`).text;
};

function packetOf(text: string, likely?: LikelyHosts): string | undefined {
  const design = designFromText(text);
  const [peering] = derivePeerings(design);
  const packet = peering && tunnelPacket(design, peering, likely);
  return packet && packetText(packet);
}

describe("a packet that a tunnel is for", () => {
  test("goes between the likely hosts, where the tunnel's list selects them", () => {
    expect(packetOf(plainSites, { source: address("10.1.0.77"), destination: address("10.2.0.88") })).toBe(
      "ip 10.1.0.77 -> 10.2.0.88",
    );
    expect(packetOf(plainSites, { source: address("10.9.0.77"), destination: address("10.2.0.88") })).toBe(
      "ip 10.1.0.10 -> 10.2.0.88",
    );
  });

  test("goes between the two hosts that a list names, with its protocol and port", () => {
    expect(
      packetOf(lists("permit tcp host 10.1.0.5 host 10.2.0.7 eq 443", "permit tcp host 10.2.0.7 eq 443 host 10.1.0.5")),
    ).toBe("tcp 10.1.0.5 -> 10.2.0.7:443");
  });

  test("is read from the other end's list where the first has no line for it", () => {
    expect(packetOf(lists("deny ip any any", "permit ip host 10.2.0.7 host 10.1.0.5"))).toBe("ip 10.1.0.5 -> 10.2.0.7");
  });
});

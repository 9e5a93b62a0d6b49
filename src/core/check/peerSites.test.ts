import { describe, expect, test } from "vitest";
import type { Design } from "../model/design.ts";
import { parsePrefix } from "../net/ipv4.ts";
import { designFromText } from "../testing/designFromText.ts";
import { staticEntries } from "./cryptoEntries.ts";
import { peerSites } from "./peerSites.ts";
import { addressPlace, protectedNetworks } from "./protectedNetworks.ts";
import { derivePeerings } from "../derive/peerings.ts";

const hub = (peers: string, permits: string) => `=== Hub
hostname Hub
crypto map VPN 10 ipsec-isakmp
${peers}
 match address LIST
interface GigabitEthernet0/0
 ip address 198.51.100.2 255.255.255.252
 crypto map VPN
ip access-list extended LIST
${permits}
`;

const spoke = (name: string, outside: string, inside: string) => `=== ${name}
hostname ${name}
interface GigabitEthernet0/0
 ip address ${outside} 255.255.255.252
 ip nat outside
interface GigabitEthernet0/1
 ip address ${inside} 255.255.255.0
`;

const peers = " set peer 192.0.2.2\n set peer 192.0.2.6";
const permits = " permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255\n permit ip 10.1.0.0 0.0.0.255 10.3.0.0 0.0.0.255";
const two = spoke("B", "192.0.2.2", "10.2.0.1") + spoke("C", "192.0.2.6", "10.3.0.1");

function sitesIn(text: string, change: (design: Design) => Design = (design) => design) {
  const design = change(designFromText(text));
  const [router] = design.routers.values();
  return peerSites(design, staticEntries(router!)[0]!).map((site) => ({
    routers: site.routers.map(({ id }) => id),
    peers: site.peers.map(({ peer }) =>
      router!.elements.cryptoMapEntry.get("VPN 10")!.peers.findIndex((one) => one.peer === peer),
    ),
    lines: site.permits.map(({ sequence }) => sequence),
  }));
}

describe("the peers of an entry stand at different sites", () => {
  test("where each has traffic that only it has behind it", () => {
    expect(sitesIn(hub(peers, permits) + two)).toEqual([
      { routers: ["r2"], peers: [0], lines: [10] },
      { routers: ["r3"], peers: [1], lines: [20] },
    ]);
  });

  test("not where they have a network in common, or a peer is outside the design", () => {
    expect(
      sitesIn(hub(peers, permits) + spoke("B", "192.0.2.2", "10.2.0.1") + spoke("C", "192.0.2.6", "10.2.0.2")),
    ).toEqual([]);
    expect(sitesIn(hub(peers, permits) + spoke("B", "192.0.2.2", "10.2.0.1"))).toEqual([]);
    expect(sitesIn(hub(" set peer 192.0.2.2\n set peer 198.51.100.2", permits) + two)).toEqual([]);
  });

  test("not where the list holds traffic for one of them alone", () => {
    const one = " permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255";
    expect(sitesIn(hub(peers, one) + two)).toEqual([]);
    expect(sitesIn(hub(peers, " permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.1.255.255") + two)).toEqual([]);
  });

  test("as the drawing has it, whatever their networks", () => {
    const at =
      (...sites: readonly string[]) =>
      (design: Design): Design => ({
        ...design,
        routers: new Map(
          [...design.routers].map(([id, router], index) => {
            const site = sites[index];
            return [id, site === undefined ? router : { ...router, site }];
          }),
        ),
      });
    const all = hub(peers, permits) + two;
    expect(sitesIn(all, at("hub", "one", "one"))).toEqual([]);
    expect(sitesIn(all, at("hub", "one", "other"))).toHaveLength(2);
    expect(sitesIn(all, at("hub", "one"))).toHaveLength(2);
  });

  test("with backups of one site together, and several peers of one router", () => {
    const third = `${peers}\n set peer 192.0.2.10\n set peer 10.2.0.1`;
    expect(sitesIn(hub(third, permits) + two + spoke("D", "192.0.2.10", "10.2.0.9"))).toEqual([
      { routers: ["r2", "r4"], peers: [0, 2, 3], lines: [10] },
      { routers: ["r3"], peers: [1], lines: [20] },
    ]);
  });
});

describe("a network that a list protects", () => {
  const design = designFromText(`=== Hub
hostname Hub
crypto map VPN 10 ipsec-isakmp
 set peer 192.0.2.2
 match address LIST
interface GigabitEthernet0/0
 ip address 198.51.100.2 255.255.255.252
 crypto map VPN
interface GigabitEthernet0/1
 ip address 10.1.0.1 255.255.255.0
 ip address 10.8.0.1 255.255.255.0 secondary
 ip address 10.9.0.1 255.255.255.0 secondary
interface GigabitEthernet0/2
 ip address 10.5.0.1 255.255.255.0
 shutdown
ip access-list extended LIST
 permit ip 10.9.0.0 0.0.0.255 10.2.0.0 0.0.0.255
 permit ip 10.1.0.0 0.0.0.127 10.2.0.0 0.0.0.255
 permit ip 10.5.0.0 0.0.0.255 10.2.0.0 0.0.0.255
 permit ip any 10.3.0.0 0.0.0.255
`);
  const [router] = design.routers.values();

  test("is connected, up, and named, not only met by any", () => {
    const [peering] = derivePeerings(design);
    expect(protectedNetworks(router!, peering!.a)).toEqual([
      { interface: "GigabitEthernet0/1", prefix: parsePrefix("10.1.0.0/24") },
      { interface: "GigabitEthernet0/1", prefix: parsePrefix("10.9.0.0/24") },
    ]);
  });

  test("stands at the line that gives the address", () => {
    const at = (name: string, text: string) => addressPlace(router!, name, parsePrefix(text)!);
    const place = { router: "r1", kind: "interface", name: "GigabitEthernet0/1" };
    expect(at("GigabitEthernet0/1", "10.1.0.0/24")).toEqual({ ...place, field: "address" });
    expect(at("GigabitEthernet0/1", "10.8.0.0/24")).toEqual({ ...place, field: "secondaryAddresses", item: 0 });
    expect(at("GigabitEthernet0/1", "10.9.0.0/24")).toEqual({ ...place, field: "secondaryAddresses", item: 1 });
    expect(at("Gone", "10.9.0.0/24")).toEqual({ ...place, name: "Gone", field: "address" });
  });
});

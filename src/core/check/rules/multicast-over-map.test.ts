import type { Design, WishedFlow } from "../../model/design.ts";
import { parsePrefix } from "../../net/ipv4.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { multicastOverMap } from "./multicast-over-map.ts";

function wishing(source: string, destination: string, more: Partial<WishedFlow> = {}): (design: Design) => Design {
  const [from, to] = [parsePrefix(source), parsePrefix(destination)];
  if (!from || !to) throw new Error("A wish needs two prefixes.");
  return (design) => ({ ...design, wishedFlows: [{ source: from, destination: to, ...more }] });
}

ruleTest(multicastOverMap, twoSites, {
  "multicast that the drawing wishes for is reported where the crypto map takes it": {
    text: `
      @ permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255   !want wished(error)
    `,
    design: wishing("10.1.0.0/24", "10.2.0.0/24", { multicast: true }),
    says: [
      "10.1.0.0/24 is to reach 10.2.0.0/24 with multicast, but the crypto map between SiteA and SiteB carries unicast only.",
    ],
  },
  "an entry for a group or a routing protocol tells the wish itself": `
    +ip access-list extended VPN-PEER
     permit ip 10.1.0.0 0.0.0.255 host 224.0.0.10   !want entry
     permit ospf any any   !want entry
     permit ospf host 10.1.0.1 host 10.2.0.1
  `,
  "multicast between other networks does not cross this map": {
    text: "",
    design: wishing("10.7.0.0/24", "10.8.0.0/24", { multicast: true }),
  },
  "unicast is what a crypto map is for": {
    text: "",
    design: wishing("10.1.0.0/24", "10.2.0.0/24"),
  },
});

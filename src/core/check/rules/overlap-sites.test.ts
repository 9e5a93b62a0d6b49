import type { Design } from "../../model/design.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { overlapSites } from "./overlap-sites.ts";

const sameNetwork = `
      === SiteA
      @ ip address 10.1.0.1 255.255.255.0   !want overlap(error)
      ip access-list extended VPN-PEER
       permit ip 10.1.0.0 0.0.0.255 10.1.0.0 0.0.255.255
      === SiteB
      ip address 10.2.0.1 255.255.255.0 => ip address 10.1.0.65 255.255.255.192   !also overlap
      ip access-list extended VPN-PEER
       permit ip 10.1.0.0 0.0.255.255 10.1.0.0 0.0.0.255`;

const inOneSite = (design: Design): Design => ({
  ...design,
  routers: new Map([...design.routers].map(([id, router]) => [id, { ...router, site: "Here" }])),
});

ruleTest(overlapSites, twoSites, {
  "one network at both ends is reported with both interfaces": {
    text: sameNetwork,
    says: [
      "SiteA protects 10.1.0.0/24 on GigabitEthernet0/1 and SiteB protects 10.1.0.64/26 on GigabitEthernet0/1; hosts can't reach an address that is at both ends.",
    ],
  },
  "routers of one site stand in one network": { text: sameNetwork.replaceAll(/ +!.*/g, ""), design: inOneSite },
  "lists that name translated networks have seen to it": `
    === SiteA
    ip access-list extended VPN-PEER
     permit ip 172.16.1.0 0.0.0.255 172.16.2.0 0.0.0.255
    === SiteB
    ip address 10.2.0.1 255.255.255.0 => ip address 10.1.0.1 255.255.255.0
    ip access-list extended VPN-PEER
     permit ip 172.16.2.0 0.0.0.255 172.16.1.0 0.0.0.255
  `,
  "different networks are none of it": ``,
});

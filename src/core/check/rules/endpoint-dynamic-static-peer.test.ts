import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { endpointDynamicStaticPeer } from "./endpoint-dynamic-static-peer.ts";

const overDhcp = `
      === SiteB
      interface GigabitEthernet0/0
       ip address dhcp   !want changing(error)
       crypto map VPN
      === SiteA
      @ set peer 203.0.113.2   !also changing`;

ruleTest(endpointDynamicStaticPeer, twoSites, {
  "a peer with an address from DHCP can't be named by a fixed one": {
    text: overDhcp,
    says: [
      "SiteB gets its endpoint's address by DHCP or PPP, but SiteA names the fixed address 203.0.113.2 as its peer.",
    ],
  },
  "the anchor goes behind the set's other entries": `${overDhcp}
      crypto map VPN 20 ipsec-isakmp
       set peer 192.0.2.9
       set transform-set TS-AES256
       match address VPN-THIRD
      ip access-list extended VPN-THIRD
       permit ip 10.1.0.0 0.0.0.255 10.9.0.0 0.0.0.255
  `,
  "a dynamic map takes any address": `
      === SiteB
      interface GigabitEthernet0/0
       ip address dhcp
       crypto map VPN
      === SiteA
      - crypto map VPN 10 ipsec-isakmp
      crypto map VPN 10 ipsec-isakmp dynamic DYN
      crypto dynamic-map DYN 10
       set transform-set TS-AES256
       set pfs group14
  `,
  "fixed addresses at both ends are none of it": ``,
});

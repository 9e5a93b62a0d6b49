import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { routePeer } from "./route-peer.ts";

ruleTest(routePeer, twoSites, {
  "routes that lead elsewhere don't lead to the peer": {
    text: `
      ip route 0.0.0.0 0.0.0.0 198.51.100.1 => ip route 10.2.0.0 255.255.255.0 198.51.100.1
      @ set peer 203.0.113.2   !want noRoute
    `,
    says: ["SiteA has no route to its peer 203.0.113.2, so IKE cannot leave."],
  },
  "where nothing tells the next hop, no route is made up": `
    interface GigabitEthernet0/0
     ip address 198.51.100.2 255.255.255.0
     crypto map VPN
    ip route 0.0.0.0 0.0.0.0 198.51.100.1 => ip route 10.2.0.0 255.255.255.0 GigabitEthernet0/0
    @ set peer 203.0.113.2   !want noRoute
  `,
  "a default route leads there": ``,
  "so does being neighbours": `
    interface GigabitEthernet0/0
     ip address 203.0.113.1 255.255.255.252
     crypto map VPN
    ip route 0.0.0.0 0.0.0.0 198.51.100.1 => ip route 10.2.0.0 255.255.255.0 203.0.113.2
    === SiteB
    set peer 198.51.100.2 => set peer 203.0.113.1
  `,
});

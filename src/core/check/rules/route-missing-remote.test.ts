import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { routeMissingRemote } from "./route-missing-remote.ts";

ruleTest(routeMissingRemote, twoSites, {
  "routes that lead to the peer and not to its network leave it unreached": {
    text: `
      ip route 0.0.0.0 0.0.0.0 198.51.100.1 => ip route 203.0.113.0 255.255.255.0 198.51.100.1
      @ match address VPN-PEER   !want noRoute
    `,
    says: ["SiteA has no route to 10.2.0.0/24, so nothing for it reaches crypto map VPN on GigabitEthernet0/0."],
  },
  "where nobody answers, the router's own routes are looked at all the same": `
    ip route 0.0.0.0 0.0.0.0 198.51.100.1 => ip route 203.0.113.0 255.255.255.0 198.51.100.1
    set peer 203.0.113.2 => set peer 203.0.113.77
    @ match address VPN-PEER   !want noRoute
    === SiteB
    - crypto map VPN 10 ipsec-isakmp
  `,
  "reverse-route static brings the route": `
    ip route 0.0.0.0 0.0.0.0 198.51.100.1 => ip route 203.0.113.0 255.255.255.0 198.51.100.1
    +crypto map VPN 10 ipsec-isakmp
     reverse-route static
  `,
  "a routing protocol may know the way": `
    ip route 0.0.0.0 0.0.0.0 198.51.100.1 => ip route 203.0.113.0 255.255.255.0 198.51.100.1
    router ospf 1
     network 198.51.100.0 0.0.0.3 area 0
  `,
  "a default route is a route, and so is what a text without routes leaves out": `
    - ip route 0.0.0.0 0.0.0.0 198.51.100.1
  `,
});

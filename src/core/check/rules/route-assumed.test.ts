import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { routeAssumed } from "./route-assumed.ts";

ruleTest(routeAssumed, twoSites, {
  "a text without any route is taken to have those that it needs": `
    === SiteA
    - ip route 0.0.0.0 0.0.0.0 198.51.100.1
    @ crypto map VPN 10 ipsec-isakmp   !want assumed(info)
  `,
  "a default route is a route": "",
  "what a routing protocol may know better is said": `
    === SiteA
    router ospf 1
     network 10.0.0.0 0.255.255.255 area 0
    ip route 0.0.0.0 0.0.0.0 198.51.100.1 => ip route 0.0.0.0 0.0.0.0 10.1.0.254   !want learned(info)
  `,
});

import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { routeReturn } from "./route-return.ts";

ruleTest(routeReturn, twoSites, {
  "a responder without a route back is reported": {
    text: `
      === SiteB
      ip route 0.0.0.0 0.0.0.0 203.0.113.1 => ip route 198.51.100.0 255.255.255.0 203.0.113.1
      @ match address VPN-PEER   !want missing
    `,
    says: ["SiteB has no route back to 10.1.0.0/24, so answers never reach crypto map VPN on GigabitEthernet0/0."],
  },
  "so is one whose route back leads past the crypto map": `
    === SiteB
    interface GigabitEthernet0/2
     ip address 192.168.50.1 255.255.255.0
    ip route 10.1.0.0 255.255.0.0 192.168.50.254   !want wrongInterface
  `,
  "reverse-route brings it once the tunnel is up": `
    === SiteB
    ip route 0.0.0.0 0.0.0.0 203.0.113.1 => ip route 198.51.100.0 255.255.255.0 203.0.113.1
    +crypto map VPN 10 ipsec-isakmp
     reverse-route
  `,
  "a default route leads back": ``,
});

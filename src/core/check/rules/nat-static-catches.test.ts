import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { natStaticCatches } from "./nat-static-catches.ts";

ruleTest(natStaticCatches, twoSites, {
  "a server with a static translation answers past the tunnel": {
    text: `
      ip nat inside source static 10.1.0.80 198.51.100.2   !want caught(warning)
      @ permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255   !also caught
    `,
    says: [
      'SiteA: the static translation of 10.1.0.80 has no route map, so what 10.1.0.80 sends to the other site goes past "permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255" of ACL VPN-PEER.',
    ],
  },
  "one port is enough": `
    ip nat inside source static tcp 10.1.0.80 443 interface GigabitEthernet0/0 443   !want caught
  `,
  "so is a whole network": `
    ip nat inside source static network 10.1.0.0 198.51.100.0 /24   !want caught
  `,
  "a route map can exempt, another host and an interface that does not translate are none of it": `
    ip nat inside source static 10.1.0.80 198.51.100.2 route-map SERVERS
    ip nat inside source static 10.7.0.80 198.51.100.3
    === SiteB
    ip nat inside source static 10.2.0.80 203.0.113.7
    - ip nat outside
  `,
});

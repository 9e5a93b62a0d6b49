import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { natNotExempt } from "./nat-not-exempt.ts";

ruleTest(natNotExempt, twoSites, {
  "a permit of the translation's list catches the flow": {
    text: `
      ip access-list extended NAT
       permit ip 10.1.0.0 0.0.0.255 any   !want all(error)
      @ ip nat inside source list NAT interface GigabitEthernet0/0 overload   !also all
      @ ip access-list extended VPN-PEER   !also all
    `,
    says: [
      "SiteA translates ip 10.1.0.0/24 -> 10.2.0.0/24 by list NAT before the crypto map sees it, so it leaves in clear.",
    ],
  },
  "an exemption of a part leaves the rest": `
    ip access-list extended NAT
     deny ip 10.1.0.0 0.0.0.127 10.2.0.0 0.0.0.255
     permit ip 10.1.0.0 0.0.0.255 any   !want part(warning)
  `,
  "a standard list can't exempt, so an extended one takes its place": `
    ip nat inside source list NAT interface GigabitEthernet0/0 overload => ip nat inside source list 10 interface GigabitEthernet0/0 overload
    access-list 10 permit 10.1.0.0 0.0.0.255   !want all
  `,
  "a route map's lists are read as well": `
    ip nat inside source list NAT interface GigabitEthernet0/0 overload => ip nat inside source route-map RM interface GigabitEthernet0/0 overload   !want all
    route-map RM permit 10
     match ip address 150
    access-list 150 permit ip 10.1.0.0 0.0.0.255 any
  `,
  "a static translation of the whole source has no list to exempt it in": `
    ip access-list extended VPN-PEER
     permit ip host 10.1.0.80 10.2.0.0 0.0.0.255
    ip nat inside source static 10.1.0.80 198.51.100.2   !want all
  `,
  "an exemption before the permit, and no translation at all, are none of it": `
    === SiteB
    - ip nat inside source list NAT interface GigabitEthernet0/0 overload
    ip access-list extended NAT
     permit ip 10.2.0.0 0.0.0.255 any
  `,
});

import { ruleTest } from "../../testing/ruleTest.ts";
import { siteA, twoSites } from "../../testing/twoSites.ts";
import { mapUnapplied } from "./map-unapplied.ts";

const alone = `=== SiteA\n${siteA}`;

ruleTest(mapUnapplied, twoSites, {
  "a map that no interface carries is reported on its first entry; the fix knows where the peer looks": `
    - crypto map VPN
    @ crypto map VPN 10 ipsec-isakmp   !want unapplied
  `,
  "a map that one of several interfaces carries is applied": "",
  "a map of which only an interface knows is another rule's": `
    - crypto map VPN 10 ipsec-isakmp
  `,
  "without the peer in the design, the way to it tells the interface": {
    base: alone,
    text: `
      - crypto map VPN
      @ crypto map VPN 10 ipsec-isakmp   !want unapplied
    `,
  },
  "a router without an interface to put it on is told all the same": {
    base: alone,
    text: `
      === R2
      crypto map VPN 10 ipsec-isakmp   !want unapplied
       set peer 192.0.2.1
    `,
  },
  "each map counts for itself": {
    base: alone,
    text: `
      crypto map OTHER 10 ipsec-isakmp   !want unapplied
       set peer 192.0.2.1
       set transform-set TS-AES256
       match address TO-PARTNER
      crypto isakmp key Another-Long-Shared-Key address 192.0.2.1
      ip access-list extended TO-PARTNER
       permit ip 10.1.0.0 0.0.0.255 10.9.0.0 0.0.0.255
      interface GigabitEthernet0/2
       ip address 192.0.2.2 255.255.255.252
      ip route 10.9.0.0 255.255.255.0 192.0.2.1
    `,
    value: "GigabitEthernet0/2",
  },
  "nothing is said where all maps are applied": { base: alone, text: "" },
  "only interfaces that are up and have an address are offered": {
    base: alone,
    text: `
      - crypto map VPN
      @ crypto map VPN 10 ipsec-isakmp   !want unapplied
      interface GigabitEthernet0/5
       no ip address
      interface GigabitEthernet0/6
       ip address 192.0.2.1 255.255.255.0
       shutdown
      interface Loopback0
       ip address 192.0.2.129 255.255.255.255
    `,
  },
});

import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { mapEmpty } from "./map-empty.ts";

ruleTest(mapEmpty, twoSites, {
  "settings alone protect nothing": `
    - crypto map VPN 10 ipsec-isakmp
    crypto map VPN local-address GigabitEthernet0/0   !also noEntries
    @ crypto map VPN   !want noEntries
  `,
  "a map with an entry is not empty": `
    crypto map VPN local-address GigabitEthernet0/0
  `,
  "a map of which only the interface knows is another rule's": `
    - crypto map VPN 10 ipsec-isakmp
  `,
});

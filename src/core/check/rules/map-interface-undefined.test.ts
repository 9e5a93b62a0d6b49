import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { mapInterfaceUndefined } from "./map-interface-undefined.ts";

ruleTest(mapInterfaceUndefined, twoSites, {
  "names are told apart by case, and the near miss is suggested": `
    crypto map VPN => crypto map vpn   !want undefinedMap
  `,
  "where the router has no crypto map there is none to choose": `
    === R3
    interface GigabitEthernet0/0
     ip address 192.0.2.1 255.255.255.0
     crypto map VPN   !want undefinedMap
  `,
  "a dynamic map's name, and a map of settings alone, are other rules'": `
    === R3
    crypto dynamic-map DYN 10
     set transform-set TS
    crypto map SETTINGS local-address Loopback0
    interface GigabitEthernet0/0
     crypto map DYN
    interface GigabitEthernet0/1
     crypto map SETTINGS
  `,
});

import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { dynmapOnInterface } from "./dynmap-on-interface.ts";

ruleTest(dynmapOnInterface, twoSites, {
  "a dynamic map on an interface gets a crypto map around it": `
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
    interface GigabitEthernet0/2
     ip address 192.0.2.1 255.255.255.0
     crypto map DYN   !want applied
  `,
  "where a crypto map anchors it, that one was meant": `
    crypto map CLIENTS 10 ipsec-isakmp dynamic DYN
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
    interface GigabitEthernet0/2
     ip address 192.0.2.1 255.255.255.0
     crypto map DYN   !want applied
  `,
  "a crypto map may have the name of a dynamic one": `
    crypto dynamic-map VPN 10
     set transform-set TS-AES256
  `,
});

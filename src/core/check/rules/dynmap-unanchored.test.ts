import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { dynmapUnanchored } from "./dynmap-unanchored.ts";

ruleTest(dynmapUnanchored, twoSites, {
  "a dynamic map that no entry names is reported once": `
    crypto dynamic-map DYN 10   !want unanchored
     set transform-set TS-AES256
    crypto dynamic-map DYN 20
     set transform-set TS-AES256
  `,
  "an anchored one is not": `
    crypto map VPN 100 ipsec-isakmp dynamic DYN
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
  `,
  "nor one on an interface, which is another rule's": `
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
    interface GigabitEthernet0/2
     ip address 192.0.2.1 255.255.255.0
     crypto map DYN
  `,
  "where the highest sequence is taken, the anchor goes below it": `
    crypto map VPN 65535 ipsec-isakmp dynamic LAST
    crypto dynamic-map LAST 10
     set transform-set TS-AES256
    crypto dynamic-map DYN 10   !want unanchored
     set transform-set TS-AES256
  `,
});

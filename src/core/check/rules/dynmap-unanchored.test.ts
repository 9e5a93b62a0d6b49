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
  "a crypto map that no interface carries is the place to anchor it where there is no other": `
    - crypto map VPN
    crypto dynamic-map DYN 10   !want unanchored
     set transform-set TS-AES256
  `,
  "maps on interfaces come first": `
    crypto map SPARE 10 ipsec-isakmp
     set peer 192.0.2.66
     set transform-set TS-AES256
     match address SPARE
    ip access-list extended SPARE
     permit ip 10.1.0.0 0.0.0.255 10.66.0.0 0.0.0.255
    crypto map EMPTY local-address GigabitEthernet0/1
    crypto dynamic-map DYN 10   !want unanchored
     set transform-set TS-AES256
  `,
});

import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { dynamicManyPermits } from "./dynamic-many-permits.ts";

ruleTest(dynamicManyPermits, twoSites, {
  "several permits of a dynamic entry's list are noted": `
    crypto map VPN 100 ipsec-isakmp dynamic DYN
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
     match address 120   !want several(info)
    access-list 120 deny ip host 10.1.0.1 any
    access-list 120 permit ip 10.1.0.0 0.0.0.255 10.8.0.0 0.0.255.255
    access-list 120 permit ip 10.1.0.0 0.0.0.255 10.9.0.0 0.0.255.255   !also several
  `,
  "one permit with denies, and a static entry's list, are none of it": `
    crypto map VPN 100 ipsec-isakmp dynamic DYN
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
     match address 120
    access-list 120 deny ip host 10.1.0.1 any
    access-list 120 permit ip 10.1.0.0 0.0.0.255 10.8.0.0 0.0.255.255
    +ip access-list extended VPN-PEER
     permit ip 10.1.0.0 0.0.0.255 10.8.0.0 0.0.255.255
  `,
});

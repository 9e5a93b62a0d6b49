import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { aclAnyRri } from "./acl-any-rri.ts";

ruleTest(aclAnyRri, twoSites, {
  "any with reverse-route is reported on the line, with the reverse-route": `
    +crypto map VPN 10 ipsec-isakmp
     reverse-route static   !also any
    ip access-list extended VPN-PEER
     permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
     permit ip 10.1.0.0 0.0.0.255 any   !want any(error)
  `,
  "without reverse-route any makes no routes": `
    ip access-list extended VPN-PEER
     permit ip 10.1.0.0 0.0.0.255 any
  `,
  "named networks can be routed": `
    +crypto map VPN 10 ipsec-isakmp
     reverse-route
  `,
  "a dynamic entry makes routes of what its peer asks for": `
    crypto map VPN 100 ipsec-isakmp dynamic DYN
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
     match address 120
     reverse-route
    access-list 120 permit ip 10.1.0.0 0.0.0.255 any
  `,
});

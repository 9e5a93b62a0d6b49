import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { dpdOneSided } from "./dpd-one-sided.ts";

ruleTest(dpdOneSided, twoSites, {
  "keepalives at both ends are none of it": ``,
  "intervals may differ": `
    crypto isakmp keepalive 10 3 periodic => crypto isakmp keepalive 30
  `,
  "an end without is told to have them too": `
    === SiteA
    - crypto isakmp keepalive 10 3 periodic
    @ crypto map VPN 10 ipsec-isakmp   !want oneSided(info)
    === SiteB
    @ crypto isakmp keepalive 10 3 periodic   !also oneSided
  `,
  "none at all is agreement": `
    === SiteA
    - crypto isakmp keepalive 10 3 periodic
    === SiteB
    - crypto isakmp keepalive 10 3 periodic
  `,
  "a profile may have its own": `
    - crypto isakmp keepalive 10 3 periodic
    crypto isakmp profile PEERS
       keyring default
       match identity address 203.0.113.2 255.255.255.255
       keepalive 10 retry 3
    +crypto map VPN 10 ipsec-isakmp
     set isakmp-profile PEERS
  `,
});

import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { noPfs } from "./no-pfs.ts";

ruleTest(noPfs, twoSites, {
  "PFS at both ends is none of it": ``,
  "both ends get the same group": `
    === SiteA
    - set pfs group14
    @ crypto map VPN 10 ipsec-isakmp   !want none(info)
    === SiteB
    - set pfs group14
    @ crypto map VPN 10 ipsec-isakmp   !want none(info)
  `,
  "a peer's group comes first": `
    === SiteA
    - set pfs group14
    @ crypto map VPN 10 ipsec-isakmp   !want none
    === SiteB
    set pfs group14 => set pfs group20   !also none
  `,
  "a hub's dynamic entry is left as it is": `
    === SiteA
    - crypto map VPN 10 ipsec-isakmp
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
     set pfs group14
    crypto map VPN 65000 ipsec-isakmp dynamic DYN
  `,
});

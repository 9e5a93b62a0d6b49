import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { p2PfsOneway } from "./p2-pfs-oneway.ts";

ruleTest(p2PfsOneway, twoSites, {
  "the same group on both sides is none of it": ``,
  "no PFS on either side is agreement": `
    === SiteA
    - set pfs group14
    === SiteB
    - set pfs group14
  `,
  "an entry without PFS is reported where its peer wants it": `
    === SiteA
    - set pfs group14
    @ crypto map VPN 10 ipsec-isakmp   !want onlyFar(warning)
    === SiteB
    @ set pfs group14   !also onlyFar
  `,
  "where the other direction is down too, it is no longer one-way": `
    === SiteA
    - set pfs group14
    @ crypto map VPN 10 ipsec-isakmp   !want onlyFar(error)
    === SiteB
    permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255 => permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.1.255
  `,
});

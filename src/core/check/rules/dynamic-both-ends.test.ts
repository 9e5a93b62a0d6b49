import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { dynamicBothEnds } from "./dynamic-both-ends.ts";

const waiting = (mark = "") => `
    - crypto map VPN 10 ipsec-isakmp
    crypto dynamic-map DYN 10${mark}
     set transform-set TS-AES256
     match address VPN-PEER
    crypto map VPN 65000 ipsec-isakmp dynamic DYN
`;

ruleTest(dynamicBothEnds, twoSites, {
  "static entries at both ends are none of it": ``,
  "one dynamic end is how such a tunnel is meant": `
    === SiteA
    ${waiting()}
  `,
  "two dynamic ends wait for each other": `
    === SiteA
    ${waiting("   !want nobodyStarts(error)")}
    === SiteB
    ${waiting("   !also nobodyStarts")}
  `,
  "two that protect other traffic don't mean each other": `
    === SiteA
    ${waiting()}
    === SiteB
    ${waiting()}
    permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255 => permit ip 10.2.0.0 0.0.0.255 10.3.0.0 0.0.0.255
  `,
});

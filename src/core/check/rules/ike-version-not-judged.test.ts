import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { ikeVersionNotJudged } from "./ike-version-not-judged.ts";

ruleTest(ikeVersionNotJudged, twoSites, {
  "IKEv2 profiles at both ends": `
    === SiteA
    +crypto map VPN 10 ipsec-isakmp
     set ikev2-profile P   !want ikev2(info)
    === SiteB
    +crypto map VPN 10 ipsec-isakmp
     set ikev2-profile P   !also ikev2
  `,
  "IKEv1 is judged": "",
});

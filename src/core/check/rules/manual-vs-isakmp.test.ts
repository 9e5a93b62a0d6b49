import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { manualVsIsakmp } from "./manual-vs-isakmp.ts";

ruleTest(manualVsIsakmp, twoSites, {
  "IKE at both ends is none of it": ``,
  "manual keys at one end are reported at both": {
    text: `
      === SiteA
      crypto map VPN 10 ipsec-isakmp => crypto map VPN 10 ipsec-manual   !want mixed(error)
      === SiteB
      @ crypto map VPN 10 ipsec-isakmp   !also mixed
    `,
    says: ["Of SiteA and SiteB only SiteB would negotiate with IKE: the other end has manual keys."],
  },
});

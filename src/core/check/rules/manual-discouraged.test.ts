import { manualSites } from "../../testing/manualSites.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { manualDiscouraged } from "./manual-discouraged.ts";

import { twoSites } from "../../testing/twoSites.ts";

ruleTest(manualDiscouraged, manualSites, {
  "manual keys are worth a warning, on each router": `
    === SiteA
    @ crypto map VPN 10 ipsec-manual   !want manual(warning)
    === SiteB
    @ crypto map VPN 10 ipsec-manual   !want manual(warning)
  `,
  "IKE is none of it": { base: twoSites, text: `` },
});

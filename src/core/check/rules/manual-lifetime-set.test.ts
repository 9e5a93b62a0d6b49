import { manualSites } from "../../testing/manualSites.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { manualLifetimeSet } from "./manual-lifetime-set.ts";

ruleTest(manualLifetimeSet, manualSites, {
  "manual keys alone are none of it": ``,
  "a lifetime does nothing": `
    +crypto map VPN 10 ipsec-manual
     set security-association lifetime seconds 600   !want useless(warning)
  `,
  "nor does PFS, and one report tells both": {
    text: `
      +crypto map VPN 10 ipsec-manual
       set security-association lifetime kilobytes 100000   !want useless
       set pfs group14
    `,
    says: ["SiteA: crypto map VPN 10 has manual keys, which have no use for a lifetime or PFS."],
  },
});

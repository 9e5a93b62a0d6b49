import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { weakDh24 } from "./weak-dh24.ts";

ruleTest(weakDh24, twoSites, {
  "group 14 is none of it": ``,
  "policies and PFS at both ends": `
    === SiteA
    group 14 => group 24   !want policy(warning)
    set pfs group14 => set pfs group24   !want pfs(warning)
    === SiteB
    group 14 => group 24   !want policy(warning)
    set pfs group14 => set pfs group24   !want pfs(warning)
  `,
});

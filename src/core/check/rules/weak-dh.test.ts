import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { weakDh } from "./weak-dh.ts";

ruleTest(weakDh, twoSites, {
  "group 14 is none of it": ``,
  "a policy without a group line has group 1": `
    === SiteA
    - group 14
    @ crypto isakmp policy 10   !want policy(warning)
    === SiteB
    group 14 => group 1   !want policy(warning)
  `,
  "PFS groups change at both ends": {
    text: `
      === SiteA
      set pfs group14 => set pfs group5   !want pfs(warning)
      === SiteB
      set pfs group14 => set pfs group5   !want pfs(warning)
    `,
    value: "group 19",
  },
  "a bare line at the other end goes with group 2": `
    === SiteA
    set pfs group14 => set pfs group2   !want pfs
    === SiteB
    set pfs group14 => set pfs
  `,
  "a release that refuses the group ends phase 1": `
    === SiteA
    version 17.12
    group 14 => group 2   !want policy(error)
    === SiteB
    group 14 => group 2   !want policy(warning)
  `,
});

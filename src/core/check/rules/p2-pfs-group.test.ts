import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { p2PfsGroup } from "./p2-pfs-group.ts";

ruleTest(p2PfsGroup, twoSites, {
  "the same group on both sides is none of it": ``,
  "different groups are reported on both entries, once": `
    === SiteA
    set pfs group14 => set pfs group19   !want differ(error)
    === SiteB
    @ set pfs group14   !also differ
  `,
  "PFS on one side only is another rule's business": `
    === SiteA
    - set pfs group14
  `,
});

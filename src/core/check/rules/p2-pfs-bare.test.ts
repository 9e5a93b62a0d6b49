import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { p2PfsBare } from "./p2-pfs-bare.ts";

ruleTest(p2PfsBare, twoSites, {
  "a group that is named is none of it, and no PFS either": `
    === SiteB
    - set pfs group14
  `,
  "a bare line is group 1 on classic IOS, and both ends change together": `
    === SiteA
    set pfs group14 => set pfs   !want weakest(info)
    === SiteB
    set pfs group14 => set pfs   !want weakest(info)
  `,
  "the peer's group comes first": `
    === SiteA
    set pfs group14 => set pfs   !want weakest
    === SiteB
    set pfs group14 => set pfs group2   !also weakest
  `,
  "on IOS-XE it stands for nothing certain": `
    === SiteA
    version 17.9
    set pfs group14 => set pfs   !want unclear
  `,
});

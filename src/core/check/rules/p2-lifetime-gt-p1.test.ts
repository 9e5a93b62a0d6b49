import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { p2LifetimeGtP1 } from "./p2-lifetime-gt-p1.ts";

ruleTest(p2LifetimeGtP1, twoSites, {
  "an hour for IPsec and eight for IKE are none of it": ``,
  "the shorter IKE lifetime of both counts": `
    === SiteA
    lifetime 28800 => lifetime 1800
    @ set security-association lifetime seconds 3600   !want longer(info)
    === SiteB
    @ set security-association lifetime seconds 3600   !also longer
  `,
  "the shorter IPsec lifetime of both counts": `
    === SiteA
    set security-association lifetime seconds 3600 => set security-association lifetime seconds 43200
  `,
});

import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { p1LifetimeDiffers } from "./p1-lifetime-differs.ts";

ruleTest(p1LifetimeDiffers, twoSites, {
  "equal lifetimes are none of it": ``,
  "the end with the shorter lifetime is noted, for when it starts": `
    === SiteA
    @ lifetime 28800   !also shorter
    === SiteB
    lifetime 28800 => lifetime 3600   !want shorter(info)
  `,
});

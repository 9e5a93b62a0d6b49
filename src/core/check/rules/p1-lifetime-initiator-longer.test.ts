import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { p1LifetimeInitiatorLonger } from "./p1-lifetime-initiator-longer.ts";

ruleTest(p1LifetimeInitiatorLonger, twoSites, {
  "equal lifetimes are none of it": ``,
  "the end with the longer lifetime is reported, for when it starts": `
    === SiteA
    @ lifetime 28800   !want longer(warning)
    === SiteB
    lifetime 28800 => lifetime 3600   !also longer
  `,
  "an omitted lifetime is a day": `
    === SiteB
    - lifetime 28800
    @ crypto isakmp policy 10   !want longer
  `,
});

import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { rangeNatka } from "./range-natka.ts";

ruleTest(rangeNatka, twoSites, {
  "values outside the range are reported": `
    crypto isakmp nat keepalive 4   !want outside
    crypto isakmp xauth timeout 100   !want outside
  `,
  "a line that a later one overrules was wrong all the same": `
    crypto isakmp nat keepalive 4   !want diagnostic
    crypto isakmp nat keepalive 20
  `,
  "values at the ends of the range are none of it": `
    crypto isakmp nat keepalive 3600
    crypto isakmp xauth timeout 5
  `,
});

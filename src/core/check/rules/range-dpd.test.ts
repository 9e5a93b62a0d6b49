import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { rangeDpd } from "./range-dpd.ts";

ruleTest(rangeDpd, twoSites, {
  "values outside the range are reported": `
    crypto isakmp keepalive 10 3 periodic => crypto isakmp keepalive 5 70   !want outside outside
  `,
  "a line that a later one overrules was wrong all the same": `
    crypto isakmp keepalive 10 3 periodic => crypto isakmp keepalive 5   !want diagnostic
    crypto isakmp keepalive 30
  `,
  "values at the ends of the range are none of it": `
    crypto isakmp keepalive 10 3 periodic => crypto isakmp keepalive 3600 60
  `,
});

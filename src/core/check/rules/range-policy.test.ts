import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { rangePolicy } from "./range-policy.ts";

ruleTest(rangePolicy, twoSites, {
  "a priority past the last one is reported": {
    text: `
      crypto isakmp policy 20000   !want outside(error)
       encr aes 256
       authentication pre-share
       group 14
    `,
    says: ["SiteA: crypto isakmp policy has 20000, and this release takes 1 to 10000."],
  },
  "a line that is taken back was wrong all the same": `
    crypto isakmp policy 0   !want diagnostic
    no crypto isakmp policy 0
  `,
  "the first and the last priority are none of it": `
    crypto isakmp policy 1
     encr aes 256
    crypto isakmp policy 10000
     encr aes 256
  `,
});

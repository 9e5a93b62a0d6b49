import { ruleTest } from "../../testing/ruleTest.ts";
import { p1LifetimeShort } from "./p1-lifetime-short.ts";

ruleTest(p1LifetimeShort, "", {
  "three minutes are short, and ten are not": `
    crypto isakmp policy 10
     authentication pre-share
     lifetime 180   !want short(warning)
    crypto isakmp policy 20
     authentication pre-share
     lifetime 600
    crypto isakmp policy 30
  `,
  "a lifetime that is not written is a day": `
    crypto isakmp policy 10
     authentication pre-share
  `,
  "ten minutes less one second are short": {
    text: `
      crypto isakmp policy 10
       authentication pre-share
       lifetime 599   !want short
    `,
    value: "600",
  },
});

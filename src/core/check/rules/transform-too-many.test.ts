import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { transformTooMany } from "./transform-too-many.ts";

ruleTest(transformTooMany, twoSites, {
  "seven sets are one too many": `
    set transform-set TS-AES256 => set transform-set TS-AES256 T2 T3 T4 T5 T6 T7   !want tooMany
  `,
  "six sets are taken": `
    set transform-set TS-AES256 => set transform-set TS-AES256 T2 T3 T4 T5 T6
  `,
});

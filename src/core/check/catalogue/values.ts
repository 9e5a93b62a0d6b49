import type { Rule } from "../rule.ts";
import { asaSyntax } from "../rules/asa-syntax.ts";
import { rangeDpd } from "../rules/range-dpd.ts";
import { rangeIdle } from "../rules/range-idle.ts";
import { rangeLifetime } from "../rules/range-lifetime.ts";
import { rangeNatka } from "../rules/range-natka.ts";
import { rangePolicy } from "../rules/range-policy.ts";
import { rangeReplay } from "../rules/range-replay.ts";
import { rangeSeq } from "../rules/range-seq.ts";
import { seqGap } from "../rules/seq-gap.ts";
import { unknownLine } from "../rules/unknown-line.ts";

/** Section 4.10 of the rule catalogue: values and parsing. */
export const valuesRules: readonly Rule[] = [
  rangePolicy,
  rangeSeq,
  rangeLifetime,
  rangeDpd,
  rangeNatka,
  rangeIdle,
  rangeReplay,
  seqGap,
  unknownLine,
  asaSyntax,
];

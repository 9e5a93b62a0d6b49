import type { Design } from "../model/design.ts";
import { judgePeerings } from "../negotiate/judge.ts";
import type { JudgedPeering } from "../negotiate/trace.ts";
import type { Finding } from "./finding.ts";
import { runRules, type CheckOptions } from "./runRules.ts";

export interface CheckResult {
  /** Errors first; within a severity by router, then in the order of its configuration. Suppressed ones are marked, not left out. */
  readonly findings: readonly Finding[];
  readonly peerings: readonly JudgedPeering[];
}

/** Judges every peering of a design and runs the rules over it. */
export function check(design: Design, options: CheckOptions = {}): CheckResult {
  const peerings = judgePeerings(design);
  return { findings: runRules(design, peerings, options), peerings };
}

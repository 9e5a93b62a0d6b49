import { finished } from "../derive/gradually.ts";
import type { Design } from "../model/design.ts";
import { judgePeeringsGradually } from "../negotiate/judge.ts";
import type { JudgedPeering } from "../negotiate/trace.ts";
import type { Finding } from "./finding.ts";
import { runRulesGradually, type CheckOptions } from "./runRules.ts";

export interface CheckResult {
  /** Errors first; within a severity by router, then in the order of its configuration. Suppressed ones are marked, not left out. */
  readonly findings: readonly Finding[];
  readonly peerings: readonly JudgedPeering[];
}

/** Judges every peering of a design and runs the rules over it. */
export function check(design: Design, options: CheckOptions = {}): CheckResult {
  return finished(checkGradually(design, options));
}

/**
 * The same, a small step at a time, for whoever must not be kept waiting. What was done stays remembered, so that one who gives up half-way
 * and begins anew with a design that differs little has lost little.
 */
export function* checkGradually(design: Design, options: CheckOptions = {}): Generator<undefined, CheckResult> {
  const peerings = yield* judgePeeringsGradually(design);
  return { findings: yield* runRulesGradually(design, peerings, options), peerings };
}

import { memoOf } from "../derive/identityMemo.ts";
import type { RuleId } from "../model/ruleId.ts";
import type { JudgedPeering, Refusal } from "../negotiate/trace.ts";

/**
 * What the negotiation engine said under one rule's name, over all flows and directions of a peering and over the peering as a
 * whole, in the order in which it was said. A refusal that several directions share, which is to say one with the same places
 * and values, comes once. A pair rule reports these and looks for nothing of its own, so that a verdict and a finding are one fact.
 */
export function refusalsOf<R extends RuleId>(judged: JudgedPeering, rule: R): readonly Refusal<R>[] {
  return (refusalsByRule(judged).get(rule) ?? none) as readonly Refusal<R>[];
}

const none: readonly Refusal[] = [];

const nothing: ReadonlyMap<RuleId, readonly Refusal[]> = new Map();

/** The same, rule by rule; empty for nearly every peering. */
export const refusalsByRule = memoOf((judged: JudgedPeering): ReadonlyMap<RuleId, readonly Refusal[]> => {
  const all = allRefusals(judged);
  if (all.length === 0) return nothing;
  const byRule = new Map<RuleId, Map<string, Refusal>>();
  for (const refusal of all) {
    let found = byRule.get(refusal.rule);
    if (!found) byRule.set(refusal.rule, (found = new Map<string, Refusal>()));
    const key = JSON.stringify([refusal.places, refusal.data]);
    const known = found.get(key);
    // The same fault may fail one direction and only be noted in the other; the failure is the stronger statement.
    if (!known || (known.failedAt === undefined && refusal.failedAt !== undefined)) found.set(key, refusal);
  }
  return new Map([...byRule].map(([rule, found]) => [rule, [...found.values()]]));
});

/** Everything that the engine objected to on a peering; the same refusal may come several times. */
export function allRefusals({ refusals, aToB, bToA, flows }: JudgedPeering): readonly Refusal[] {
  const all = [...refusals];
  // Nearly all verdicts have nothing to object to.
  for (const one of [aToB, bToA]) if (one && one.refusals.length > 0) all.push(...one.refusals);
  for (const flow of flows) {
    if (flow.aToB.refusals.length > 0) all.push(...flow.aToB.refusals);
    if (flow.bToA.refusals.length > 0) all.push(...flow.bToA.refusals);
  }
  return all;
}

import type { RuleId } from "../model/ruleId.ts";
import type { JudgedPeering, Refusal } from "../negotiate/trace.ts";

/**
 * What the negotiation engine said under one rule's name, over all flows and directions of a peering and over the peering as a
 * whole, in the order in which it was said. A refusal that several directions share, which is to say one with the same places
 * and values, comes once. A pair rule reports these and looks for nothing of its own, so that a verdict and a finding are one fact.
 */
export function refusalsOf(judged: JudgedPeering, rule: RuleId): readonly Refusal[] {
  const found = new Map<string, Refusal>();
  for (const refusal of allRefusals(judged)) {
    if (refusal.rule !== rule) continue;
    const key = JSON.stringify([refusal.places, refusal.data]);
    const known = found.get(key);
    // The same fault may fail one direction and only be noted in the other; the failure is the stronger statement.
    if (!known || (known.failedAt === undefined && refusal.failedAt !== undefined)) found.set(key, refusal);
  }
  return [...found.values()];
}

/** Everything that the engine objected to on a peering; the same refusal may come several times. */
export function allRefusals(judged: JudgedPeering): readonly Refusal[] {
  return [
    ...judged.refusals,
    ...(judged.aToB?.refusals ?? []),
    ...(judged.bToA?.refusals ?? []),
    ...judged.flows.flatMap((flow) => [...flow.aToB.refusals, ...flow.bToA.refusals]),
  ];
}

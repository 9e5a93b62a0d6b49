import type { JudgedPeering, Negotiation, Refusal } from "../negotiate/trace.ts";
import type { Severity } from "./finding.ts";

/**
 * The severity of a fault that as a rule takes one direction of a flow and leaves the other: a warning, unless the other direction
 * of such a flow is down as well, for whatever reason. Two faults that each take a direction leave no tunnel.
 */
export function oneWaySeverity({ rule, failedAt }: Refusal, { flows }: JudgedPeering): Severity {
  if (failedAt === undefined) return "warning";
  const kept = flows.some(
    ({ aToB, bToA }) => isDown(aToB) && isDown(bToA) && (aToB.rule === rule || bToA.rule === rule),
  );
  return kept ? "error" : "warning";
}

/** Whether a direction is known not to come up. */
export function isDown({ outcome }: Negotiation): boolean {
  return outcome === "failed" || outcome === "not-triggered";
}

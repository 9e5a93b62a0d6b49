import { routerNames } from "../derive/routerNames.ts";
import type { Design } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";
import type { RuleId } from "../model/ruleId.ts";
import type { FailedAt, Negotiation, NegotiationStep, Outcome } from "../negotiate/trace.ts";
import { locate, type ReportedLocation } from "./checkReport.ts";

/** The shape of `simulate --format json`, version 1. It only ever grows. */
export interface SimulateReport {
  readonly version: 1;
  readonly initiator: string;
  readonly responder: string;
  readonly outcome: Outcome;
  readonly rule: RuleId | null;
  readonly failedAt: FailedAt | null;
  readonly reason: string | null;
  readonly steps: readonly ReportedStep[];
}

export interface ReportedStep {
  readonly stage: NegotiationStep["stage"];
  readonly message: string;
  readonly from: string;
  readonly to: string;
  /** Null: can't be known. */
  readonly ok: boolean | null;
  readonly explains: string;
  readonly compared: NegotiationStep["compared"];
  readonly locations: readonly ReportedLocation[];
}

/** A negotiation in the words that scripts hold on to. */
export function simulateReport(design: Design, negotiation: Negotiation, responder: RouterId): SimulateReport {
  const names = routerNames(design.routers);
  const nameOf = (id: RouterId) => names.get(id) ?? id;
  return {
    version: 1,
    initiator: nameOf(negotiation.initiator),
    responder: nameOf(negotiation.responder ?? responder),
    outcome: negotiation.outcome,
    rule: negotiation.rule,
    failedAt: negotiation.failedAt,
    reason: negotiation.reason,
    steps: negotiation.steps.map((step) => ({
      stage: step.stage,
      message: step.message,
      from: nameOf(step.from),
      to: nameOf(step.to),
      ok: step.ok,
      explains: step.explains,
      compared: step.compared,
      locations: step.places.flatMap((place) => locate(design, place) ?? []),
    })),
  };
}

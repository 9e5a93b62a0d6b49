import { routerNames } from "../derive/routerNames.ts";
import type { Design } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";
import type { RuleId } from "../model/ruleId.ts";
import type { FailedAt, Negotiation, NegotiationStep, Outcome } from "../negotiate/trace.ts";
import type { EntryTrial, Fate, PacketWalk, StageKind, StageVerdict, WalkLeg } from "../play/packetWalk.ts";
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
  /** The packet's way there and the answer's, where a packet was given. */
  readonly packetWalk?: ReportedWalk;
}

export interface ReportedWalk {
  readonly there: ReportedLeg;
  readonly back: ReportedLeg | null;
}

export interface ReportedLeg {
  readonly fate: Fate;
  readonly outcome: string;
  readonly stages: readonly ReportedStage[];
}

export interface ReportedStage {
  readonly stage: StageKind;
  readonly router: string | null;
  readonly interface: string | null;
  readonly verdict: StageVerdict;
  readonly title: string;
  readonly explains: string;
  readonly rule: RuleId | null;
  /** Crypto map entries in the order in which they were asked. */
  readonly entries: readonly {
    readonly entry: string;
    readonly verdict: EntryTrial["verdict"];
    readonly line: string | null;
  }[];
  /** The packet as it leaves this stage, from its first header on. */
  readonly packet: { readonly bytes: number; readonly headers: readonly string[] };
  readonly locations: readonly ReportedLocation[];
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
export function simulateReport(
  design: Design,
  negotiation: Negotiation,
  responder: RouterId,
  walk?: PacketWalk,
): SimulateReport {
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
    ...(walk && {
      packetWalk: { there: reportLeg(design, walk.there), back: walk.back && reportLeg(design, walk.back) },
    }),
  };
}

function reportLeg(design: Design, { fate, outcome, stages }: WalkLeg): ReportedLeg {
  const names = routerNames(design.routers);
  return {
    fate,
    outcome,
    stages: stages.map((stage) => ({
      stage: stage.kind,
      router: stage.router === null ? null : (names.get(stage.router) ?? stage.router),
      interface: stage.interface,
      verdict: stage.verdict,
      title: stage.title,
      explains: stage.explains,
      rule: stage.rule,
      entries: stage.entries.map(({ entry, verdict, line }) => ({ entry, verdict, line })),
      packet: {
        bytes: stage.packet.bytes,
        headers: stage.packet.blocks.map(({ label, bytes }) => `${label} ${bytes}`),
      },
      locations: stage.places.flatMap((place) => locate(design, place) ?? []),
    })),
  };
}

import type { Peering } from "../derive/peering.ts";
import type { Place, RouterId } from "../model/router.ts";
import type { RuleId } from "../model/ruleId.ts";
import type { RefusalData } from "./engineRules.ts";

export type Outcome = "established" | "failed" | "not-triggered" | "unknown";

/** Where a negotiation stopped. `not-triggered` stops at route, nat or crypto-map; `failed` at any of the rest. */
export type FailedAt =
  | "route"
  | "nat"
  | "crypto-map"
  | "reachability"
  | "phase1-policy"
  | "phase1-authentication"
  | "phase2-proposal"
  | "phase2-proxy-identity"
  | "phase2-pfs"
  | "manual-sa"
  | "inbound-check";

/** One thing that happens, or does not, on the way to a security association. */
export interface NegotiationStep {
  readonly stage: "trigger" | "phase1" | "phase2" | "manual" | "data";
  /** The message on the wire where the step is one: MM1 to MM6, QM1 to QM3; otherwise what is done: "route", "crypto map". */
  readonly message: string;
  readonly from: RouterId;
  /** Equal to `from` where the step stays within the router. */
  readonly to: RouterId;
  /** Null: can't be known. */
  readonly ok: boolean | null;
  /** One or two sentences, in the words of the field, with the values. */
  readonly explains: string;
  /** What was offered and what it was compared with, attribute by attribute, in IOS's words. */
  readonly compared: readonly Comparison[];
  readonly places: readonly Place[];
}

/** One attribute of an offer beside what the other side holds. */
export interface Comparison {
  readonly attribute: string;
  readonly offered: string;
  readonly held: string;
  readonly agrees: boolean | null;
}

/**
 * Why a direction is down, or can't be known, as the rule that reports it needs it. The engine names the rule: a pair rule is a
 * projection of these, so that a finding and a verdict are one fact.
 */
export interface Refusal<R extends RuleId = RuleId> {
  readonly rule: R;
  /** Absent where the refusal only says why the answer is unknown, or warns. */
  readonly failedAt?: FailedAt;
  /** Values for the rule's message. */
  readonly data: RefusalData<R>;
  /** The place to blame first, then the other router's. */
  readonly places: readonly Place[];
}

/** What both ends settle on in phase 1. */
export interface Phase1Agreement {
  /** Priorities of the policies; null stands for a built-in one. */
  readonly policy: { readonly a: number | null; readonly b: number | null };
  readonly lifetimeSeconds: number;
}

/** What both ends settle on in phase 2. */
export interface Phase2Agreement {
  readonly transformSet: { readonly a: string; readonly b: string };
  /** `group14`, or null without PFS. */
  readonly pfs: string | null;
  readonly mode: "tunnel" | "transport";
  readonly lifetimeSeconds: number | null;
  /** Null: no limit by volume. */
  readonly lifetimeKilobytes: number | null;
}

/** One direction of one flow, or of a peering: what happens when the initiator sends its first packet. */
export interface Negotiation {
  readonly initiator: RouterId;
  readonly responder: RouterId | null;
  readonly outcome: Outcome;
  readonly failedAt: FailedAt | null;
  /** The rule that names the failure or the reason for `unknown`; null when established. */
  readonly rule: RuleId | null;
  /** A sentence; null when established. */
  readonly reason: string | null;
  readonly phase1: Phase1Agreement | null;
  readonly phase2: Phase2Agreement | null;
  readonly steps: readonly NegotiationStep[];
  /** All that stands in the way or makes the answer unknown; the first one decided. */
  readonly refusals: readonly Refusal[];
}

export type PeeringStatus = "agreed" | "one-way" | "partial" | "broken" | "unknown";

/** A flow with what happens in each direction. */
export interface FlowVerdict {
  readonly aToB: Negotiation;
  readonly bToA: Negotiation;
}

/** A peering with its verdict. */
export interface JudgedPeering {
  readonly peering: Peering;
  readonly status: PeeringStatus;
  /** One-way only because one end is dynamic, which is how such a tunnel is meant. */
  readonly byDesign: boolean;
  /** What happens when a initiates, on the first flow that tells the peering's outcome; null where b is missing. */
  readonly aToB: Negotiation | null;
  readonly bToA: Negotiation | null;
  /** Beside `peering.flows`, index by index. Empty where b is missing. */
  readonly flows: readonly FlowVerdict[];
  /** What concerns the peering as a whole: nobody answers, not reciprocal, a warning that fails nothing. */
  readonly refusals: readonly Refusal[];
}

import type { Flow } from "../derive/peering.ts";
import { identityAt } from "../derive/cryptoAccessList.ts";
import type { ProxyIdentity } from "../derive/proxyIdentity.ts";
import {
  formatSelector,
  intersectSelectors,
  mirrorSelector,
  selectorsIntersect,
  type Selector,
} from "../derive/selector.ts";
import { hostSet } from "../net/wildcard.ts";
import { playDataPath } from "./dataPath.ts";
import { newLedger, stepOf, type Entry, type Ledger, type Objection } from "./ledger.ts";
import { crossManualKeys, type ManualSets } from "./manualKeys.ts";
import { entryName, entryPlace, linePlace, placeAt, type Party } from "./party.ts";
import type { Phase1Result } from "./phase1.ts";
import { isBetweenEndpoints, type Phase2Result } from "./phase2Terms.ts";
import { playQuickMode } from "./quickMode.ts";
import { heldText, selectorRefusal } from "./selectorRefusal.ts";
import { openSession, type Session } from "./session.ts";
import type {
  FailedAt,
  Negotiation,
  NegotiationStep,
  Outcome,
  Phase1Agreement,
  Phase2Agreement,
  Refusal,
} from "./trace.ts";
import { playTrigger, type Trigger } from "./trigger.ts";

/** The entries that a flow joins, seen from the initiator. */
export interface FlowEntries {
  readonly own: ProxyIdentity | undefined;
  readonly other: ProxyIdentity | undefined;
}

/**
 * Plays one direction of one flow to its end. Faults behind the first one are told too, but steps end with the step that failed.
 */
export function negotiateFlow(session: Session, entries: FlowEntries): Negotiation {
  return negotiateTraffic(session, entries, trafficOf(entries));
}

/** The same for given traffic, such as one packet. */
export function negotiateTraffic(session: Session, entries: FlowEntries, traffic: readonly Selector[]): Negotiation {
  return conclude(session, play(session, entries, traffic), () => {
    const { peering, initiator, responder } = session;
    return stepsOf(play(openSession(peering, initiator, responder, true), entries, traffic));
  });
}

/** How far a negotiation came, with the account of it. */
interface Played {
  readonly account: readonly Entry[];
  readonly phase1?: Phase1Result | undefined;
  readonly phase2?: Phase2Agreement | undefined;
  /** The crypto map has no interest in the traffic. */
  readonly unmatched?: boolean;
}

function play(session: Session, entries: FlowEntries, traffic: readonly Selector[]): Played {
  const ledger = newLedger(session.told);
  const account = ledger.entries;
  const { initiator, responder, phase1 } = session;
  if (session.kind === "ikev2") return { account: session.entries };
  if (initiator.view.dynamic) {
    refuseDynamicInitiator(ledger, initiator, responder);
    return { account };
  }
  if (!entries.own && entries.other && traffic.length > 0) {
    refuseUnwanted(ledger, initiator, responder, entries.other);
    return { account };
  }
  const trigger = playTrigger(ledger, initiator, traffic, session.backup);
  account.push(...session.entries);
  if (!session.meets || !trigger) return { account, phase1, unmatched: trigger === undefined };
  // A translator may keep some hosts out of the flow; the flow as a whole is what comes back.
  const whole = traffic.find((selector) => selectorsIntersect(selector, trigger.traffic)) ?? trigger.traffic;
  if (session.kind === "manual") {
    const sets = playManual(ledger, session, { ...trigger, traffic: whole });
    return { account, phase2: sets && manualAgreement(session, sets, trigger.identity.selectors) };
  }
  const request = {
    identity: trigger.identity,
    selectors: askedSelectors(initiator, trigger, traffic),
    from: initiator.seenAs,
  };
  const phase2 = playQuickMode(ledger, initiator, responder, request);
  if (phase2) playDataPath(ledger, initiator, phase2.answering, whole, phase2.offered, session.backup);
  return { account, phase1, phase2: phase2 && agreementOf2(phase2, initiator.side) };
}

/**
 * The traffic that a flow's first packet may belong to: what both ends' entries have in common, or else what the one entry
 * selects. An entry that selects several things must be served in all of them.
 */
function trafficOf({ own, other }: FlowEntries): readonly Selector[] {
  if (!own) return other?.selectors.map(mirrorSelector) ?? [];
  const [only] = own.selectors;
  if (!only || own.selectors.length > 1) return own.selectors;
  const common = (other?.selectors ?? []).flatMap((one) => intersectSelectors(only, mirrorSelector(one)) ?? []);
  return common.length > 0 ? common : own.selectors;
}

/** The whole permit is asked for, or with `level per-host` one pair of hosts of it. Reference: sections 2.4 and 3.4. */
function askedSelectors(initiator: Party, trigger: Trigger, traffic: readonly Selector[]): readonly Selector[] {
  const touched = trigger.identity.selectors.filter((selector) =>
    traffic.some((one) => selectorsIntersect(selector, one)),
  );
  if (!initiator.view.body.perHost) return touched;
  return touched.map((selector) => ({
    ...selector,
    source: hostSet(trigger.traffic.source.base),
    destination: hostSet(trigger.traffic.destination.base),
  }));
}

function playManual(ledger: Ledger, session: Session, trigger: Trigger): ManualSets | undefined {
  const { initiator, responder } = session;
  const [first] = initiator.view.accessList?.permits ?? [];
  if (first && first !== trigger.identity) {
    const list = initiator.view.accessList?.name ?? "";
    const reason = `${initiator.name}: manual entry ${entryName(initiator)} uses only the first permit of access list ${list}.`;
    ledger.step?.({
      stage: "trigger",
      message: "crypto map",
      from: initiator.router.id,
      ok: false,
      explains: reason,
    });
    ledger.fails("crypto-map", {
      rule: "manual-many-permits",
      reason,
      data: { near: initiator.name, entry: entryName(initiator), list },
      places: [linePlace(initiator, list, trigger.identity.sequence), linePlace(initiator, list, first.sequence)],
    });
  }
  const sets = crossManualKeys(ledger, initiator, responder);
  if (sets) playDataPath(ledger, initiator, responder, trigger.traffic, sets.offered, session.backup);
  return sets;
}

/** A dynamic entry uses associations that a peer has brought up, and never starts one. Reference: section 2.1. */
function refuseDynamicInitiator(ledger: Ledger, initiator: Party, responder: Party): void {
  const reason = `${initiator.name} has only dynamic entry ${entryName(initiator)} for ${responder.name}, so it waits for ${responder.name} to start.`;
  const places = [entryPlace(initiator), entryPlace(responder)];
  ledger.step?.({
    stage: "trigger",
    message: "crypto map",
    from: initiator.router.id,
    ok: false,
    explains: reason,
    places,
  });
  ledger.fails("crypto-map", {
    rule: "dynamic-responder-initiates",
    reason,
    data: { near: initiator.name, far: responder.name, entry: entryName(initiator) },
    places,
  });
}

/** The other end protects traffic that this one has no entry for: here it leaves in clear. */
function refuseUnwanted(ledger: Ledger, initiator: Party, responder: Party, other: ProxyIdentity): void {
  const list = initiator.view.accessList;
  const { rule, near } = selectorRefusal(other, responder.view.accessList, list);
  const wanted = other.selectors.map((one) => formatSelector(mirrorSelector(one))).join("; ");
  const asked = other.selectors.map(formatSelector).join("; ");
  const held = heldText(near);
  const reason = `${initiator.name} does not protect ${wanted}, which ${responder.name} expects; it leaves in clear.`;
  const farList = responder.view.accessList?.name ?? "";
  const places = [
    linePlace(responder, farList, other.sequence),
    list
      ? near
        ? linePlace(initiator, list.name, near.sequence)
        : placeAt(initiator, "accessList", list.name)
      : entryPlace(initiator, "matchAddress"),
  ];
  ledger.step?.({
    stage: "trigger",
    message: "crypto map",
    from: initiator.router.id,
    ok: false,
    explains: reason,
    places,
  });
  ledger.fails("crypto-map", {
    rule,
    reason,
    data: {
      // The end whose entry has no partner stands first, as in quick mode's refusal.
      near: responder.name,
      far: initiator.name,
      list: list?.name ?? "",
      nearList: farList,
      nearSequence: String(other.sequence),
      farSequence: near ? String(near.sequence) : "",
      asked,
      wanted,
      held,
    },
    places,
  });
}

const triggerStages: readonly FailedAt[] = ["route", "nat", "crypto-map"];

/** Draws the conclusion from an account: the first failure decides, else the first doubt. */
function conclude(
  { initiator, responder }: Session,
  { account, phase1, phase2, unmatched = false }: Played,
  tellSteps: () => readonly NegotiationStep[],
): Negotiation {
  const objections = objectionsIn(account);
  const failure = objections.find((one) => one.effect === "fails");
  const decisive = failure ?? objections.find((one) => one.effect === "unknown");
  const failedAt = failure?.refusal.failedAt ?? (unmatched && !failure ? "crypto-map" : null);
  const outcome = outcomeOf(failedAt, decisive);
  const conclusion: Conclusion = {
    initiator: initiator.router.id,
    responder: responder.router.id,
    outcome,
    failedAt,
    rule: decisive?.refusal.rule ?? null,
    reason: decisive?.reason ?? (unmatched ? "No permit of the crypto map matches this packet." : null),
    phase1: phase1 ? agreementOf1(phase1, initiator.side) : null,
    phase2: phase2 && outcome !== "failed" ? phase2 : null,
    refusals: refusalsIn(objections, decisive),
  };
  return new ToldNegotiation(conclusion, tellSteps);
}

type Conclusion = Omit<Negotiation, "steps">;

/**
 * A negotiation whose steps are told when they are first asked for. It is a class for its getter's sake: objects that each have one of
 * their own have nothing in common for an engine, and there are thousands of these.
 */
class ToldNegotiation implements Negotiation {
  readonly initiator: Conclusion["initiator"];
  readonly responder: Conclusion["responder"];
  readonly outcome: Conclusion["outcome"];
  readonly failedAt: Conclusion["failedAt"];
  readonly rule: Conclusion["rule"];
  readonly reason: Conclusion["reason"];
  readonly phase1: Conclusion["phase1"];
  readonly phase2: Conclusion["phase2"];
  readonly refusals: Conclusion["refusals"];
  #told: readonly NegotiationStep[] | undefined;
  readonly #tellSteps: () => readonly NegotiationStep[];

  constructor(conclusion: Conclusion, tellSteps: () => readonly NegotiationStep[]) {
    this.initiator = conclusion.initiator;
    this.responder = conclusion.responder;
    this.outcome = conclusion.outcome;
    this.failedAt = conclusion.failedAt;
    this.rule = conclusion.rule;
    this.reason = conclusion.reason;
    this.phase1 = conclusion.phase1;
    this.phase2 = conclusion.phase2;
    this.refusals = conclusion.refusals;
    this.#tellSteps = tellSteps;
  }

  get steps(): readonly NegotiationStep[] {
    return (this.#told ??= this.#tellSteps());
  }
}

function objectionsIn(account: readonly Entry[]): readonly Objection[] {
  if (!account.some((entry) => entry.kind === "objection")) return none;
  return account.flatMap((entry) => (entry.kind === "objection" ? [entry.objection] : []));
}

const none: readonly never[] = [];

/** What decided first, then what else stands in the way, then what only warns. */
function refusalsIn(objections: readonly Objection[], decisive: Objection | undefined): readonly Refusal[] {
  if (objections.length === 0) return none;
  return [
    ...(decisive ? [decisive] : []),
    ...objections.filter((one) => one !== decisive && one.effect !== "warns"),
    ...objections.filter((one) => one.effect === "warns"),
  ].map((one) => one.refusal);
}

function outcomeOf(failedAt: FailedAt | null, decisive: Objection | undefined): Outcome {
  if (failedAt) return triggerStages.includes(failedAt) ? "not-triggered" : "failed";
  return decisive ? "unknown" : "established";
}

/** The steps up to the one that failed. */
function stepsOf({ account }: Played): readonly NegotiationStep[] {
  const steps: NegotiationStep[] = [];
  for (const entry of account) {
    if (entry.kind === "step") steps.push(stepOf(entry.words));
    else if (entry.objection.effect === "fails") break;
  }
  return steps;
}

function agreementOf1({ offered, held, lifetimeSeconds }: Phase1Result, side: Party["side"]): Phase1Agreement {
  const [mine, theirs] = [offered, held].map((policy) => (policy.builtIn ? null : policy.priority)) as [
    number | null,
    number | null,
  ];
  return { policy: side === "a" ? { a: mine, b: theirs } : { a: theirs, b: mine }, lifetimeSeconds };
}

function agreementOf2(result: Phase2Result, side: Party["side"]): Phase2Agreement {
  const [mine, theirs] = [result.offered.name, result.held.name];
  return {
    transformSet: side === "a" ? { a: mine, b: theirs } : { a: theirs, b: mine },
    pfs: result.pfs,
    mode: result.mode,
    lifetimeSeconds: result.lifetimeSeconds,
    lifetimeKilobytes: result.lifetimeKilobytes,
  };
}

/** Nothing is negotiated, and manual associations never expire. */
function manualAgreement(
  { initiator, responder }: Session,
  { offered, held }: ManualSets,
  selectors: readonly Selector[],
): Phase2Agreement {
  return {
    transformSet: initiator.side === "a" ? { a: offered.name, b: held.name } : { a: held.name, b: offered.name },
    pfs: null,
    mode: isBetweenEndpoints(initiator, responder, selectors) ? (offered.mode ?? "tunnel") : "tunnel",
    lifetimeSeconds: null,
    lifetimeKilobytes: null,
  };
}

/** The entries that one direction of a flow joins. */
export function entriesOf(flow: Flow, initiator: Party, responder: Party): FlowEntries {
  const [own, other] = initiator.side === "a" ? [flow.a, flow.b] : [flow.b, flow.a];
  const find = ({ view: { accessList } }: Party, sequence: number | null) =>
    sequence === null ? undefined : accessList && identityAt(accessList, sequence);
  return { own: find(initiator, own), other: find(responder, other) };
}

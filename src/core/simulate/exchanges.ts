import { identityAt } from "../derive/cryptoAccessList.ts";
import type { Peering, PeeringEnd } from "../derive/peering.ts";
import { selectorsIntersect, type Selector } from "../derive/selector.ts";
import type { Design } from "../model/design.ts";
import { partyAt } from "../negotiate/judge.ts";
import type { Party } from "../negotiate/party.ts";
import type { JudgedPeering, Negotiation } from "../negotiate/trace.ts";
import { hostSet } from "../net/wildcard.ts";

/**
 * How far an exchange came.
 * - nothing: no message was sent, or what happens can't be known.
 * - negotiating: phase 1 did not end well.
 * - phase1: the IKE association stands, quick mode was refused.
 * - associations: both associations stand, but packets or their answers get lost.
 * - traffic: packets flow both ways.
 */
export type Reach = "nothing" | "negotiating" | "phase1" | "associations" | "traffic";

/** One direction of one flow, played. */
export interface Exchange {
  readonly peering: Peering;
  readonly initiator: Party;
  readonly responder: Party;
  readonly negotiation: Negotiation;
  readonly reach: Reach;
  /** What the initiator asks for, its own networks as the source; empty where it has no line for the flow. */
  readonly selectors: readonly Selector[];
}

/** Every direction of every flow of a peering, a's first: a sends first where both may. */
export function exchangesOf(design: Design, judged: JudgedPeering): readonly Exchange[] {
  const { peering } = judged;
  if (!peering.b) return [];
  const a = partyAt(design, "a", peering.a);
  const b = partyAt(design, "b", peering.b);
  const exchange = (initiator: Party, responder: Party, negotiation: Negotiation, line: number | null): Exchange => ({
    peering,
    initiator,
    responder,
    negotiation,
    reach: reachOf(negotiation),
    selectors: askedFor(initiator, line),
  });
  return judged.flows.flatMap(({ aToB, bToA }, index) => [
    exchange(a, b, aToB, peering.flows[index]?.a ?? null),
    exchange(b, a, bToA, peering.flows[index]?.b ?? null),
  ]);
}

/** How far a negotiation came, told by where it failed. */
export function reachOf({ outcome, failedAt }: Negotiation): Reach {
  if (outcome === "established") return "traffic";
  if (outcome !== "failed") return "nothing";
  switch (failedAt) {
    case "inbound-check":
      return "associations";
    case "phase2-proposal":
    case "phase2-proxy-identity":
    case "phase2-pfs":
      return "phase1";
    case "reachability":
    case "phase1-policy":
    case "phase1-authentication":
      return "negotiating";
    // Manual associations that do not cross need no negotiation, and nothing comes out of the tunnel.
    default:
      return "nothing";
  }
}

/** The first permit that the flow's traffic meets is asked for as a whole, or one pair of hosts with `level per-host`. */
function askedFor(initiator: Party, line: number | null): readonly Selector[] {
  const list = initiator.view.accessList;
  const own = line === null ? undefined : list && identityAt(list, line);
  if (!list || !own) return [];
  const meets = (one: Selector) => own.selectors.some((selector) => selectorsIntersect(selector, one));
  const met = list.permits.find((permit) => permit.selectors.some(meets)) ?? own;
  const asked = met.selectors.filter(meets);
  if (!initiator.view.body.perHost) return asked;
  return asked.map((one) => ({
    ...one,
    source: hostSet(one.source.base),
    destination: hostSet(one.destination.base),
  }));
}

/**
 * The exchanges that happen: a backup peer is spoken to only where no peer before it answers, though its verdict tells what would
 * happen then.
 */
export function exchangesThatHappen(exchanges: readonly Exchange[]): readonly Exchange[] {
  const answering = exchanges.filter((one) => one.reach === "traffic");
  return exchanges.filter(
    ({ peering }) =>
      peering.role === "primary" ||
      ![peering.a, peering.b].some(
        (end) => end && answering.some((other) => [other.initiator.end, other.responder.end].some(isBefore(end))),
      ),
  );
}

/** Whether an end stands for the same entry with a peer that is tried earlier. */
function isBefore(end: PeeringEnd): (other: PeeringEnd) => boolean {
  const rank = (peer: PeeringEnd["peer"]) => (peer ? (peer.default ? 0 : peer.position) : Number.POSITIVE_INFINITY);
  return (other) =>
    other.router === end.router &&
    other.cryptoMap === end.cryptoMap &&
    other.sequence === end.sequence &&
    rank(other.peer) < rank(end.peer);
}

import type { Peering } from "../derive/peering.ts";
import { derivePeerings } from "../derive/peerings.ts";
import type { Selector } from "../derive/selector.ts";
import type { Design } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";
import type { Ipv4Address } from "../net/ipv4.ts";
import { hostSet } from "../net/wildcard.ts";
import { judgePeering, partyAt } from "./judge.ts";
import { entriesOf, negotiateFlow, negotiateTraffic } from "./negotiate.ts";
import { openSession } from "./session.ts";
import type { Negotiation } from "./trace.ts";

/** What to play: a crypto map entry of the initiator, and the packet that starts it. */
export interface NegotiationRequest {
  readonly entry?: { readonly map: string; readonly sequence: number };
  readonly packet?: PlayedPacket;
}

/** A packet as a person describes it. */
export interface PlayedPacket {
  readonly source: Ipv4Address;
  readonly destination: Ipv4Address;
  /** 0 to 255; absent: any. */
  readonly protocol?: number;
  readonly sourcePort?: number;
  readonly destinationPort?: number;
}

/** A negotiation with the peering that it belongs to. */
export interface PlayedNegotiation {
  readonly peering: Peering;
  readonly negotiation: Negotiation;
}

/**
 * Plays what happens when one router starts towards another: for a packet, or for the first flow of their first peering. Undefined
 * when no crypto map entry of the initiator leads to the responder.
 */
export function negotiateBetween(
  design: Design,
  initiator: RouterId,
  responder: RouterId,
  { entry, packet }: NegotiationRequest = {},
): PlayedNegotiation | undefined {
  const played = peeringsFrom(design, initiator, responder, entry).map((peering): PlayedNegotiation => ({
    peering,
    negotiation: negotiatePeering(design, peering, initiator, packet),
  }));
  // A packet belongs to the entry that it triggers; where it triggers none, the first entry tells why.
  return (packet && played.find(({ negotiation }) => negotiation.outcome !== "not-triggered")) ?? played[0];
}

/** The peerings whose one end is the initiator's entry and whose other end is the responder, or should be. */
function peeringsFrom(
  design: Design,
  initiator: RouterId,
  responder: RouterId,
  entry: NegotiationRequest["entry"],
): readonly Peering[] {
  return derivePeerings(design).filter(({ a, b }) => {
    const own = a.router === initiator ? a : b?.router === initiator ? b : undefined;
    if (!own) return false;
    const other = b ? (own === a ? b.router : a.router) : (a.peer?.router ?? null);
    if (other !== responder) return false;
    return !entry || (own.cryptoMap === entry.map && own.sequence === entry.sequence);
  });
}

/** Plays one peering from one of its ends: for a packet, or for its first flow. */
export function negotiatePeering(
  design: Design,
  peering: Peering,
  initiator: RouterId,
  packet?: PlayedPacket,
): Negotiation {
  const { b } = peering;
  if (!b) return unanswered(design, peering);
  const [first, second] =
    peering.a.router === initiator
      ? [partyAt(design, "a", peering.a), partyAt(design, "b", b)]
      : [partyAt(design, "b", b), partyAt(design, "a", peering.a)];
  const session = openSession(peering, first, second);
  if (packet) return negotiateTraffic(session, { own: undefined, other: undefined }, [selectorOf(packet)]);
  const [flow] = peering.flows;
  return negotiateFlow(session, flow ? entriesOf(flow, first, second) : { own: undefined, other: undefined });
}

/** Nobody answers: what judging the peering alone found is all that there is to tell. */
function unanswered(design: Design, peering: Peering): Negotiation {
  const { refusals, status } = judgePeering(design, peering);
  const decisive = refusals.find((refusal) => refusal.failedAt !== undefined) ?? refusals[0];
  const failed = status === "broken" && decisive?.failedAt !== undefined;
  return {
    initiator: peering.a.router,
    responder: peering.a.peer?.router ?? null,
    outcome: failed ? "failed" : "unknown",
    failedAt: failed ? (decisive.failedAt ?? null) : null,
    rule: decisive?.rule ?? null,
    reason: failed
      ? `No crypto map entry answers at ${peering.a.peer?.configured ?? "the peer"}.`
      : `No router of the design has ${peering.a.peer?.configured ?? "the peer's address"}.`,
    phase1: null,
    phase2: null,
    steps: [],
    refusals,
  };
}

/** A packet as the traffic of exactly one pair of hosts. */
export function selectorOf(packet: PlayedPacket): Selector {
  const ports = (port: number | undefined) => (port === undefined ? null : [{ first: port, last: port }]);
  return {
    protocol: packet.protocol ?? "ip",
    source: hostSet(packet.source),
    sourcePorts: ports(packet.sourcePort),
    destination: hostSet(packet.destination),
    destinationPorts: ports(packet.destinationPort),
  };
}

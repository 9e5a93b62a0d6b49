import type { CryptoMapSet } from "../derive/cryptoMapSet.ts";
import { derivePeerings } from "../derive/peerings.ts";
import type { Peering, PeeringEnd } from "../derive/peering.ts";
import { formatIpv4 } from "../net/ipv4.ts";
import { hostSet } from "../net/wildcard.ts";
import { selectorCovers, selectorsIntersect, type Selector } from "../derive/selector.ts";
import type { Interface } from "../model/interface.ts";
import type { Router } from "../model/router.ts";
import { partyAt } from "../negotiate/judge.ts";
import { negotiatePeering } from "../negotiate/negotiateBetween.ts";
import { entryName, entryPlace, partyOf, placeAt, type Party } from "../negotiate/party.ts";
import type { Negotiation } from "../negotiate/trace.ts";
import { associationPairs, type InstalledPair } from "../simulate/associationPairs.ts";
import { reachOf } from "../simulate/exchanges.ts";
import type { PeerTrial } from "./packetWalk.ts";
import { nameOf, stop, tell, trafficOf, type Arrival, type Walker } from "./walkState.ts";
import type { TakenEntry } from "./walkMapEntries.ts";

/** The tunnel that a packet goes into, or how it was lost for want of one. */
export type TunnelAnswer =
  | { readonly kind: "up"; readonly pair: InstalledPair; readonly peering: string | null }
  | { readonly kind: "ends"; readonly arrival: Arrival };

/**
 * The association for a packet that an entry has taken: one that stands, or one that is negotiated for it. A dynamic entry uses what
 * a peer has brought up and never starts; manual ones stand from the start. Reference: section 2.1.
 */
export function findTunnel(
  walker: Walker,
  router: Router,
  exit: Interface,
  set: CryptoMapSet,
  taken: TakenEntry,
): TunnelAnswer {
  const standing = taken.temporary ?? standingPair(walker, router, exit, set, taken);
  if (standing) return useStanding(walker, router, exit, taken, standing);
  if (taken.view.dynamic) return { kind: "ends", arrival: refuseDynamic(walker, router, exit, set, taken) };
  return negotiate(walker, router, exit, set, taken);
}

/** Pairs that a router may use for what leaves by an interface: with `local-address` one database serves all of them. */
export function pairsOn(walker: Walker, router: Router, exit: Interface, set: CryptoMapSet): readonly InstalledPair[] {
  const shared = set.settings?.localAddress !== undefined;
  return (walker.pairs.get(router.id) ?? []).filter(
    ({ own }) => own.view.set.name === set.name && (shared || own.end.interface === exit.name),
  );
}

function standingPair(
  walker: Walker,
  router: Router,
  exit: Interface,
  set: CryptoMapSet,
  { view }: TakenEntry,
): InstalledPair | undefined {
  const traffic = trafficOf(walker);
  const fitting = pairsOn(walker, router, exit, set).filter(
    ({ own, selector }) => own.view.entry === view.entry && selectorCovers(selector, traffic),
  );
  const heard = fitting.find(({ own }) => own.end.peer?.configured === walker.request.lastHeard);
  return heard ?? fitting[0];
}

function useStanding(
  walker: Walker,
  router: Router,
  exit: Interface,
  taken: TakenEntry,
  pair: InstalledPair,
): TunnelAnswer {
  const { own, other } = pair;
  const peering = peeringOfPair(walker, pair);
  const manual = taken.view.entry.entry.type === "ipsec-manual";
  const spis = pair.associations.outbound
    .map(({ protocol, spi }) => `${protocol.toUpperCase()} SPI 0x${spi.toString(16).toUpperCase()}`)
    .join(" and ");
  tell(walker, {
    kind: "association",
    router: router.id,
    interface: exit.name,
    verdict: "passes",
    title: manual ? "Manual security association" : "Security association stands",
    explains: manual
      ? `It is set by hand: ${spis} towards ${other.name}. No message was needed.`
      : taken.temporary
        ? `The temporary entry that ${other.name}'s negotiation made is used: ${spis} towards ${other.name}. Once its associations expire the entry is removed, and such packets are dropped until ${other.name} starts again.`
        : `${spis} towards ${other.name} stands, with its counterpart for the way back.`,
    places: [entryPlace(own)],
    peers: peerTrials(walker, router, taken, own.end.peer?.configured, new Map()),
    peering,
  });
  return { kind: "up", pair, peering };
}

function refuseDynamic(walker: Walker, router: Router, exit: Interface, set: CryptoMapSet, taken: TakenEntry): Arrival {
  const party = looseParty(walker, router, exit, set, taken);
  return stop(walker, {
    kind: "association",
    router: router.id,
    interface: exit.name,
    title: "No security association",
    explains: `Dynamic entry ${entryName(party)} takes the packet, no peer has brought up an association for it, and a dynamic entry never starts one: the packet is dropped.`,
    places: [entryPlace(party)],
    rule: "dynamic-responder-initiates",
  });
}

/** An entry's party where no peering names it. */
function looseParty(walker: Walker, router: Router, exit: Interface, set: CryptoMapSet, { view }: TakenEntry): Party {
  const end: PeeringEnd = {
    router: router.id,
    interface: exit.name,
    address: null,
    cryptoMap: set.name,
    sequence: view.entry.entry.sequence,
    dynamicMap: null,
    peer: null,
  };
  return partyOf("a", router, nameOf(walker, router.id), end, view);
}

/** IKE with one peer after the other, until one answers. Reference: section 2.5. */
function negotiate(
  walker: Walker,
  router: Router,
  exit: Interface,
  set: CryptoMapSet,
  taken: TakenEntry,
): TunnelAnswer {
  const { view } = taken;
  const manual = view.entry.entry.type === "ipsec-manual";
  const notes = new Map<string, PeerNote>();
  let last: { readonly peering: Peering; readonly negotiation: Negotiation } | undefined;
  for (const peering of peeringsOf(walker, router, exit, set, taken)) {
    const negotiation = negotiatePeering(walker.design, peering, router.id, walker.packet);
    last = { peering, negotiation };
    const configured = endAt(peering, router)?.peer?.configured ?? "";
    const reach = reachOf(negotiation);
    const open = negotiation.outcome === "unknown";
    if (reach !== "traffic" && reach !== "associations" && !open) {
      notes.set(configured, { verdict: "failed", note: negotiation.reason ?? "" });
      // Keys set by hand are for one peer; only IKE goes on to the next.
      if (manual) break;
      continue;
    }
    notes.set(configured, { verdict: open ? "unknown" : "used", note: open ? (negotiation.reason ?? "") : "" });
    return bringUp(walker, router, exit, taken, { peering, negotiation, notes, configured });
  }
  const party = looseParty(walker, router, exit, set, taken);
  const reason = last?.negotiation.reason ?? `no peer of entry ${entryName(party)} is reached from ${exit.name}`;
  const arrival = stop(walker, {
    kind: "association",
    router: router.id,
    interface: exit.name,
    title: manual ? "Manual security association does not work" : "Negotiation fails",
    explains: manual
      ? `The entry's keys are set by hand and do not serve: ${reason} The packet is lost.`
      : `No association stands, and none comes up: ${reason} The packet is dropped.`,
    places: last?.negotiation.refusals[0]?.places ?? [entryPlace(party)],
    peers: peerTrials(walker, router, taken, undefined, notes),
    peering: last?.peering.id ?? null,
    negotiation: last?.negotiation ?? null,
    rule: last?.negotiation.rule ?? null,
  });
  return { kind: "ends", arrival };
}

interface PeerNote {
  readonly verdict: PeerTrial["verdict"];
  readonly note: string;
}

interface Reached {
  readonly peering: Peering;
  readonly negotiation: Negotiation;
  readonly notes: ReadonlyMap<string, PeerNote>;
  readonly configured: string;
}

function bringUp(
  walker: Walker,
  router: Router,
  exit: Interface,
  taken: TakenEntry,
  { peering, negotiation, notes, configured }: Reached,
): TunnelAnswer {
  const open = negotiation.outcome === "unknown";
  const ends = peering.b ? partiesOf(walker, peering, router) : undefined;
  const words = {
    kind: "association" as const,
    router: router.id,
    interface: exit.name,
    places: negotiation.refusals[0]?.places ?? (ends ? [entryPlace(ends.initiator)] : []),
    peers: peerTrials(walker, router, taken, configured, notes),
    peering: peering.id,
    negotiation,
    rule: negotiation.rule,
  };
  if (!ends) {
    const outcome = `No association stands, and whether one comes up can't be known: ${negotiation.reason ?? ""}`;
    tell(walker, { ...words, verdict: "unknown", title: "Can’t be known", explains: outcome });
    return { kind: "ends", arrival: { fate: "unknown", outcome } };
  }
  const exchange = {
    peering,
    ...ends,
    negotiation,
    reach: open ? ("traffic" as const) : reachOf(negotiation),
    selectors: askedFor(walker, taken),
  };
  const made = associationPairs([exchange]);
  for (const [id, pairs] of made) walker.pairs.set(id, [...(walker.pairs.get(id) ?? []), ...pairs]);
  const [pair] = made.get(router.id) ?? [];
  const whole = taken.view.body.perHost ? " for this one pair of hosts" : "";
  tell(walker, {
    ...words,
    verdict: open ? "unknown" : "passes",
    title: open ? "Can’t be known" : "Negotiated now",
    explains: open
      ? `No association stands, and whether one comes up can't be known: ${negotiation.reason ?? ""}`
      : `No association stands yet, so ${ends.initiator.name} negotiates one with ${ends.responder.name}${whole}. The first packets are lost while IKE talks; those after them go through.`,
    places: open ? words.places : [entryPlace(ends.initiator), entryPlace(ends.responder)],
    rule: open ? negotiation.rule : null,
  });
  if (!pair) {
    return {
      kind: "ends",
      arrival: { fate: "unknown", outcome: negotiation.reason ?? "What comes up can't be known." },
    };
  }
  return { kind: "up", pair, peering: peering.id };
}

/** The whole permit that the packet matched, or one pair of hosts with `level per-host`. */
function askedFor(walker: Walker, { identity, view }: TakenEntry): readonly Selector[] {
  const traffic = trafficOf(walker);
  const asked = (identity?.selectors ?? []).filter((one) => selectorsIntersect(one, traffic));
  if (!view.body.perHost) return asked;
  const { source, destination } = walker.packet;
  return asked.map((one) => ({ ...one, source: hostSet(source), destination: hostSet(destination) }));
}

function peeringsOf(
  { design, request }: Walker,
  router: Router,
  exit: Interface,
  set: CryptoMapSet,
  { view }: TakenEntry,
): readonly Peering[] {
  const shared = set.settings?.localAddress !== undefined;
  const own = (peering: Peering) => {
    const end = endAt(peering, router);
    return end?.cryptoMap === set.name && end.sequence === view.entry.entry.sequence && !end.dynamicMap
      ? end
      : undefined;
  };
  const all = derivePeerings(design).filter((peering) => own(peering) !== undefined);
  const here = all.filter((peering) => shared || own(peering)?.interface === exit.name);
  const rank = (peering: Peering) => {
    const peer = own(peering)?.peer;
    if (peer?.configured === request.lastHeard) return -1;
    return peer?.default ? 0 : (peer?.position ?? Number.POSITIVE_INFINITY);
  };
  return [...(here.length > 0 ? here : all)].sort((one, other) => rank(one) - rank(other));
}

/** Every peer that the entry lists, with what became of it; nothing is told of a single one. */
function peerTrials(
  { request }: Walker,
  router: Router,
  { view }: TakenEntry,
  used: string | undefined,
  notes: ReadonlyMap<string, PeerNote>,
): readonly PeerTrial[] {
  const { body, entry } = view;
  if (body.peers.length < 2) return [];
  const name = `${entry.entry.map} ${entry.entry.sequence}`;
  return body.peers.map((line, index): PeerTrial => {
    const peer = line.peer.kind === "address" ? formatIpv4(line.peer.address) : line.peer.hostname;
    const note = notes.get(peer);
    const heard = request.lastHeard === peer ? "last heard from" : line.default ? "the default peer" : "";
    return {
      peer,
      verdict: note?.verdict ?? (peer === used ? "used" : "not-asked"),
      note: note?.note ? note.note : heard,
      place: placeAt({ router }, "cryptoMapEntry", name, "peers", index),
    };
  });
}

function endAt({ a, b }: Peering, router: Router): PeeringEnd | undefined {
  return a.router === router.id ? a : b?.router === router.id ? b : undefined;
}

function partiesOf({ design }: Walker, peering: Peering, router: Router) {
  const { a, b } = peering;
  if (!b) return undefined;
  const [first, second] = [partyAt(design, "a", a), partyAt(design, "b", b)];
  return a.router === router.id ? { initiator: first, responder: second } : { initiator: second, responder: first };
}

function peeringOfPair({ design }: Walker, { own, other }: InstalledPair): string | null {
  const found = derivePeerings(design).find(
    ({ a, b }) => (a === own.end && b === other.end) || (a === other.end && b === own.end),
  );
  return found?.id ?? null;
}

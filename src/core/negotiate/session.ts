import { peerAddress } from "../derive/cryptoMapSet.ts";
import type { Peering } from "../derive/peering.ts";
import type { Ipv4Address } from "../net/ipv4.ts";
import { passIke } from "./interfaceFilters.ts";
import { newLedger, type Entry, type Ledger } from "./ledger.ts";
import { addressText, entryName, entryPlace, endpointPlace, inOrder, peerPlace, type Party } from "./party.ts";
import { followRouteToPeer } from "./pathway.ts";
import { playPhase1, type Phase1Result } from "./phase1.ts";

/** What is the same for all flows that one end starts: how the other end is reached, and phase 1. */
export interface Session {
  readonly peering: Peering;
  /** Whether steps are taken down. */
  readonly told: boolean;
  readonly initiator: Party;
  readonly responder: Party;
  readonly kind: Peering["kind"];
  readonly backup: boolean;
  readonly entries: readonly Entry[];
  readonly phase1: Phase1Result | undefined;
  /** False where the initiator's packets go to somebody else, so that there is no more to be told. */
  readonly meets: boolean;
}

/** Reaches for the other end and plays phase 1, unless the entries are keyed by hand; one that is `told` takes down every step. */
export function openSession(peering: Peering, initiator: Party, responder: Party, told = false): Session {
  const ledger = newLedger(told);
  const target = targetOf(initiator);
  const session = (isMeeting: boolean, phase1?: Phase1Result): Session => ({
    peering,
    told,
    initiator,
    responder,
    kind: peering.kind,
    backup: peering.role === "backup",
    entries: ledger.entries,
    phase1,
    meets: isMeeting,
  });
  const [isNew, isTheirsNew] = [usesIkev2(initiator), usesIkev2(responder)];
  if (isNew || isTheirsNew) {
    judgeVersions(ledger, initiator, responder, isNew && isTheirsNew);
    return session(false);
  }
  // The end that a dynamic map makes names nobody, and starts nothing.
  if (initiator.view.dynamic) return session(true);
  if (!meets(ledger, initiator, responder, target, peering.kind)) return session(false);
  // Nobody learns where a manual peer is, so the answers go where the responder's own entry says.
  if (peering.kind === "manual" && !meets(ledger, responder, initiator, targetOf(responder), peering.kind)) {
    return session(false);
  }
  if (target !== null) followRouteToPeer(ledger, initiator, target);
  if (initiator.seenAs !== null) followRouteToPeer(ledger, responder, initiator.seenAs);
  if (peering.kind === "manual") return session(true);
  passIke(ledger, initiator, responder);
  const phase1 = playPhase1(ledger, initiator, responder, {
    responder: target,
    initiator: sourceSeenBy(initiator, responder),
  });
  return session(true, phase1);
}

function usesIkev2(party: Party): boolean {
  return party.view.body.ikev2Profile !== undefined;
}

/** The address that the responder looks keys up by: what it sees, or else what its own entry expects. */
export function sourceSeenBy(initiator: Party, responder: Party): Ipv4Address | null {
  if (initiator.seenAs !== null) return initiator.seenAs;
  return initiator.router.natOnPath || responder.view.dynamic ? null : targetOf(responder);
}

/** The address that an end sends to; null for a name that does not resolve, and on a dynamic end. */
export function targetOf(party: Party): Ipv4Address | null {
  const { peer } = party.end;
  const line = peer && party.view.body.peers[peer.position - 1];
  return line ? peerAddress(party.router.elements, line) : null;
}

/** Whether the address that the initiator sends to is the responder's endpoint, as far as the text tells. */
function meets(
  ledger: Ledger,
  initiator: Party,
  responder: Party,
  target: Ipv4Address | null,
  kind: Peering["kind"],
): boolean {
  const configured = initiator.end.peer?.configured ?? "";
  if (target !== null && target === responder.end.address) return true;
  if (target === null || responder.seenAs === null) {
    const [unknown, other] = target === null ? [initiator, responder] : [responder, initiator];
    ledger.unknown({
      rule: target !== null && hasChangingAddress(responder) ? "endpoint-dynamic-static-peer" : "endpoint-unknown",
      reason:
        target === null
          ? `${initiator.name} names its peer ${configured}, and no ip host line tells its address.`
          : `${responder.name}'s address is not in its text, so whether ${configured} is ${responder.name} can't be told.`,
      data: { near: unknown.name, far: other.name, address: target === null ? configured : addressText(target) },
      places: target === null ? [peerPlace(initiator)] : [endpointPlace(responder), peerPlace(initiator)],
    });
    return true;
  }
  const reason = `${initiator.name} names ${configured}, but entry ${entryName(responder)} of ${responder.name} speaks from ${addressText(
    responder.end.address,
  )}.`;
  ledger.step?.({
    stage: kind === "manual" ? "manual" : "phase1",
    message: "peer",
    from: initiator.router.id,
    to: responder.router.id,
    ok: false,
    explains: reason,
    compared: [{ attribute: "peer", offered: configured, held: addressText(responder.end.address), agrees: false }],
    places: [peerPlace(initiator), endpointPlace(responder)],
  });
  ledger.fails("reachability", {
    rule: "peer-not-reciprocal",
    reason,
    data: {
      // The end whose `set peer` is wrong stands second, as in quick mode's refusal of an unlisted peer.
      near: responder.name,
      far: initiator.name,
      address: addressText(responder.end.address),
      configured,
    },
    places: [peerPlace(initiator), endpointPlace(responder)],
  });
  return false;
}

function judgeVersions(ledger: Ledger, initiator: Party, responder: Party, both: boolean): void {
  const [near, far] = inOrder(initiator, responder);
  const words = {
    data: { near: near.name, far: far.name },
    places: [near, far].map((one) =>
      entryPlace(one, one.view.body.ikev2Profile === undefined ? undefined : "ikev2Profile"),
    ),
  };
  if (both) {
    const reason = `${near.name} and ${far.name} use IKEv2, which is not judged.`;
    ledger.unknown({ rule: "ike-version-not-judged", reason, ...words });
    return;
  }
  const reason = `One of ${near.name} and ${far.name} uses IKEv2, the other IKEv1.`;
  ledger.step?.({
    stage: "phase1",
    message: "MM1",
    from: initiator.router.id,
    to: responder.router.id,
    ok: false,
    explains: reason,
    places: words.places,
  });
  ledger.fails("phase1-policy", { rule: "ike-version-mismatch", reason, ...words });
}

/** DHCP and PPP give an address that a fixed `set peer` can only hope for. */
function hasChangingAddress(party: Party): boolean {
  const one = party.end.interface === null ? undefined : party.router.elements.interface.get(party.end.interface);
  return one?.address?.kind === "dhcp" || one?.address?.kind === "negotiated";
}

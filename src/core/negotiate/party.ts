import type { Interface } from "../model/interface.ts";
import type { ElementKind, Place, Router } from "../model/router.ts";
import { formatIpv4, type Ipv4Address } from "../net/ipv4.ts";
import type { EntryView } from "../derive/cryptoMapSet.ts";
import { frontVrfOf } from "../derive/acceptance.ts";
import type { PeeringEnd } from "../derive/peering.ts";
import { boundProfile } from "../derive/isakmpIdentity.ts";

/** One end of a negotiation with all that it reads of its router. */
export interface Party {
  /** Which end of the peering it is. */
  readonly side: "a" | "b";
  readonly router: Router;
  readonly name: string;
  readonly end: PeeringEnd;
  readonly view: EntryView;
  /** The interfaces that carry the map and that this end's traffic may cross. */
  readonly carriers: readonly Interface[];
  /** The address that the peer sees; null where the text doesn't tell it, or a translator on the way changes it. */
  readonly seenAs: Ipv4Address | null;
  /** The routing table that the peer is reached through; empty for the global one, null where the text doesn't tell. */
  readonly frontVrf: string | null;
  /** The routing table that protected traffic comes from. */
  readonly insideVrf: string;
}

export function partyOf(side: Party["side"], router: Router, name: string, end: PeeringEnd, view: EntryView): Party {
  const spansAll = view.set.settings?.localAddress !== undefined;
  const frontVrf = frontVrfOf(view);
  return {
    side,
    router,
    name,
    end,
    view,
    carriers: spansAll ? view.set.carriers : view.set.carriers.filter((one) => one.name === end.interface),
    seenAs: router.natOnPath ? null : end.address,
    frontVrf,
    insideVrf: boundProfile(router.elements, view)?.vrf ?? frontVrf ?? "",
  };
}

/** The two ends, a first: what both directions find is then told in the same words, and so only once. */
export function inOrder(one: Party, other: Party): readonly [Party, Party] {
  return one.side === "a" ? [one, other] : [other, one];
}

/** "VPN 10", or "DYN 5" on a dynamic end: what a person calls the entry. */
export function entryName({ view }: Party): string {
  return `${view.body === view.entry.entry ? view.entry.entry.map : (view.dynamic?.entry.map ?? "")} ${
    view.dynamic?.entry.sequence ?? view.entry.entry.sequence
  }`;
}

/** A place in the entry that stands for this end. */
export function entryPlace(party: Party, field?: string, item?: string | number): Place {
  const { entry, dynamic } = party.view;
  return dynamic
    ? placeAt(party, "dynamicMapEntry", `${dynamic.entry.map} ${dynamic.entry.sequence}`, field, item)
    : placeAt(party, "cryptoMapEntry", `${entry.entry.map} ${entry.entry.sequence}`, field, item);
}

/** The `set peer` line that leads to the other end. */
export function peerPlace(party: Party): Place {
  return party.end.peer ? entryPlace(party, "peers", party.end.peer.position - 1) : entryPlace(party);
}

/** Where an end's address comes from. */
export function endpointPlace(party: Party): Place {
  const localAddress = party.view.set.settings?.localAddress;
  if (localAddress !== undefined) return placeAt(party, "cryptoMap", party.view.set.name, "localAddress");
  return party.end.interface === null ? entryPlace(party) : placeAt(party, "interface", party.end.interface, "address");
}

/** A line of an access list of this router. */
export function linePlace(party: Party, list: string, sequence: number): Place {
  return placeAt(party, "accessList", list, "lines", sequence);
}

export function placeAt(
  party: Pick<Party, "router">,
  kind: ElementKind,
  name: string,
  field?: string,
  item?: string | number,
): Place {
  return {
    router: party.router.id,
    kind,
    name,
    ...(field !== undefined && { field }),
    ...(item !== undefined && { item }),
  };
}

/** The address as people read it, or that it isn't known. */
export function addressText(address: Ipv4Address | null): string {
  return address === null ? "an address that its configuration doesn't tell" : formatIpv4(address);
}

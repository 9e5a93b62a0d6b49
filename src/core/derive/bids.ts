import type { CryptoMapPeer } from "../model/cryptoMap.ts";
import type { Router } from "../model/router.ts";
import type { Ipv4Address } from "../net/ipv4.ts";
import {
  cryptoMapSets,
  endpointsOf,
  endpointsTowards,
  entryView,
  peerAddress,
  type CryptoMapSet,
  type DynamicSetEntry,
  type Endpoint,
  type EntryView,
  type SetEntry,
} from "./cryptoMapSet.ts";

/** One `set peer` of a static entry, and the endpoint that it would be spoken to from: half a peering that seeks the other half. */
export interface Bid {
  readonly router: Router;
  readonly set: CryptoMapSet;
  readonly entry: SetEntry;
  readonly peer: CryptoMapPeer;
  /** Counted from 1. */
  readonly peerPosition: number;
  /** The peer's address; null for a name that doesn't resolve. */
  readonly target: Ipv4Address | null;
  readonly endpoint: Endpoint;
}

/** The end that an entry of a dynamic map makes where its set listens. */
export interface DynamicEnd {
  readonly router: Router;
  readonly set: CryptoMapSet;
  readonly entry: SetEntry;
  readonly dynamic: DynamicSetEntry;
  readonly endpoint: Endpoint;
}

/** An endpoint where a set with dynamic entries listens, with its entries in the order in which they are tried. */
export interface DynamicListener {
  readonly router: Router;
  readonly address: Ipv4Address;
  readonly ends: readonly DynamicEnd[];
}

/** What one router brings to the pairing. While it doesn't change, neither do these objects. */
export interface RouterBids {
  readonly bids: readonly Bid[];
  readonly listeners: readonly DynamicListener[];
}

export function isDynamicEnd(end: Bid | DynamicEnd): end is DynamicEnd {
  return "dynamic" in end;
}

export function viewOf(end: Bid | DynamicEnd): EntryView {
  return isDynamicEnd(end) ? entryView(end.set, end.entry, end.dynamic) : entryView(end.set, end.entry);
}

export function routerBids(router: Router): RouterBids {
  let known = remembered.get(router);
  if (!known) remembered.set(router, (known = bidsOf(router)));
  return known;
}

/** Whether a router was asked already. */
export function hasBids(router: Router): boolean {
  return remembered.has(router);
}

const remembered = new WeakMap<Router, RouterBids>();

function bidsOf(router: Router): RouterBids {
  const { elements } = router;
  const bids: Bid[] = [];
  const listeners: DynamicListener[] = [];
  for (const set of cryptoMapSets(elements).values()) {
    for (const entry of set.entries) {
      if (entry.entry.dynamicMap !== undefined || entry.entry.type === "gdoi") continue;
      const named = new Set<string>();
      entry.entry.peers.forEach((peer, index) => {
        // IOS keeps one line per peer; a repeated one adds nothing.
        const name = peer.peer.kind === "address" ? String(peer.peer.address) : peer.peer.hostname;
        if (named.has(name)) return;
        named.add(name);
        const target = peerAddress(elements, peer);
        for (const endpoint of endpointsTowards(elements, set, target)) {
          bids.push({ router, set, entry, peer, peerPosition: index + 1, target, endpoint });
        }
      });
    }
    if (set.anchors.length === 0) continue;
    for (const endpoint of endpointsOf(elements, set)) {
      if (endpoint.address === null) continue;
      const ends = set.anchors.flatMap((entry) =>
        entry.dynamicEntries.map((dynamic) => ({ router, set, entry, dynamic, endpoint })),
      );
      if (ends.length > 0) listeners.push({ router, address: endpoint.address, ends });
    }
  }
  return { bids, listeners };
}

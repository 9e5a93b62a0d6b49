import type { Router, RouterId } from "../model/router.ts";
import type { Ipv4Address } from "../net/ipv4.ts";
import { objectionsTo, type Objection, type Proposal } from "./acceptance.ts";
import type { AddressOwners } from "./addressOwners.ts";
import { isDynamicEnd, routerBids, viewOf, type Bid, type DynamicEnd, type DynamicListener } from "./bids.ts";
import type { SetEntry } from "./cryptoMapSet.ts";
import { dialectOf } from "./dialect.ts";
import { bestCounterpart, bestRelation, takesAny } from "./flows.ts";
import { ownIdentity } from "./isakmpIdentity.ts";
import { mirror, RELATION_RANKS, type ProxyIdentity } from "./proxyIdentity.ts";
import { selectorIndex } from "./selectorIndex.ts";
import { usableTransformSets } from "./transforms.ts";

/** Two halves that mean each other; `near` is a static entry. The shares tell whose flows they are where entries compete. */
export interface Pair {
  readonly near: Bid;
  readonly far: Bid | DynamicEnd | null;
  readonly nearShare?: ReadonlySet<number>;
  readonly farShare?: ReadonlySet<number>;
}

/**
 * Pairs the entries of all routers, never all with all: entries that name each other's endpoint, then static entries with the
 * dynamic entry that accepts them, then near misses; the rest stays alone.
 */
export function pairEntries(routers: Iterable<Router>, owners: AddressOwners): readonly Pair[] {
  const bids: Bid[] = [];
  const listeners = new Map<Ipv4Address, DynamicListener[]>();
  for (const router of routers) {
    const own = routerBids(router);
    for (const bid of own.bids) bids.push(bid);
    for (const listener of own.listeners) push(listeners, listener.address, listener);
  }
  const asBefore = latest && pairedAsBefore(latest, bids);
  if (asBefore) {
    latest = { bids, pairs: asBefore };
    return asBefore;
  }
  const pairs: Pair[] = [...mutualPairs(bids)];
  const settled = new Set<Bid>();
  const settle = (pair: Pair) => {
    settled.add(pair.near);
    if (pair.far && !isDynamicEnd(pair.far)) settled.add(pair.far);
  };
  pairs.forEach(settle);
  let open = bids.filter((bid) => !settled.has(bid));
  latest = open.length === 0 && pairs.every((pair) => !pair.nearShare && !pair.farShare) ? { bids, pairs } : undefined;
  // Each step takes what the steps before it left.
  const steps: readonly (() => readonly Pair[])[] = [
    () => open.flatMap((bid) => dynamicPairs(bid, endsAt(listeners, bid), "accepting")),
    () => nearMisses(open, owners),
    () => open.flatMap((bid) => dynamicPairs(bid, endsAt(listeners, bid), "closest")),
    () => siblingPairs(open, pairs),
  ];
  for (const step of steps) {
    if (open.length === 0) break;
    const found = step();
    found.forEach(settle);
    pairs.push(...found);
    open = open.filter((bid) => !settled.has(bid));
  }
  return [...pairs, ...open.map((near) => ({ near, far: null }))];
}

/** An answer that follows from addresses alone: each entry is paired with the only one that it names and that names it. */
interface PlainPairs {
  readonly bids: readonly Bid[];
  readonly pairs: readonly Pair[];
}

/** The last answer, where it was a plain one. */
let latest: PlainPairs | undefined;

/** The same pairs of the ends that there are now, where none of these has other addresses than before; undefined where one has. */
function pairedAsBefore(before: PlainPairs, bids: readonly Bid[]): readonly Pair[] | undefined {
  if (before.bids.length !== bids.length) return undefined;
  const changed = new Map<Pair["near"] | Pair["far"], Bid>();
  for (let at = 0; at < bids.length; at += 1) {
    const [was, now] = [before.bids[at], bids[at]];
    if (was === now) continue;
    if (!was || !now || !hasSameEnds(was, now)) return undefined;
    changed.set(was, now);
  }
  if (changed.size === 0) return before.pairs;
  return before.pairs.map((pair) => {
    const [near, far] = [changed.get(pair.near), changed.get(pair.far)];
    return near || far ? { near: near ?? pair.near, far: far ?? pair.far } : pair;
  });
}

function hasSameEnds(one: Bid, other: Bid): boolean {
  return (
    one.router.id === other.router.id && one.endpoint.address === other.endpoint.address && one.target === other.target
  );
}

/** Entries that name each other's endpoint address. */
function mutualPairs(bids: readonly Bid[]): readonly Pair[] {
  const byEnds = new Map<Ipv4Address, Map<Ipv4Address, Bid[]>>();
  for (const bid of bids) {
    if (bid.endpoint.address === null || bid.target === null) continue;
    let targets = byEnds.get(bid.endpoint.address);
    if (!targets) byEnds.set(bid.endpoint.address, (targets = new Map<Ipv4Address, Bid[]>()));
    push(targets, bid.target, bid);
  }
  const pairs: Pair[] = [];
  for (const [endpoint, targets] of byEnds) {
    for (const [target, near] of targets) {
      // Each two addresses meet twice; once is enough.
      if (endpoint >= target) continue;
      const far = byEnds.get(target)?.get(endpoint) ?? [];
      for (const nears of byRouter(near)) {
        for (const fars of byRouter(far)) {
          if (nears[0]?.router !== fars[0]?.router) pairs.push(...shareFlows(nears, fars));
        }
      }
    }
  }
  return pairs;
}

/** Where several entries name each other, a flow belongs to the entry that the responder would choose. */
function shareFlows(nears: readonly Bid[], fars: readonly Bid[]): readonly Pair[] {
  const [near] = nears;
  const [far] = fars;
  if (!near || !far) return [];
  if (nears.length === 1 && fars.length === 1) return [{ near, far }];
  const shares = new Map<Bid, Map<Bid, { near: Set<number>; far: Set<number> }>>();
  const share = (one: Bid, other: Bid) => {
    let row = shares.get(one);
    if (!row) shares.set(one, (row = new Map<Bid, { near: Set<number>; far: Set<number> }>()));
    let cell = row.get(other);
    if (!cell) row.set(other, (cell = { near: new Set(), far: new Set() }));
    return cell;
  };
  for (const one of nears) {
    for (const identity of one.entry.accessList?.permits ?? []) {
      const chosen = chosenBy(fars, one, identity);
      if (chosen) share(one, chosen).near.add(identity.sequence);
    }
  }
  for (const other of fars) {
    for (const identity of other.entry.accessList?.permits ?? []) {
      const chosen = chosenBy(nears, other, identity);
      if (chosen) share(chosen, other).far.add(identity.sequence);
    }
  }
  const pairs = [...shares].flatMap(([one, row]) =>
    [...row].map(([other, cell]) => ({ near: one, far: other, nearShare: cell.near, farShare: cell.far })),
  );
  return pairs.map((pair) => withOrphans(pair, pairs));
}

/** Flows that no entry of the other router wants stay with the first peering of their entry. */
function withOrphans(pair: Required<Pair> & { far: Bid }, pairs: readonly Required<Pair>[]): Pair {
  const orphans = (end: Bid, taken: (one: Required<Pair>) => ReadonlySet<number>, ours: readonly Required<Pair>[]) => {
    if (ours[0] !== pair) return [];
    const all = end.entry.accessList?.permits ?? [];
    return all.map((one) => one.sequence).filter((sequence) => !ours.some((one) => taken(one).has(sequence)));
  };
  return {
    ...pair,
    nearShare: new Set([
      ...pair.nearShare,
      ...orphans(
        pair.near,
        (one) => one.nearShare,
        pairs.filter((one) => one.near === pair.near),
      ),
    ]),
    farShare: new Set([
      ...pair.farShare,
      ...orphans(
        pair.far,
        (one) => one.farShare,
        pairs.filter((one) => one.far === pair.far),
      ),
    ]),
  };
}

/** The entry that takes a flow: the lowest that accepts it, else the one whose list comes closest. */
function chosenBy(responders: readonly Bid[], initiator: Bid, identity: ProxyIdentity): Bid | undefined {
  const proposal = proposalOf(initiator, identity);
  const inOrder = [...responders].sort((one, other) => one.entry.entry.sequence - other.entry.entry.sequence);
  const accepting = inOrder.find((one) => objectionsTo(one.router, viewOf(one), proposal).every(harmless));
  if (accepting) return accepting;
  const ranked = inOrder
    .map((bid) => ({ bid, relation: bestCounterpart(identity, bid.entry.accessList)?.relation ?? ("none" as const) }))
    .filter((one) => one.relation !== "none")
    .sort((one, other) => RELATION_RANKS[one.relation] - RELATION_RANKS[other.relation]);
  return ranked[0]?.bid;
}

function proposalOf(initiator: Bid, identity: ProxyIdentity | undefined): Proposal {
  const { router, endpoint } = initiator;
  const view = viewOf(initiator);
  return {
    from: router.natOnPath ? null : endpoint.address,
    identity: ownIdentity(router.elements, view, endpoint.address),
    selectors: identity ? mirror(identity).selectors : [],
    accessList: view.accessList,
    transformSets: usableTransformSets(router, view.body),
    pfs: { pfs: view.body.pfs, dialect: dialectOf(router) },
  };
}

/** The dynamic entries that listen where a static entry's peer points, in the order in which they are tried. */
function endsAt(listeners: ReadonlyMap<Ipv4Address, readonly DynamicListener[]>, bid: Bid): readonly DynamicEnd[] {
  if (bid.target === null || bid.entry.entry.type !== "ipsec-isakmp") return [];
  return (listeners.get(bid.target) ?? [])
    .filter((listener) => listener.router !== bid.router)
    .flatMap((listener) => listener.ends);
}

/**
 * A static entry with the dynamic entries that accept its flows, the lowest first; or, where none does, with the one that comes
 * closest. Flows that none accepts stay with the first.
 */
function dynamicPairs(bid: Bid, ends: readonly DynamicEnd[], wanted: "accepting" | "closest"): readonly Pair[] {
  const [first] = ends;
  if (!first) return [];
  const permits = bid.entry.accessList?.permits ?? [];
  if (wanted === "closest") {
    const closest = [...ends].sort((one, other) => distance(bid, one) - distance(bid, other))[0] ?? first;
    return [{ near: bid, far: closest }];
  }
  const shares = new Map<DynamicEnd, Set<number>>();
  for (const identity of permits) {
    const proposal = proposalOf(bid, identity);
    const taker = ends.find((end) => objectionsTo(end.router, viewOf(end), proposal).every(harmless));
    if (!taker) continue;
    const share = shares.get(taker);
    if (share) share.add(identity.sequence);
    else shares.set(taker, new Set([identity.sequence]));
  }
  if (shares.size <= 1) return [...shares.keys()].map((far) => ({ near: bid, far }));
  const taken = new Set([...shares.values()].flatMap((share) => [...share]));
  const orphans = permits.map((one) => one.sequence).filter((sequence) => !taken.has(sequence));
  return [...shares].map(([far, share], index) => ({
    near: bid,
    far,
    nearShare: index === 0 ? new Set([...share, ...orphans]) : share,
  }));
}

/** What the text leaves open, such as an address from DHCP, doesn't keep two entries from meaning each other. */
function harmless(objection: Objection): boolean {
  return objection.unsure;
}

function distance(bid: Bid, end: DynamicEnd): number {
  const view = viewOf(end);
  const relation = takesAny(view) ? "accepts" : bestRelation(bid.entry.accessList, view.accessList);
  const objections = objectionsTo(end.router, view, proposalOf(bid, bid.entry.accessList?.permits[0]));
  return RELATION_RANKS[relation] * 10 + objections.length;
}

/** Leftovers where one side names any address of the other router: the best relation first, then the lower sequences. */
function nearMisses(open: readonly Bid[], owners: AddressOwners): readonly Pair[] {
  if (open.length < 2) return [];
  const namedBy = (bid: Bid): readonly RouterId[] =>
    bid.target === null ? [] : (owners.get(bid.target) ?? []).map((owner) => owner.router);
  const leftovers = new Map<RouterId, Bid[]>();
  for (const bid of open) push(leftovers, bid.router.id, bid);
  const indexes = new Map<RouterId, LeftoverIndex>();
  const indexOf = (router: RouterId) => {
    let index = indexes.get(router);
    if (!index) indexes.set(router, (index = leftoverIndex(leftovers.get(router) ?? [], namedBy)));
    return index;
  };
  const scored: { readonly near: Bid; readonly far: Bid; readonly rank: number }[] = [];
  for (const near of open) {
    for (const id of new Set(namedBy(near))) {
      if (id === near.router.id) continue;
      for (const far of indexOf(id).candidates(near)) {
        const rank = RELATION_RANKS[bestRelation(near.entry.accessList, far.entry.accessList)];
        scored.push({ near, far, rank });
      }
    }
  }
  scored.sort(
    (one, other) =>
      one.rank - other.rank ||
      one.near.entry.entry.sequence - other.near.entry.entry.sequence ||
      one.far.entry.entry.sequence - other.far.entry.entry.sequence,
  );
  const used = new Set<Bid>();
  return scored.flatMap(({ near, far }) => {
    if (used.has(near) || used.has(far)) return [];
    used.add(near).add(far);
    return [{ near, far }];
  });
}

interface LeftoverIndex {
  /** Leftovers that name an address of the asking router, or that name no router at all and protect some of its traffic. */
  candidates(near: Bid): readonly Bid[];
}

function leftoverIndex(leftovers: readonly Bid[], namedBy: (bid: Bid) => readonly RouterId[]): LeftoverIndex {
  const byNamed = new Map<RouterId, Bid[]>();
  const astray: Bid[] = [];
  for (const bid of leftovers) {
    const named = namedBy(bid).filter((id) => id !== bid.router.id);
    for (const id of named) push(byNamed, id, bid);
    // An entry that names a third router of the design means that one.
    if (named.length === 0) astray.push(bid);
  }
  const selectors = selectorIndex(
    astray.map((bid) => (bid.entry.accessList?.permits ?? []).flatMap((identity) => identity.selectors)),
  );
  return {
    candidates(near) {
      const positions = new Set(
        (near.entry.accessList?.permits ?? []).flatMap((identity) =>
          mirror(identity).selectors.flatMap((selector) => selectors.intersecting(selector)),
        ),
      );
      return [...(byNamed.get(near.router.id) ?? []), ...[...positions].flatMap((position) => astray[position] ?? [])];
    },
  };
}

/** What leaves by a second interface pairs with the same entry that answers the first one. */
function siblingPairs(open: readonly Bid[], pairs: readonly Pair[]): readonly Pair[] {
  const answers = new Map<SetEntry, Pair[]>();
  for (const pair of pairs) {
    push(answers, pair.near.entry, pair);
    if (pair.far && !isDynamicEnd(pair.far)) {
      push(answers, pair.far.entry, {
        near: pair.far,
        far: pair.near,
        ...(pair.farShare && { nearShare: pair.farShare }),
        ...(pair.nearShare && { farShare: pair.nearShare }),
      });
    }
  }
  return open.flatMap((near) => {
    const sibling = (answers.get(near.entry) ?? []).find(
      (pair) => pair.near.router === near.router && pair.near.peerPosition === near.peerPosition,
    );
    return sibling ? [{ ...sibling, near }] : [];
  });
}

function byRouter(bids: readonly Bid[]): readonly (readonly Bid[])[] {
  if (bids.length < 2) return bids.length === 0 ? [] : [bids];
  const groups = new Map<Router, Bid[]>();
  for (const bid of bids) push(groups, bid.router, bid);
  return [...groups.values()];
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

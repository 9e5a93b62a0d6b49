import { cryptoMapSets, type CryptoMapSet, type SetEntry } from "../derive/cryptoMapSet.ts";
import { memoOf } from "../derive/identityMemo.ts";
import { firstMatches } from "../derive/firstMatch.ts";
import { covers, intersects, type ProxyIdentity } from "../derive/proxyIdentity.ts";
import type { Selector } from "../derive/selector.ts";
import type { Place, Router } from "../model/router.ts";

/**
 * Two entries of a set whose lists select the same traffic, told at a permit of the higher one.
 * - shadowed: the lower entry takes all of it.
 * - together: lower entries take all of it between them.
 * - partial: the lower entry takes some of it, and permits more than that.
 * - specific: the lower entry takes a part of it and nothing else, which is how exceptions are written.
 * - denied: the lower entry denies some of it and permits all of it further down, which is documented as unsupported.
 */
export interface SetOverlap {
  readonly kind: "shadowed" | "together" | "partial" | "specific" | "denied";
  readonly higher: SetEntry;
  readonly permit: ProxyIdentity;
  readonly lower: SetEntry;
  /** The lower entry's permit; its deny where that is what matters. */
  readonly by: ProxyIdentity;
}

/**
 * All overlaps of a router's crypto maps, by set. Each permit is asked what earlier entries do with its traffic, by the same walk that
 * decides about packets; an index finds those that could, so that thousands of disjoint entries cost little more than reading them.
 */
export function routerOverlaps(router: Router): ReadonlyMap<CryptoMapSet, readonly SetOverlap[]> {
  return overlapsBySet(cryptoMapSets(router.elements));
}

const overlapsBySet = memoOf(
  (sets: ReadonlyMap<string, CryptoMapSet>): ReadonlyMap<CryptoMapSet, readonly SetOverlap[]> =>
    new Map([...sets.values()].map((set) => [set, set.entries.flatMap((entry) => overlapsOf(set, entry))])),
);

function overlapsOf(set: CryptoMapSet, higher: SetEntry): readonly SetOverlap[] {
  if (higher.position === 0 || !higher.accessList || !isComplete(higher)) return [];
  return higher.accessList.permits.flatMap((permit) => permitOverlaps(set, higher, permit));
}

function permitOverlaps(set: CryptoMapSet, higher: SetEntry, permit: ProxyIdentity): readonly SetOverlap[] {
  const overlaps: SetOverlap[] = [];
  let rest: readonly Selector[] = permit.selectors;
  for (const lower of rivals(set, higher, permit)) {
    const list = lower.accessList;
    if (!list || rest.length === 0) break;
    const parts = rest.flatMap((selector) => firstMatches(list, selector));
    const taken = parts.flatMap((part) => (part.identity?.action === "permit" ? [part.identity] : []));
    const near = list.identities.filter((identity) => intersects(identity, permit));
    const deny = near.find((identity) => identity.action === "deny");
    const covering = near.find((identity) => identity.action === "permit" && covers(identity, permit));
    const [taker] = taken;
    if (deny && covering && covering.sequence > deny.sequence) {
      overlaps.push({ kind: "denied", higher, permit, lower, by: deny });
    } else if (taker) {
      overlaps.push({ kind: kindOf(permit, taken), higher, permit, lower, by: taker });
    }
    rest = parts.flatMap((part) => (part.identity?.action === "permit" ? [] : [part.traffic]));
  }
  const isGone = rest.length === 0 && permit.selectors.length > 0;
  if (!isGone || overlaps.some(({ kind }) => kind === "shadowed" || kind === "denied")) return overlaps;
  const [first] = overlaps;
  return first ? [{ ...first, kind: "together" }] : [];
}

function kindOf(permit: ProxyIdentity, taken: readonly ProxyIdentity[]): SetOverlap["kind"] {
  if (taken.some((identity) => covers(identity, permit))) return "shadowed";
  return taken.every((identity) => covers(permit, identity)) ? "specific" : "partial";
}

/** Earlier static entries that may share traffic with a permit, in the order in which they are tried. */
function rivals(set: CryptoMapSet, higher: SetEntry, permit: ProxyIdentity): readonly SetEntry[] {
  const found = new Set<SetEntry>();
  for (const selector of permit.selectors) {
    for (const owner of set.selectors.intersecting(selector)) {
      // Entries that share one list are the business of acl-shared, and anchors that of dynamic-not-last.
      if (owner.position >= higher.position || !isComplete(owner)) continue;
      if (owner.entry.matchAddress !== higher.entry.matchAddress) found.add(owner);
    }
  }
  return [...found].sort((one, other) => one.position - other.position);
}

/** IOS skips an entry without a peer. */
function isComplete({ entry }: SetEntry): boolean {
  return entry.dynamicMap === undefined && entry.peers.length > 0;
}

/** "VPN 10". */
export function setEntryName({ entry }: SetEntry): string {
  return `${entry.map} ${entry.sequence}`;
}

/** The lines at which an overlap is shown: the one that loses first. */
export function overlapPlaces(router: Router, { higher, permit, lower, by }: SetOverlap): readonly Place[] {
  return [
    listPlace(router, higher.accessList?.name ?? "", permit.sequence),
    listPlace(router, lower.accessList?.name ?? "", by.sequence),
    { router: router.id, kind: "cryptoMapEntry", name: setEntryName(higher), field: "matchAddress" },
    { router: router.id, kind: "cryptoMapEntry", name: setEntryName(lower), field: "matchAddress" },
  ];
}

function listPlace(router: Router, name: string, sequence: number): Place {
  return { router: router.id, kind: "accessList", name, field: "lines", item: sequence };
}

import type { NormalAccessList } from "../derive/cryptoAccessList.ts";
import { firstMatches } from "../derive/firstMatch.ts";
import type { ProxyIdentity } from "../derive/proxyIdentity.ts";
import { selectorCovers, selectorsIntersect, type Selector } from "../derive/selector.ts";
import type { CryptoMapSet, EntryView, SetEntry } from "../derive/cryptoMapSet.ts";
import type { RuleId } from "../model/ruleId.ts";

/** What the crypto map does with some traffic on its way out. Reference: section 2.1. */
export type MapWalk =
  /** The wanted entry takes some of it, by this permit. */
  | {
      readonly kind: "own";
      readonly identity: ProxyIdentity;
      readonly traffic: Selector;
      readonly tried: readonly SetEntry[];
    }
  /** Other entries take all of it: the first by this permit of this list. */
  | {
      readonly kind: "other";
      readonly entry: SetEntry;
      readonly list: NormalAccessList;
      readonly identity: ProxyIdentity;
      readonly rule: RuleId;
    }
  /** No entry takes it: it leaves in clear. `denied` is the wanted entry's own deny, where that is why. */
  | { readonly kind: "clear"; readonly denied: ProxyIdentity | undefined };

/**
 * Tries the entries in ascending sequence: a permit selects the entry, a deny or no match goes on to the next one. Entries without
 * a list or a peer are skipped. Reference: sections 2.1 and 3.4.
 */
export function walkMap(set: CryptoMapSet, wanted: EntryView, traffic: readonly Selector[]): MapWalk {
  const inTheWay = rivals(set, wanted, traffic);
  const tried: SetEntry[] = [];
  let rest = traffic;
  let taker: Pick<MapWalk & { kind: "other" }, "entry" | "list" | "identity"> | undefined;
  let denied: ProxyIdentity | undefined;
  for (const entry of [...inTheWay, wanted.entry]) {
    if (rest.length === 0) break;
    tried.push(entry);
    const isWanted = entry === wanted.entry;
    for (const list of listsOf(entry, isWanted ? wanted : undefined)) {
      const [only] = rest;
      const parts =
        only && rest.length === 1 ? firstMatches(list, only) : rest.flatMap((piece) => firstMatches(list, piece));
      const first = parts.find((part) => part.identity?.action === "permit");
      if (first?.identity) {
        if (isWanted) return { kind: "own", identity: first.identity, traffic: first.traffic, tried };
        taker ??= { entry, list, identity: first.identity };
      }
      if (isWanted) denied ??= parts.find((part) => part.identity?.action === "deny")?.identity;
      rest = parts.filter((part) => part.identity?.action !== "permit").map((part) => part.traffic);
    }
  }
  // What the wanted entry denies itself is the reason only where it would permit nothing of the traffic if it were asked first.
  if (taker && (rest.length === 0 || !denied || permitsSome(wanted, traffic))) {
    return { kind: "other", ...taker, rule: ruleOfRivalry(taker, wanted, traffic) };
  }
  return { kind: "clear", denied };
}

function permitsSome(wanted: EntryView, traffic: readonly Selector[]): boolean {
  return listsOf(wanted.entry, wanted).some((list) =>
    traffic.some((piece) => firstMatches(list, piece).some((part) => part.identity?.action === "permit")),
  );
}

/** Earlier entries that share traffic with what is asked about, in the order in which they are tried. */
export function rivals(set: CryptoMapSet, wanted: EntryView, traffic: readonly Selector[]): readonly SetEntry[] {
  if (wanted.entry.position === 0) return [];
  const found = new Set<SetEntry>();
  for (const selector of traffic) {
    for (const owner of set.selectors.intersecting(selector)) {
      if (owner.position < wanted.entry.position) found.add(owner);
    }
  }
  return [...found].sort((one, other) => one.position - other.position);
}

/**
 * An earlier entry whose list denies this very traffic and permits it after all further down. The guide calls that unsupported,
 * although the cascade alone would let the later entry have it. Reference: section 3.4.
 */
export function unsupportedDeny(
  set: CryptoMapSet,
  wanted: EntryView,
  traffic: readonly Selector[],
): { readonly entry: SetEntry; readonly deny: ProxyIdentity; readonly permit: ProxyIdentity } | undefined {
  for (const entry of rivals(set, wanted, traffic)) {
    const identities = entry.accessList?.identities ?? [];
    const touches = (identity: ProxyIdentity) =>
      identity.selectors.some((one) => traffic.some((other) => selectorsIntersect(one, other)));
    const deny = identities.find((identity) => identity.action === "deny" && touches(identity));
    const covering = (identity: ProxyIdentity) =>
      identity.selectors.some((one) => traffic.some((other) => selectorCovers(one, other)));
    const permit =
      deny && identities.find((one) => one.action === "permit" && one.sequence > deny.sequence && covering(one));
    if (deny && permit) return { entry, deny, permit };
  }
  return undefined;
}

function listsOf(entry: SetEntry, wanted: EntryView | undefined) {
  if (wanted?.dynamic) return wanted.accessList ? [wanted.accessList] : [];
  if (entry.entry.dynamicMap !== undefined) return entry.dynamicEntries.flatMap((one) => one.accessList ?? []);
  // An entry without a peer is incomplete, and skipped.
  return entry.accessList && entry.entry.peers.length > 0 ? [entry.accessList] : [];
}

/** The rule that tells why an earlier entry takes another one's traffic. */
function ruleOfRivalry(
  taker: { readonly entry: SetEntry; readonly identity: ProxyIdentity },
  wanted: EntryView,
  traffic: readonly Selector[],
): RuleId {
  if (taker.entry.entry.dynamicMap !== undefined) return "dynamic-not-last";
  if (taker.entry.accessList === wanted.accessList) return "acl-shared";
  // The rules compare whole permits: one that keeps some traffic for itself is not shadowed, whatever this flow needs of it.
  const meant = (wanted.accessList?.permits ?? []).filter((permit) =>
    permit.selectors.some((one) => traffic.some((other) => selectorsIntersect(one, other))),
  );
  const whole = meant.length > 0 ? meant.flatMap((permit) => permit.selectors) : traffic;
  const within = (inner: readonly Selector[], outer: readonly Selector[]) =>
    inner.every((one) => outer.some((other) => selectorCovers(other, one)));
  if (within(whole, taker.identity.selectors)) return "acl-overlap-shadow";
  // A more specific entry in front is what one may have, until a peer wants no more than what that one takes.
  const isSpecific = within(taker.identity.selectors, whole) && !within(whole, traffic);
  return isSpecific ? "specific-first" : "acl-overlap-partial";
}

import type { NormalAccessList } from "../derive/cryptoAccessList.ts";
import {
  entryView,
  type CryptoMapSet,
  type DynamicSetEntry,
  type EntryView,
  type SetEntry,
} from "../derive/cryptoMapSet.ts";
import { firstMatches } from "../derive/firstMatch.ts";
import type { ProxyIdentity } from "../derive/proxyIdentity.ts";
import { formatSelector, selectorCovers, type Selector } from "../derive/selector.ts";
import type { Place, Router } from "../model/router.ts";
import { placeAt } from "../negotiate/party.ts";
import type { InstalledPair } from "../simulate/associationPairs.ts";
import type { EntryTrial } from "./packetWalk.ts";

/** The entry that takes a packet, with the line that decided. */
export interface TakenEntry {
  readonly view: EntryView;
  readonly identity: ProxyIdentity | undefined;
  /** The association of the temporary entry that a peer's negotiation made, where it is that entry. */
  readonly temporary: InstalledPair | undefined;
}

export interface MapTrial {
  readonly trials: readonly EntryTrial[];
  readonly taken: TakenEntry | undefined;
}

/**
 * Asks the entries of a crypto map about a packet in ascending sequence: a permit takes it, a deny or no match goes on to the next
 * one. Reference: section 2.1. For incoming traffic the caller swaps source and destination.
 */
export function tryEntries(
  router: Router,
  set: CryptoMapSet,
  traffic: Selector,
  pairs: readonly InstalledPair[],
): MapTrial {
  const trials: EntryTrial[] = [];
  for (const entry of set.entries) {
    const found =
      entry.entry.dynamicMap === undefined
        ? tryStatic(router, set, entry, traffic)
        : tryAnchor(router, set, entry, traffic, pairs);
    trials.push(...found.trials);
    if (found.taken) return { trials, taken: found.taken };
  }
  return { trials, taken: undefined };
}

function tryStatic(router: Router, set: CryptoMapSet, entry: SetEntry, traffic: Selector): MapTrial {
  const name = `${entry.entry.map} ${entry.entry.sequence}`;
  const place = placeAt({ router }, "cryptoMapEntry", name);
  const skipped = whySkipped(router, entry);
  if (skipped !== undefined || !entry.accessList) {
    return { trials: [trial(name, place, "skipped", skipped ?? "")], taken: undefined };
  }
  // With manual keys only the first permit counts. Reference: section 2.6.
  const list = entry.entry.type === "ipsec-manual" ? firstPermitOnly(entry.accessList) : entry.accessList;
  const { verdict, identity } = decide(list, traffic);
  const told = { ...trial(name, place, verdict, ""), ...lineOf(router, list, identity) };
  return {
    trials: [told],
    taken: verdict === "taken" ? { view: entryView(set, entry), identity, temporary: undefined } : undefined,
  };
}

/** An anchor is first what peers have made of it, then the dynamic map's own lists, which filter but start nothing. */
function tryAnchor(
  router: Router,
  set: CryptoMapSet,
  entry: SetEntry,
  traffic: Selector,
  pairs: readonly InstalledPair[],
): MapTrial {
  const trials: EntryTrial[] = [];
  const place = placeAt({ router }, "cryptoMapEntry", `${entry.entry.map} ${entry.entry.sequence}`);
  const made = pairs.filter(({ own }) => own.view.entry === entry && own.view.dynamic !== undefined);
  for (const pair of made) {
    const dynamic = pair.own.view.dynamic;
    const name = `${entry.entry.map} ${entry.entry.sequence}, temporary`;
    const verdict = selectorCovers(pair.selector, traffic) ? "taken" : "no-match";
    trials.push({
      ...trial(
        name,
        dynamicPlace(router, dynamic) ?? place,
        verdict,
        `made when ${pair.other.name} brought its tunnel up`,
      ),
      line: `permit ${formatSelector(pair.selector)}`,
      temporary: true,
    });
    if (verdict === "taken") return { trials, taken: { view: pair.own.view, identity: undefined, temporary: pair } };
  }
  for (const dynamic of entry.dynamicEntries) {
    const name = `${dynamic.entry.map} ${dynamic.entry.sequence}`;
    const at = dynamicPlace(router, dynamic) ?? place;
    if (!dynamic.accessList) {
      trials.push(trial(name, at, "skipped", "dynamic, without an access list: it does not filter what leaves"));
      continue;
    }
    const { verdict, identity } = decide(dynamic.accessList, traffic);
    trials.push({ ...trial(name, at, verdict, "dynamic"), ...lineOf(router, dynamic.accessList, identity) });
    if (verdict === "taken") {
      return { trials, taken: { view: entryView(set, entry, dynamic), identity, temporary: undefined } };
    }
  }
  if (trials.length === 0) {
    trials.push(
      trial(`${entry.entry.map} ${entry.entry.sequence}`, place, "skipped", "its dynamic map has no entries"),
    );
  }
  return { trials, taken: undefined };
}

/** Why an entry is not asked: it stays disabled until it has a peer and an access list. Reference: section 2.6. */
function whySkipped(router: Router, { entry, accessList }: SetEntry): string | undefined {
  if (entry.matchAddress === undefined) return "incomplete: it names no access list";
  if (entry.peers.length === 0) return "incomplete: it names no peer";
  const list = router.elements.accessList.get(entry.matchAddress);
  if (!list) return `incomplete: access list ${entry.matchAddress} does not exist`;
  if (list.type === "standard") return `incomplete: access list ${entry.matchAddress} is a standard one`;
  if (!accessList || accessList.identities.length === 0)
    return `incomplete: access list ${entry.matchAddress} is empty`;
  return undefined;
}

function firstPermitOnly(list: NormalAccessList): NormalAccessList {
  const [first] = list.permits;
  if (list.permits.length < 2 || !first) return list;
  return { ...list, identities: [first], permits: [first], index: { intersecting: () => [0], first: () => 0 } };
}

/** What a list says of a packet, and by which line: the first permit that it meets, else the first deny. */
export function decide(
  list: NormalAccessList,
  traffic: Selector,
): { readonly verdict: "taken" | "denied" | "no-match"; readonly identity: ProxyIdentity | undefined } {
  const parts = firstMatches(list, traffic);
  const permit = parts.find((part) => part.identity?.action === "permit")?.identity;
  if (permit) return { verdict: "taken", identity: permit };
  const deny = parts.find((part) => part.identity?.action === "deny")?.identity;
  return deny ? { verdict: "denied", identity: deny } : { verdict: "no-match", identity: undefined };
}

/** The deciding line in words, and its place. */
export function lineOf(
  router: Router,
  list: NormalAccessList,
  identity: ProxyIdentity | undefined,
): { readonly line: string | null; readonly linePlace: Place | null } {
  if (!identity) return { line: null, linePlace: null };
  const text = identity.selectors.map(formatSelector).join("; ");
  const extras = identity.extras.length === 0 ? "" : ` ${identity.extras.join(" ")}`;
  return {
    line: `${identity.action} ${text}${extras}`,
    linePlace: placeAt({ router }, "accessList", list.name, "lines", identity.sequence),
  };
}

function dynamicPlace(router: Router, dynamic: DynamicSetEntry | undefined): Place | undefined {
  return dynamic && placeAt({ router }, "dynamicMapEntry", `${dynamic.entry.map} ${dynamic.entry.sequence}`);
}

function trial(entry: string, place: Place, verdict: EntryTrial["verdict"], note: string): EntryTrial {
  return { entry, verdict, line: null, note, place, linePlace: null, temporary: false };
}

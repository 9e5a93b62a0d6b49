import type { SetEntry } from "../derive/cryptoMapSet.ts";
import { mirrorSelector, type Selector } from "../derive/selector.ts";
import type { ElementKind } from "../model/elements.ts";
import { rivals } from "./mapWalk.ts";
import type { Party } from "./party.ts";

/**
 * The kinds of which a verdict may read any element. Access lists and crypto map entries are not among them: a hub has thousands, and
 * a verdict reads a few, which are listed one by one below.
 */
const readWhole: readonly ElementKind[] = [
  "host",
  "ipHost",
  "keyring",
  "isakmpPolicy",
  "isakmpKey",
  "isakmpSettings",
  "isakmpPeer",
  "isakmpProfile",
  "ipsecSettings",
  "transformSet",
  "cryptoMap",
  "interface",
  "natRule",
  "staticNat",
  "routeMapEntry",
  "staticRoute",
  "objectGroup",
  "keptBlock",
];

/** Whether an end still is as it was in all that is quickly told: its name, and the kinds of which a verdict may read any element. */
export function sameBasis(before: Party | null, now: Party | null): boolean {
  if (!before || !now) return before === now;
  const [one, other] = [before.router, now.router];
  return (
    before.name === now.name &&
    one.natOnPath === other.natOnPath &&
    one.dialect === other.dialect &&
    readWhole.every((kind) => one.elements[kind] === other.elements[kind])
  );
}

/**
 * Every other object that a verdict about two ends is made from. While none of them changes, and the basis is the same, the verdict
 * stands.
 */
export function evidenceOf(a: Party, b: Party | null): readonly unknown[] {
  const evidence: unknown[] = [];
  gather(evidence, a, b);
  if (b) gather(evidence, b, a);
  return evidence;
}

function gather(evidence: unknown[], party: Party, other: Party | null): void {
  const { router, view, end } = party;
  const { elements } = router;
  evidence.push(end);
  gatherEntry(evidence, view.entry);
  evidence.push(view.dynamic?.entry, view.accessList);
  // Entries that may answer the other end in this one's stead.
  for (const anchor of view.set.anchors) gatherEntry(evidence, anchor);
  const seen = other?.seenAs ?? null;
  if (seen !== null) for (const entry of view.set.byPeer.get(seen) ?? []) gatherEntry(evidence, entry);
  // Entries that may take this end's traffic first.
  for (const rival of rivals(view.set, view, trafficThrough(party, other))) gatherEntry(evidence, rival);
  for (const carrier of view.set.carriers) {
    if (carrier.accessGroupIn !== undefined) evidence.push(elements.accessList.get(carrier.accessGroupIn));
  }
  for (const name of translatorLists(party)) evidence.push(elements.accessList.get(name));
}

function gatherEntry(evidence: unknown[], one: SetEntry): void {
  evidence.push(one.entry, one.accessList);
  for (const dynamic of one.dynamicEntries) evidence.push(dynamic.entry, dynamic.accessList);
}

/** What this end may send into the tunnel: what its own list permits, and the mirror of what the other end's does. */
function trafficThrough(party: Party, other: Party | null): readonly Selector[] {
  const own = (party.view.accessList?.permits ?? []).flatMap((identity) => identity.selectors);
  const theirs = (other?.view.accessList?.permits ?? []).flatMap((identity) => identity.selectors.map(mirrorSelector));
  return [...own, ...theirs];
}

function translatorLists({ router: { elements } }: Party): readonly string[] {
  return [
    ...[...elements.natRule.values()].map((rule) => rule.match.name),
    ...[...elements.routeMapEntry.values()].flatMap((entry) => entry.matchAddress),
  ];
}

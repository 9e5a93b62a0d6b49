import type { AccessList } from "../model/accessList.ts";
import type { CryptoMapEntry } from "../model/cryptoMap.ts";
import type { Elements, RouterId } from "../model/router.ts";
import type { TransformSet } from "../model/transformSet.ts";
import { transformContent } from "../derive/transforms.ts";
import { setOfPrefix } from "../net/wildcard.ts";
import {
  appendLines,
  entryCovers,
  flowEntry,
  numberedList,
  permitEntries,
  type NetworkFlow,
} from "./accessListLines.ts";
import { mirroredLine } from "./accessListMirror.ts";
import type { DesignDraft } from "./designDraft.ts";
import { freeName } from "./freeName.ts";
import { entryToward, freeSequence, mirrored, type LinkEnd } from "./linkEnd.ts";
import type { NewFlows, SequenceBounds } from "./linkObstacle.ts";

/** What a new peering offers in phase 2 where neither side has a set to share. */
const modernTransforms = ["esp-aes 256", "esp-sha256-hmac"] as const;
const modernSetName = "TS-AES256";

/** Writes transform set, crypto access list and crypto map entry into both ends, or widens the entries that they have. */
export function agreeOnPhase2(draft: DesignDraft, a: LinkEnd, b: LinkEnd, wanted: NewFlows): void {
  const mapA = applyMap(draft, a);
  const mapB = applyMap(draft, b);
  const existingA = entryToward(draft.elements(a.router), mapA, b);
  const existingB = entryToward(draft.elements(b.router), mapB, a);
  const flowsB = wanted.flows.map(mirrored);
  if (existingA) widen(draft, a.router, existingA, b, wanted.flows);
  if (existingB) widen(draft, b.router, existingB, a, flowsB);
  if (!existingA && existingB) {
    answerEntry(draft, { end: a, map: mapA, peer: b, bounds: wanted.boundsA, router: b.router, entry: existingB });
  } else if (existingA && !existingB) {
    answerEntry(draft, { end: b, map: mapB, peer: a, bounds: wanted.boundsB, router: a.router, entry: existingA });
  } else if (!existingA) {
    const sets = agreeOnTransformSet(draft, a.router, b.router);
    addEntry(draft, { end: a, map: mapA, peer: b, bounds: wanted.boundsA, set: sets.a, flows: wanted.flows });
    addEntry(draft, { end: b, map: mapB, peer: a, bounds: wanted.boundsB, set: sets.b, flows: flowsB });
  }
}

/** Whether two sets are one proposal: the same transforms in any order, and the same mode. */
function transformSetsAgree(one: TransformSet, other: TransformSet): boolean {
  return transformContent(one) === transformContent(other) && (one.mode ?? "tunnel") === (other.mode ?? "tunnel");
}

/**
 * The name of the map on the end's WAN interface; a new one is applied where there is none.
 * Crypto maps and dynamic maps share no namespace in IOS, but one name for both misleads whoever reads it.
 */
export function applyMap(draft: DesignDraft, end: LinkEnd): string {
  if (end.wan.cryptoMap) return end.wan.cryptoMap.name;
  const elements = draft.elements(end.router);
  const taken = new Set([
    ...[...elements.cryptoMapEntry.values(), ...elements.dynamicMapEntry.values()].map((entry) => entry.map),
    ...elements.cryptoMap.keys(),
  ]);
  const name = freeName("VPN", (one) => taken.has(one));
  const wan = elements.interface.get(end.wan.name) ?? end.wan;
  draft.put(end.router, "interface", { ...wan, cryptoMap: { name } });
  return name;
}

function agreeOnTransformSet(draft: DesignDraft, a: RouterId, b: RouterId): { readonly a: string; readonly b: string } {
  const [ofA, ofB] = [strongSets(draft.elements(a)), strongSets(draft.elements(b))];
  for (const one of ofA) {
    const same = ofB.find((other) => transformSetsAgree(one, other));
    if (same) return { a: one.name, b: same.name };
  }
  const model = ofA[0] ?? ofB[0] ?? { name: modernSetName, transforms: modernTransforms, kept: [] };
  return { a: haveSet(draft, a, model), b: haveSet(draft, b, model) };
}

/** Sets worth sharing with a new peer: ESP with AES and a SHA authenticator in tunnel mode. */
function strongSets(elements: Elements): readonly TransformSet[] {
  return [...elements.transformSet.values()].filter(
    (set) =>
      set.mode !== "transport" &&
      set.transforms.length === 2 &&
      set.transforms.some((transform) => transform.startsWith("esp-aes")) &&
      set.transforms.some((transform) => /^esp-sha(256|384|512)?-hmac$/.test(transform)),
  );
}

/** The name under which a router has a set like `model`; it is added where there is none. */
function haveSet(draft: DesignDraft, router: RouterId, model: TransformSet): string {
  const sets = draft.elements(router).transformSet;
  const same = [...sets.values()].find((set) => transformSetsAgree(set, model));
  if (same) return same.name;
  const name = freeName(model.name, (one) => sets.has(one));
  draft.put(router, "transformSet", {
    name,
    transforms: model.transforms,
    ...(model.mode === undefined ? {} : { mode: model.mode }),
    kept: [],
  });
  return name;
}

export interface NewEntry {
  readonly end: LinkEnd;
  readonly map: string;
  readonly peer: LinkEnd;
  readonly bounds: SequenceBounds;
}

function addEntry(
  draft: DesignDraft,
  { end, map, peer, bounds, set, flows }: NewEntry & { readonly set: string; readonly flows: readonly NetworkFlow[] },
): void {
  const name = freeCryptoListName(draft.elements(end.router), peer);
  draft.putList(
    end.router,
    numberedList(
      name,
      flows.map((flow) => flowEntry("permit", flow)),
    ),
  );
  putEntry(draft, { end, map, peer, bounds }, { matchAddress: name, transformSets: [set], pfs: 14 });
}

function putEntry(
  draft: DesignDraft,
  { end, map, peer, bounds }: NewEntry,
  body: Pick<CryptoMapEntry, "transformSets" | "matchAddress" | "pfs">,
): void {
  const sequence = freeSequence(draft.elements(end.router), map, bounds.after, bounds.before);
  if (sequence === undefined) return;
  draft.put(end.router, "cryptoMapEntry", {
    map,
    sequence,
    type: "ipsec-isakmp",
    description: `to ${peer.ownName}`,
    peers: [{ peer: { kind: "address", address: peer.address } }],
    sessionKeys: [],
    kept: [],
    ...body,
  });
}

/** Adds what an entry does not protect yet to its access list; makes the list where the entry has none. */
function widen(
  draft: DesignDraft,
  router: RouterId,
  entry: CryptoMapEntry,
  peer: LinkEnd,
  flows: readonly NetworkFlow[],
): void {
  const elements = draft.elements(router);
  const name = entry.matchAddress ?? freeCryptoListName(elements, peer);
  const list: AccessList = elements.accessList.get(name) ?? { name, type: "extended", lines: [] };
  const missing = flows.filter(
    (flow) =>
      !permitEntries(list).some((line) => entryCovers(line, setOfPrefix(flow.source), setOfPrefix(flow.destination))),
  );
  if (missing.length > 0)
    draft.putList(
      router,
      appendLines(
        list,
        missing.map((flow) => flowEntry("permit", flow)),
      ),
    );
  if (entry.matchAddress === undefined) draft.put(router, "cryptoMapEntry", { ...entry, matchAddress: name });
}

/** Makes the entry that answers one of the other side's: its transform set, its PFS and its list's mirror image. */
export function answerEntry(
  draft: DesignDraft,
  { router, entry, ...mine }: NewEntry & { readonly router: RouterId; readonly entry: CryptoMapEntry },
): void {
  const { end, peer } = mine;
  const theirs = draft.elements(router);
  const theirSet = entry.transformSets.map((name) => theirs.transformSet.get(name)).find((set) => set !== undefined);
  const set = theirSet ? haveSet(draft, end.router, theirSet) : agreeOnTransformSet(draft, end.router, router).a;
  const current = theirs.cryptoMapEntry.get(`${entry.map} ${entry.sequence}`) ?? entry;
  const list = theirs.accessList.get(current.matchAddress ?? "");
  const name = freeCryptoListName(draft.elements(end.router), peer);
  draft.putList(end.router, { name, type: "extended", lines: (list?.lines ?? []).map(mirroredLine) });
  putEntry(draft, mine, {
    matchAddress: name,
    transformSets: [set],
    ...(entry.pfs === undefined ? {} : { pfs: entry.pfs }),
  });
}

function freeCryptoListName(elements: Elements, peer: LinkEnd): string {
  // A name that came from a file may hold blanks and the like, which would end an access list's name.
  const word = peer.ownName.toUpperCase().replace(/[^A-Z0-9_-]+/g, "-");
  return freeName(`VPN-${word}`, (name) => elements.accessList.has(name));
}

import type { Design } from "../model/design.ts";
import type { Router, RouterId } from "../model/router.ts";
import { formatIpv4 } from "../net/ipv4.ts";
import { addressOwners, type AddressOwners } from "./addressOwners.ts";
import { hasBids, isDynamicEnd, routerBids, viewOf, type Bid, type DynamicEnd } from "./bids.ts";
import { cryptoMapSets, entryView, type EntryView } from "./cryptoMapSet.ts";
import { flowsBetween, takesAny } from "./flows.ts";
import { finished } from "./gradually.ts";
import { memoOf, PIECES_PER_PAUSE, sameItems } from "./identityMemo.ts";
import { pairEntries, type Pair } from "./pairing.ts";
import type { Flow, Peering, PeeringEnd } from "./peering.ts";
import { compareNames, routerNames } from "./routerNames.ts";

/**
 * The peerings of a design, in the order of its routers and entries. A peering that an edit leaves as it was keeps its identity.
 */
export function derivePeerings(design: Design): readonly Peering[] {
  return finished(derivePeeringsGradually(design));
}

/** The same, pausing after what is done for some routers or pairs. */
export function* derivePeeringsGradually({ routers }: Design): Generator<undefined, readonly Peering[]> {
  const known = remembered.get(routers);
  if (known) return known;
  let pieces = 0;
  for (const router of routers.values()) {
    // What a router brings to the pairing is remembered with it.
    if (hasBids(router)) continue;
    routerBids(router);
    pieces += 1;
    if (pieces % PIECES_PER_PAUSE === 0) yield;
  }
  const names = routerNames(routers);
  const owners = addressOwners(routers);
  const pairs = pairEntries(routers.values(), owners);
  const last = previous;
  const isAsBefore = last.names === names && last.owners === owners;
  const made: Remembered[] = [];
  for (let position = 0; position < pairs.length; position += 1) {
    const pair = pairs[position] as Pair;
    const isSamePair = isAsBefore && last.pairs[position] === pair;
    const before = (isSamePair ? last.made[position] : undefined) ?? unchanged(pair, names, owners);
    made.push(before ?? peeringOf(pair, names, owners, position));
    if (before) continue;
    pieces += 1;
    if (pieces % PIECES_PER_PAUSE === 0) yield;
  }
  const found = made.map(({ peering }) => peering);
  const peerings = sameItems(found, last.peerings) ? last.peerings : found;
  previous = { pairs, names, owners, made, peerings };
  remembered.set(routers, peerings);
  return peerings;
}

/** What an end of a peering stands for in its router; undefined when the design has moved on without it. */
export function viewOfEnd(router: Router, end: PeeringEnd): EntryView | undefined {
  const set = cryptoMapSets(router.elements).get(end.cryptoMap);
  const entry = set?.bySequence.get(end.sequence);
  if (!set || !entry) return undefined;
  if (!end.dynamicMap) return entryView(set, entry);
  const { sequence } = end.dynamicMap;
  const dynamic = entry.dynamicEntries.find((one) => one.entry.sequence === sequence);
  return dynamic && entryView(set, entry, dynamic);
}

interface Remembered {
  readonly peering: Peering;
  /** What its flows were made from. */
  readonly sources: readonly unknown[];
}

const remembered = new WeakMap<Design["routers"], readonly Peering[]>();

/** The last answer, so that a peering which comes out the same is the same object. */
let previous: Answer = { pairs: [], names: new Map(), owners: new Map(), made: [], peerings: [] };

interface Answer {
  readonly pairs: readonly Pair[];
  readonly names: ReadonlyMap<RouterId, string>;
  readonly owners: AddressOwners;
  /** Beside `pairs`. */
  readonly made: readonly Remembered[];
  readonly peerings: readonly Peering[];
}

/** What was made last under an id: most often it stands where it stood. */
function madeBefore({ made }: Answer, id: string, position: number): Remembered | undefined {
  const known = made[position];
  return known?.peering.id === id ? known : byId(made).get(id);
}

const byId = memoOf(
  (made: readonly Remembered[]): ReadonlyMap<string, Remembered> => new Map(made.map((one) => [one.peering.id, one])),
);

interface PairMemory {
  readonly far: Pair["far"];
  readonly context: PairContext;
  /** What the context was read from; most edits leave both alone. */
  readonly names: ReadonlyMap<RouterId, string>;
  readonly owners: AddressOwners;
  readonly made: Remembered;
}

/** What a peering reads beside its two ends. */
interface PairContext {
  readonly nearName: string | undefined;
  readonly farName: string | undefined;
  readonly nearOwner: RouterId | null;
  readonly farOwner: RouterId | null;
}

/** By the static end: what was made of a pair whose entries compete with no others. */
const pairMemories = new WeakMap<Bid, PairMemory>();

/** The same two ends, called the same and with the same owners of their addresses, make the same peering. */
function unchanged(pair: Pair, names: ReadonlyMap<RouterId, string>, owners: AddressOwners): Remembered | undefined {
  const memory = pairMemories.get(pair.near);
  if (!memory || memory.far !== pair.far || pair.nearShare || pair.farShare) return undefined;
  if (memory.names === names && memory.owners === owners) return memory.made;
  const now = contextOf(pair, names, owners);
  const { context } = memory;
  const same =
    now.nearName === context.nearName &&
    now.farName === context.farName &&
    now.nearOwner === context.nearOwner &&
    now.farOwner === context.farOwner;
  if (!same) return undefined;
  pairMemories.set(pair.near, { ...memory, names, owners });
  return memory.made;
}

function contextOf({ near, far }: Pair, names: ReadonlyMap<RouterId, string>, owners: AddressOwners): PairContext {
  return {
    nearName: names.get(near.router.id),
    farName: far ? names.get(far.router.id) : undefined,
    nearOwner: ownerOf(near, far, owners),
    farOwner: far && !isDynamicEnd(far) ? ownerOf(far, near, owners) : null,
  };
}

function peeringOf(
  pair: Pair,
  names: ReadonlyMap<RouterId, string>,
  owners: AddressOwners,
  position: number,
): Remembered {
  const nameOf = (end: Bid | DynamicEnd) => names.get(end.router.id) ?? "";
  const { near, far } = pair;
  const turned = far !== null && compareNames(nameOf(far), nameOf(near)) < 0;
  const [first, second] = turned ? [far, near] : [near, far];
  const a = endOf(first, second, owners);
  const b = second && endOf(second, first, owners);
  const id = `${endId(a)}~${endId(b)}`;
  const [viewA, viewB] = [viewOf(first), second && viewOf(second)];
  const [shareA, shareB] = turned ? [pair.farShare, pair.nearShare] : [pair.nearShare, pair.farShare];
  const kind = kindOf([viewA, ...(viewB ? [viewB] : [])]);
  // A list that is named and missing is as absent as one that nobody names, and takes nothing where that takes all.
  const open = [viewA, viewB].map((view) => view !== null && takesAny(view));
  const sources = [viewA.accessList, viewB?.accessList, ...open, kind, shareKey(shareA), shareKey(shareB)];
  const before = madeBefore(previous, id, position);
  const flows =
    before && sameItems(before.sources, sources) ? before.peering.flows : flowsOf(viewA, viewB, shareA, shareB);
  const isBackup = (a.peer?.position ?? 1) > 1 || (b?.peer?.position ?? 1) > 1;
  const peering: Peering = { id, a, b, kind, role: isBackup ? "backup" : "primary", flows };
  const made = { peering: before && samePeering(before.peering, peering) ? before.peering : peering, sources };
  if (!pair.nearShare && !pair.farShare) {
    pairMemories.set(near, { far, context: contextOf(pair, names, owners), names, owners, made });
  }
  return made;
}

function flowsOf(
  a: EntryView,
  b: EntryView | null,
  shareA: ReadonlySet<number> | undefined,
  shareB: ReadonlySet<number> | undefined,
): readonly Flow[] {
  if (!b) {
    return (a.accessList?.permits ?? []).map((one) => ({ a: one.sequence, b: null, relation: "none" }));
  }
  const all = (view: EntryView) => new Set((view.accessList?.permits ?? []).map((one) => one.sequence));
  return flowsBetween(a, b, shareA || shareB ? { a: shareA ?? all(a), b: shareB ?? all(b) } : undefined);
}

function endOf(end: Bid | DynamicEnd, other: Bid | DynamicEnd | null, owners: AddressOwners): PeeringEnd {
  return {
    router: end.router.id,
    interface: end.endpoint.interface,
    address: end.endpoint.address,
    cryptoMap: end.set.name,
    sequence: end.entry.entry.sequence,
    dynamicMap: isDynamicEnd(end) ? { name: end.dynamic.entry.map, sequence: end.dynamic.entry.sequence } : null,
    peer: isDynamicEnd(end)
      ? null
      : {
          configured: end.peer.peer.kind === "address" ? formatIpv4(end.peer.peer.address) : end.peer.peer.hostname,
          position: end.peerPosition,
          default: end.peer.default === true,
          router: ownerOf(end, other, owners),
        },
  };
}

/** Who has the address: the other end where it is one of several, such as an address that both routers of a pair share. */
function ownerOf(bid: Bid, other: Bid | DynamicEnd | null, owners: AddressOwners): RouterId | null {
  if (bid.target === null) return null;
  const all = owners.get(bid.target) ?? [];
  const far = all.find((one) => one.router === other?.router.id) ?? all.find((one) => one.router !== bid.router.id);
  return (far ?? all[0])?.router ?? null;
}

function kindOf(views: readonly EntryView[]): Peering["kind"] {
  if (views.some((view) => view.entry.entry.type === "ipsec-manual")) return "manual";
  if (views.some((view) => view.body.ikev2Profile !== undefined)) return "ikev2";
  return views.some((view) => view.dynamic) ? "dynamic" : "isakmp";
}

function endId(end: PeeringEnd | null): string {
  if (!end) return "";
  const entry = end.dynamicMap ? `${end.dynamicMap.name} ${end.dynamicMap.sequence}` : "";
  const peer = end.peer?.configured ?? entry;
  return `${end.router}/${end.cryptoMap}/${end.sequence}/${end.interface ?? ""}/${peer}`;
}

function shareKey(share: ReadonlySet<number> | undefined): string {
  return share ? [...share].sort((one, other) => one - other).join(" ") : "all";
}

function samePeering(one: Peering, other: Peering): boolean {
  return (
    one.kind === other.kind &&
    one.role === other.role &&
    sameEnd(one.a, other.a) &&
    (one.b && other.b ? sameEnd(one.b, other.b) : one.b === other.b) &&
    (one.flows === other.flows ||
      (one.flows.length === other.flows.length &&
        one.flows.every((flow, index) => {
          const twin = other.flows[index];
          return twin !== undefined && flow.a === twin.a && flow.b === twin.b && flow.relation === twin.relation;
        })))
  );
}

/** All else of an end stands in the peering's id. */
function sameEnd(one: PeeringEnd, other: PeeringEnd): boolean {
  if (one.address !== other.address) return false;
  if (!one.peer || !other.peer) return one.peer === other.peer;
  return (
    one.peer.router === other.peer.router &&
    one.peer.default === other.peer.default &&
    one.peer.position === other.peer.position
  );
}

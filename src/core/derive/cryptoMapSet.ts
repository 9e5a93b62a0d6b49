import type {
  CryptoMap,
  CryptoMapEntry,
  CryptoMapEntryBody,
  CryptoMapPeer,
  DynamicMapEntry,
} from "../model/cryptoMap.ts";
import type { Interface } from "../model/interface.ts";
import type { Elements } from "../model/router.ts";
import { prefixOf, type Ipv4Address } from "../net/ipv4.ts";
import { normalAccessList, type NormalAccessList } from "./cryptoAccessList.ts";
import { primaryAddress, virtualAddresses } from "./interfaceAddresses.ts";
import { routingTable } from "./routes.ts";
import type { Selector } from "./selector.ts";
import { selectorIndex, type SelectorIndex } from "./selectorIndex.ts";

/** All entries of one crypto map name, and where the map stands. */
export interface CryptoMapSet {
  readonly name: string;
  /** The map-wide lines; undefined when there are none. */
  readonly settings: CryptoMap | undefined;
  /** In ascending sequence: the order in which they are tried. */
  readonly entries: readonly SetEntry[];
  /** The interfaces that carry the map, in the order of the configuration. */
  readonly carriers: readonly Interface[];
  readonly bySequence: ReadonlyMap<number, SetEntry>;
  /** Entries by the address of a peer that they list. */
  readonly byPeer: ReadonlyMap<Ipv4Address, readonly SetEntry[]>;
  /** The entries that anchor dynamic maps. */
  readonly anchors: readonly SetEntry[];
  /** Every selector of every entry, so that entries in each other's way are found without comparing all with all. */
  readonly selectors: SetSelectors;
}

/** One entry of a set, with what it refers to. */
export interface SetEntry {
  readonly entry: CryptoMapEntry;
  /** Position within the set. */
  readonly position: number;
  /** The entry's access list in normal form; undefined when it names none, or one that doesn't exist. */
  readonly accessList: NormalAccessList | undefined;
  /** On an anchor the dynamic map's entries in ascending sequence. */
  readonly dynamicEntries: readonly DynamicSetEntry[];
}

export interface DynamicSetEntry {
  readonly entry: DynamicMapEntry;
  readonly accessList: NormalAccessList | undefined;
}

export interface SetSelectors {
  /** The entries whose lists speak of some of given traffic, in the order in which they are tried; an anchor once for each such list. */
  intersecting(selector: Selector): readonly SetEntry[];
}

/** The router's crypto maps by name: those that have entries, and those that only an interface names. */
export function cryptoMapSets(elements: Elements): ReadonlyMap<string, CryptoMapSet> {
  let sets = remembered.get(elements);
  if (!sets) remembered.set(elements, (sets = setsOf(elements)));
  return sets;
}

const remembered = new WeakMap<Elements, ReadonlyMap<string, CryptoMapSet>>();

function setsOf(elements: Elements): ReadonlyMap<string, CryptoMapSet> {
  const entriesByMap = new Map<string, CryptoMapEntry[]>();
  for (const entry of elements.cryptoMapEntry.values()) push(entriesByMap, entry.map, entry);
  const carriersByMap = new Map<string, Interface[]>();
  for (const one of elements.interface.values()) {
    if (one.cryptoMap) push(carriersByMap, one.cryptoMap.name, one);
  }
  const dynamicByMap = new Map<string, DynamicMapEntry[]>();
  for (const entry of elements.dynamicMapEntry.values()) push(dynamicByMap, entry.map, entry);

  const sets = new Map<string, CryptoMapSet>();
  for (const name of new Set([...entriesByMap.keys(), ...carriersByMap.keys()])) {
    const entries = (entriesByMap.get(name) ?? [])
      .sort((one, other) => one.sequence - other.sequence)
      .map((entry, position): SetEntry => ({
        entry,
        position,
        accessList: normalAccessList(elements, entry.matchAddress),
        dynamicEntries: dynamicEntries(elements, entry, dynamicByMap),
      }));
    const byPeer = new Map<Ipv4Address, SetEntry[]>();
    for (const one of entries) {
      for (const peer of one.entry.peers) {
        const address = peerAddress(elements, peer);
        if (address !== null && byPeer.get(address)?.at(-1) !== one) push(byPeer, address, one);
      }
    }
    sets.set(name, {
      name,
      settings: elements.cryptoMap.get(name),
      entries,
      bySequence: new Map(entries.map((one) => [one.entry.sequence, one])),
      carriers: carriersByMap.get(name) ?? [],
      byPeer,
      anchors: entries.filter((one) => one.entry.dynamicMap !== undefined),
      selectors: setSelectors(entries),
    });
  }
  return sets;
}

function dynamicEntries(
  elements: Elements,
  entry: CryptoMapEntry,
  dynamicByMap: ReadonlyMap<string, readonly DynamicMapEntry[]>,
): readonly DynamicSetEntry[] {
  if (entry.dynamicMap === undefined) return [];
  return [...(dynamicByMap.get(entry.dynamicMap) ?? [])]
    .sort((one, other) => one.sequence - other.sequence)
    .map((one) => ({ entry: one, accessList: normalAccessList(elements, one.matchAddress) }));
}

/** An index over the selectors of all entries; it is made when first asked, since most sets have one entry. */
function setSelectors(entries: readonly SetEntry[]): SetSelectors {
  let owners: readonly SetEntry[] = [];
  let index: SelectorIndex | undefined;
  const make = () => {
    const owned = entries.flatMap((owner) =>
      [owner.accessList, ...owner.dynamicEntries.map((one) => one.accessList)].flatMap((list) =>
        list ? [{ owner, selectors: list.identities.flatMap((identity) => identity.selectors) }] : [],
      ),
    );
    owners = owned.map((one) => one.owner);
    return (index = selectorIndex(owned.map((one) => one.selectors)));
  };
  return {
    intersecting: (selector) => (index ?? make()).intersecting(selector).flatMap((position) => owners[position] ?? []),
  };
}

/** The address that a `set peer` leads to; null for a name that no `ip host` line resolves. */
export function peerAddress(elements: Elements, { peer }: CryptoMapPeer): Ipv4Address | null {
  if (peer.kind === "address") return peer.address;
  return elements.ipHost.get(peer.hostname)?.addresses[0] ?? null;
}

/** Where a set speaks from: an interface, and its address where the text tells it. */
export interface Endpoint {
  readonly interface: string | null;
  readonly address: Ipv4Address | null;
}

/** The endpoint of a set on one of the interfaces that carry it. Reference: section 2.5, "Local endpoint". */
export function endpointOn(elements: Elements, set: CryptoMapSet, carrier: Interface | undefined): Endpoint {
  const localAddress = set.settings?.localAddress;
  if (localAddress !== undefined) {
    return {
      interface: localAddress,
      address: primaryAddress(elements.interface.get(localAddress), elements.interface),
    };
  }
  if (!carrier) return { interface: null, address: null };
  const redundancy = carrier.cryptoMap?.redundancy;
  if (redundancy !== undefined) {
    // With stateless redundancy the tunnel ends at the group's virtual address, which a standby line tells.
    const virtual = virtualAddresses(carrier).find((one) => one.group === redundancy);
    return { interface: carrier.name, address: virtual?.address ?? null };
  }
  return { interface: carrier.name, address: primaryAddress(carrier, elements.interface) };
}

/** All endpoints of a set, one per interface that carries it, or the one of its `local-address`. */
export function endpointsOf(elements: Elements, set: CryptoMapSet): readonly Endpoint[] {
  if (set.settings?.localAddress !== undefined || set.carriers.length === 0) {
    return [endpointOn(elements, set, undefined)];
  }
  return set.carriers.map((carrier) => endpointOn(elements, set, carrier));
}

/**
 * The endpoints that a set may speak to a peer from: that of the interface which the route to the peer leaves by; where the route
 * isn't known, one per interface that carries the map.
 */
export function endpointsTowards(elements: Elements, set: CryptoMapSet, peer: Ipv4Address | null): readonly Endpoint[] {
  if (set.settings?.localAddress !== undefined || set.carriers.length < 2 || peer === null) {
    return endpointsOf(elements, set);
  }
  const vrfs = new Set(set.carriers.map((carrier) => carrier.vrf ?? ""));
  const exits = new Set<string>();
  for (const vrf of vrfs) {
    const answer = routingTable(elements).lookUp(prefixOf(peer, 32), vrf);
    if (answer.kind === "known") for (const choice of answer.choices) exits.add(choice.interface);
  }
  const through = set.carriers.filter((carrier) => exits.has(carrier.name));
  return (through.length > 0 ? through : set.carriers).map((carrier) => endpointOn(elements, set, carrier));
}

/** An end of a peering with all that it refers to: what pairing and negotiating read. */
export interface EntryView {
  readonly set: CryptoMapSet;
  readonly entry: SetEntry;
  /** On a dynamic end the dynamic map's entry; undefined on a static one. */
  readonly dynamic: DynamicSetEntry | undefined;
  /** The lines that count: the dynamic entry's on a dynamic end. */
  readonly body: CryptoMapEntryBody;
  readonly accessList: NormalAccessList | undefined;
}

export function entryView(set: CryptoMapSet, entry: SetEntry, dynamic?: DynamicSetEntry): EntryView {
  return {
    set,
    entry,
    dynamic,
    body: dynamic?.entry ?? entry.entry,
    accessList: dynamic ? dynamic.accessList : entry.accessList,
  };
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

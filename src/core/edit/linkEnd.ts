import { accessListEntries } from "../model/accessList.ts";
import type { CryptoMapEntry } from "../model/cryptoMap.ts";
import type { Design } from "../model/design.ts";
import type { Interface } from "../model/interface.ts";
import type { Elements, RouterId } from "../model/router.ts";
import { prefixesOverlap, type Ipv4Address, type Ipv4Prefix } from "../net/ipv4.ts";
import { setCovers, setOfPrefix } from "../net/wildcard.ts";
import { entryTouches, type NetworkFlow } from "./accessListLines.ts";
import { connectedPrefixes } from "../derive/routes.ts";
import { ownName } from "../derive/routerNames.ts";
import { staticAddresses } from "./addressPlan.ts";
import { protectedPrefixes, wanInterface } from "./interfaceRoles.ts";
import { routerName } from "./routerOperations.ts";

/** One end of a link that is to be made: where it speaks from, and what it protects. */
export interface LinkEnd {
  readonly router: RouterId;
  /** The name that no other router has, for sentences. */
  readonly name: string;
  /** What the router calls itself, for names in configurations. */
  readonly ownName: string;
  readonly wan: Interface;
  /** The tunnel's endpoint: the address of the WAN, or of the interface that the crypto map's `local-address` names. */
  readonly address: Ipv4Address;
  readonly networks: readonly Ipv4Prefix[];
  /** Every network that an interface of the router stands in, protected or not: nothing for these ever leaves by the WAN. */
  readonly connected: readonly Ipv4Prefix[];
}

/** The end of a link as the router stands; undefined where it has no WAN with a known address yet. */
export function linkEnd(design: Design, router: RouterId, toward: RouterId): LinkEnd | undefined {
  const owner = design.routers.get(router);
  const wan = wanInterface(design, router, toward);
  if (!owner || !wan) return undefined;
  const localAddress = owner.elements.cryptoMap.get(wan.cryptoMap?.name ?? "")?.localAddress;
  const speaker = localAddress === undefined ? wan : owner.elements.interface.get(localAddress);
  const address = speaker && staticAddresses(speaker)[0]?.address;
  if (address === undefined) return undefined;
  return {
    router,
    name: routerName(design, router),
    ownName: ownName(owner),
    wan,
    address,
    networks: protectedPrefixes(design, router, wan),
    connected: [...owner.elements.interface.values()]
      .filter((one) => one.vrf === wan.vrf && !one.shutdown)
      .flatMap(connectedPrefixes),
  };
}

/** Every pair of networks of which neither is connected to the other end too, seen from `a`. */
export function flowsBetween(a: LinkEnd, b: LinkEnd): readonly NetworkFlow[] {
  const isApart = (prefix: Ipv4Prefix, far: LinkEnd) => !far.connected.some((one) => prefixesOverlap(prefix, one));
  const destinations = b.networks.filter((destination) => isApart(destination, a));
  return a.networks
    .filter((source) => isApart(source, b))
    .flatMap((source) => destinations.map((destination) => ({ source, destination })));
}

export function mirrored(flow: NetworkFlow): NetworkFlow {
  return { source: flow.destination, destination: flow.source };
}

/** Where a flow stands among the entries of a crypto map that exist. */
export type FlowPlace =
  /** The entry already protects it towards the wanted peer. */
  | { readonly kind: "protected"; readonly entry: CryptoMapEntry }
  /** The entry sends exactly this, or part of it, to somebody else. */
  | { readonly kind: "taken"; readonly entry: CryptoMapEntry }
  /** A new entry for it has to stand before `before` and behind `after`. */
  | { readonly kind: "free"; readonly after: number; readonly before: number };

/** What an entry at a new sequence number has to keep clear of, so that neither it nor an existing entry is shadowed. */
export function placeOfFlow(elements: Elements, map: string, flow: NetworkFlow, peer: Ipv4Address): FlowPlace {
  const source = setOfPrefix(flow.source);
  const destination = setOfPrefix(flow.destination);
  let after = 0;
  let before = highestSequence + 1;
  for (const entry of entriesOfMap(elements, map)) {
    if (entry.dynamicMap !== undefined) {
      // A dynamic entry accepts anybody, so every static entry has to be asked before it.
      before = Math.min(before, entry.sequence);
      continue;
    }
    const list = elements.accessList.get(entry.matchAddress ?? "");
    if (!list) continue;
    for (const line of accessListEntries(list)) {
      if (!entryTouches(line, source, destination)) continue;
      const isWider =
        line.source.kind === "addresses" &&
        line.destination.kind === "addresses" &&
        setCovers(line.source, source) &&
        setCovers(line.destination, destination);
      if (line.action === "deny") {
        if (isWider && line.protocol === "ip") break;
        continue;
      }
      if (isWider && line.protocol === "ip" && hasPeer(entry, peer)) return { kind: "protected", entry };
      const isNarrower =
        line.source.kind === "addresses" &&
        line.destination.kind === "addresses" &&
        setCovers(source, line.source) &&
        setCovers(destination, line.destination);
      if (isWider && isNarrower && line.protocol === "ip") return { kind: "taken", entry };
      if (isNarrower) after = Math.max(after, entry.sequence);
      else if (isWider) before = Math.min(before, entry.sequence);
    }
  }
  return { kind: "free", after, before };
}

/** The next free sequence number between two bounds, in tens where there is room; undefined where there is none. */
export function freeSequence(elements: Elements, map: string, after: number, before: number): number | undefined {
  const taken = new Set(entriesOfMap(elements, map).map((entry) => entry.sequence));
  const below = [...taken].filter((sequence) => sequence < before);
  const last = Math.max(after, ...below, 0);
  const tens = Math.floor(last / 10) * 10 + 10;
  if (tens < before && tens <= highestSequence) return tens;
  const middle = Math.ceil((last + before) / 2);
  if (middle > last && middle < before) return middle;
  for (let sequence = before - 1; sequence > after; sequence -= 1) if (!taken.has(sequence)) return sequence;
  return undefined;
}

/** The entries of a crypto map set in ascending sequence, which is the order in which IOS asks them. */
export function entriesOfMap(elements: Elements, map: string): readonly CryptoMapEntry[] {
  return [...elements.cryptoMapEntry.values()]
    .filter((entry) => entry.map === map)
    .sort((one, other) => one.sequence - other.sequence);
}

export function hasPeer(entry: CryptoMapEntry, address: Ipv4Address): boolean {
  return entry.peers.some(({ peer }) => peer.kind === "address" && peer.address === address);
}

/** The static entry of a map that names the other end's address. */
export function entryToward(elements: Elements, map: string, peer: LinkEnd): CryptoMapEntry | undefined {
  return entriesOfMap(elements, map).find((entry) => entry.dynamicMap === undefined && hasPeer(entry, peer.address));
}

/** Crypto map sequences are 1 to 65535. */
const highestSequence = 65535;

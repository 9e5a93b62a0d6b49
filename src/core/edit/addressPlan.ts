import { memoByIdentity } from "../derive/identityMemo.ts";
import { accessListEntries, type AccessListAddress } from "../model/accessList.ts";
import type { CanvasId, Design, Subnet } from "../model/design.ts";
import type { Interface } from "../model/interface.ts";
import type { Elements, RouterId } from "../model/router.ts";
import { prefixOf, prefixOfMask, prefixesOverlap, type Ipv4Address, type Ipv4Prefix } from "../net/ipv4.ts";
import { prefixOfSet } from "../net/wildcard.ts";
import { prefixIndex, type PrefixIndex } from "./prefixIndex.ts";

/** An address for a router's WAN interface with the provider's address beside it. */
export interface WanAddress {
  readonly address: Ipv4Address;
  readonly mask: Ipv4Address;
  readonly nextHop: Ipv4Address;
}

/** Something about a design's addresses that a network can't have, or that has to be wanted. */
export type AddressConflict =
  | {
      readonly kind: "duplicate-address";
      readonly address: Ipv4Address;
      readonly interfaces: readonly InterfacePlace[];
    }
  | {
      readonly kind: "overlapping-prefixes";
      readonly prefixes: readonly [Ipv4Prefix, Ipv4Prefix];
      readonly interfaces: readonly [InterfacePlace, InterfacePlace];
    };

export interface InterfacePlace {
  readonly router: RouterId;
  readonly interface: string;
}

/**
 * The ranges that WAN addresses come from, a /30 each: the documentation ranges of RFC 5737 by turns, so that two neighbours
 * are told apart at a glance, and then the benchmarking range of RFC 2544, which has room for 32768 routers.
 */
const documentationRanges: readonly Ipv4Prefix[] = [
  { network: 0xc6336400, length: 24 },
  { network: 0xcb007100, length: 24 },
  { network: 0xc0000200, length: 24 },
];
const benchmarkingRange: Ipv4Prefix = { network: 0xc6120000, length: 15 };

/** The next free WAN address: the second of a free /30, with the provider at the first. Undefined when all ranges are full. */
export function nextWanAddress(design: Design, used = usedPrefixes(design)): WanAddress | undefined {
  for (const prefix of wanCandidates()) {
    if (used.overlaps(prefix)) continue;
    return { address: prefix.network + 2, mask: 0xfffffffc, nextHop: prefix.network + 1 };
  }
  return undefined;
}

/**
 * The next free LAN prefix: 10.1.0.0/24, 10.2.0.0/24 and so on, one second octet per site. `length` is 8 to 32; wider ones than a
 * /24 come from 10.0.0.0/8 alone. Undefined when all are in use.
 */
export function nextLanPrefix(design: Design, used = usedPrefixes(design), length = 24): Ipv4Prefix | undefined {
  for (const { network } of lanCandidates(length)) {
    const prefix = { network, length };
    if (!used.overlaps(prefix)) return prefix;
  }
  return undefined;
}

/** The next free host address of a prefix, from its first on; undefined when the prefix is full. */
export function nextHostAddress(
  design: Design,
  prefix: Ipv4Prefix,
  alsoTaken: ReadonlySet<Ipv4Address> = new Set(),
): Ipv4Address | undefined {
  const taken = usedAddresses(design);
  for (const address of hostAddresses(prefix)) if (!taken.has(address) && !alsoTaken.has(address)) return address;
  return undefined;
}

/** The addresses of a prefix that a host may have: without network and broadcast address, which a /31 and a /32 don't have. */
export function* hostAddresses(prefix: Ipv4Prefix): Generator<Ipv4Address> {
  const size = 2 ** (32 - prefix.length);
  const edge = prefix.length >= 31 ? 0 : 1;
  for (let offset = edge; offset < size - edge; offset += 1) yield prefix.network + offset;
}

/** Addresses that two interfaces have, and prefixes that overlap without being one segment. */
export function addressConflicts(design: Design): readonly AddressConflict[] {
  const all = [...design.routers].flatMap(([router, { elements }]) =>
    [...elements.interface.values()].flatMap((one) =>
      staticAddresses(one).map((address) => ({
        place: { router, interface: one.name },
        ...address,
        vrf: one.vrf,
        segment: segmentOf(design, router, one.name),
      })),
    ),
  );
  const conflicts: AddressConflict[] = [];
  const byAddress = new Map<string, typeof all>();
  for (const one of all) {
    const key = `${one.vrf ?? ""} ${one.address}`;
    byAddress.set(key, [...(byAddress.get(key) ?? []), one]);
  }
  for (const same of byAddress.values()) {
    const [first] = same;
    if (!first || same.length < 2) continue;
    conflicts.push({ kind: "duplicate-address", address: first.address, interfaces: same.map((one) => one.place) });
  }
  // In order of their networks, prefixes that overlap stand beside each other or within the first one's span.
  const sorted = all
    .flatMap((one) => {
      const prefix = prefixOfMask(one.address, one.mask);
      return prefix && prefix.length < 32 ? [{ ...one, prefix }] : [];
    })
    .sort((one, other) => one.prefix.network - other.prefix.network || one.prefix.length - other.prefix.length);
  sorted.forEach((one, position) => {
    for (let next = position + 1; next < sorted.length; next += 1) {
      const other = sorted[next];
      if (!other || !prefixesOverlap(one.prefix, other.prefix)) break;
      const sameRouter = one.place.router === other.place.router;
      const sameSegment = one.segment !== undefined && one.segment === other.segment;
      const samePrefix = one.prefix.network === other.prefix.network && one.prefix.length === other.prefix.length;
      // Two routers with one prefix and no drawn segment are taken for neighbours on a cable.
      const neighbours = samePrefix && !sameRouter && one.segment === undefined && other.segment === undefined;
      if ((sameSegment && !sameRouter) || neighbours || one.vrf !== other.vrf) continue;
      if (sameRouter && one.place.interface === other.place.interface) continue;
      conflicts.push({
        kind: "overlapping-prefixes",
        prefixes: [one.prefix, other.prefix],
        interfaces: [one.place, other.place],
      });
    }
  });
  return conflicts;
}

/** Subnets whose prefix overlaps that of another one: two networks with the same addresses can't reach each other. */
export function conflictedSubnets(design: Design): ReadonlySet<CanvasId> {
  const conflicted = new Set<CanvasId>();
  for (const [one, other] of overlappingSubnets(design.subnets)) {
    // In two VRFs they are two worlds.
    if (vrfOf(design, one) !== vrfOf(design, other)) continue;
    conflicted.add(one.id);
    conflicted.add(other.id);
  }
  return conflicted;
}

/** Remembered, since a design's subnets change far more seldom than its configurations. */
const overlappingSubnets = memoByIdentity((subnets: Design["subnets"]): readonly (readonly [Subnet, Subnet])[] => {
  // In order of their networks, those that overlap lie within the span of one before them.
  const sorted = [...subnets.values()].sort(
    (one, other) => one.prefix.network - other.prefix.network || one.prefix.length - other.prefix.length,
  );
  return sorted.flatMap((one, at) => {
    const pairs: (readonly [Subnet, Subnet])[] = [];
    for (let next = at + 1; next < sorted.length; next += 1) {
      const other = sorted[next];
      if (!other || !prefixesOverlap(one.prefix, other.prefix)) break;
      pairs.push([one, other]);
    }
    return pairs;
  });
});

function vrfOf(design: Design, { attachments: [end] }: Subnet): string | undefined {
  return end && design.routers.get(end.router)?.elements.interface.get(end.interface)?.vrf;
}

/** Everything that a new prefix has to keep clear of: what interfaces and subnets have, and what configurations speak of. */
export function usedPrefixes(design: Design): PrefixIndex {
  const index = prefixIndex();
  for (const subnet of design.subnets.values()) index.add(subnet.prefix);
  for (const { elements } of design.routers.values())
    for (const prefix of prefixesOfRouter(elements)) index.add(prefix);
  return index;
}

/** Primary and secondary addresses of an interface that its configuration tells. */
export function staticAddresses(
  one: Interface,
): readonly { readonly address: Ipv4Address; readonly mask: Ipv4Address }[] {
  return one.address?.kind === "static"
    ? [{ address: one.address.address, mask: one.address.mask }, ...one.secondaryAddresses]
    : one.secondaryAddresses;
}

/** Remembered per configuration: an edit of one router must not make the plan read all the others again. */
const prefixesOfRouter = memoByIdentity((elements: Elements): readonly Ipv4Prefix[] => [...spokenOf(elements)]);

function* spokenOf(elements: Elements): Generator<Ipv4Prefix> {
  for (const one of elements.interface.values()) {
    for (const { address, mask } of staticAddresses(one)) yield prefixOfMask(address, mask) ?? prefixOf(address, 32);
  }
  for (const route of elements.staticRoute.values()) {
    if (route.nextHop !== undefined) yield prefixOf(route.nextHop, 32);
    const prefix = prefixOfMask(route.network, route.mask);
    if (prefix && isOneSite(prefix)) yield prefix;
  }
  for (const list of elements.accessList.values()) {
    for (const entry of accessListEntries(list)) {
      for (const side of [entry.source, entry.destination]) {
        const prefix = prefixOfSide(side);
        if (prefix && isOneSite(prefix)) yield prefix;
      }
    }
  }
  for (const entry of elements.cryptoMapEntry.values()) {
    for (const { peer } of entry.peers) if (peer.kind === "address") yield prefixOf(peer.address, 32);
  }
  for (const pool of elements.localPool.values()) {
    yield prefixOf(pool.start, 32);
    if (pool.end !== undefined) yield prefixOf(pool.end, 32);
  }
}

function prefixOfSide(side: AccessListAddress): Ipv4Prefix | undefined {
  return side.kind === "addresses" ? prefixOfSet(side) : undefined;
}

/** A wider prefix is a summary of many sites, which still has room in it. */
function isOneSite(prefix: Ipv4Prefix): boolean {
  return prefix.length >= 16;
}

function usedAddresses(design: Design): ReadonlySet<Ipv4Address> {
  const taken = new Set<Ipv4Address>();
  for (const { elements } of design.routers.values()) {
    for (const one of elements.interface.values()) for (const { address } of staticAddresses(one)) taken.add(address);
    for (const route of elements.staticRoute.values()) if (route.nextHop !== undefined) taken.add(route.nextHop);
  }
  return taken;
}

function segmentOf(design: Design, router: RouterId, name: string): string | undefined {
  for (const objects of [design.subnets, design.clouds]) {
    for (const [id, object] of objects) {
      if (object.attachments.some((end) => end.router === router && end.interface === name)) return id;
    }
  }
  return undefined;
}

function* wanCandidates(): Generator<Ipv4Prefix> {
  for (let block = 0; block < 64; block += 1) {
    for (const range of documentationRanges) yield { network: range.network + block * 4, length: 30 };
  }
  for (let block = 0; block < 32768; block += 1) yield { network: benchmarkingRange.network + block * 4, length: 30 };
}

function* lanCandidates(length: number): Generator<Pick<Ipv4Prefix, "network">> {
  if (length < 24) {
    const size = 2 ** (32 - length);
    for (let network = 0x0a000000 + size; network < 0x0b000000; network += size) yield { network };
    return;
  }
  for (let third = 0; third < 256; third += 1) {
    for (let second = 1; second < 255; second += 1) {
      yield { network: 0x0a000000 + second * 0x10000 + third * 0x100 };
    }
  }
  for (let block = 0; block < 4096; block += 1) yield { network: 0xac100000 + block * 0x100 };
  for (let block = 0; block < 256; block += 1) yield { network: 0xc0a80000 + block * 0x100 };
}

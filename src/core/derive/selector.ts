import { formatIpv4, formatPrefix } from "../net/ipv4.ts";
import { intersectSets, prefixOfSet, setCovers, setsIntersect, type AddressSet } from "../net/wildcard.ts";
import { formatPorts, intersectPorts, portsCover, portsIntersect, subtractPorts, type PortSet } from "./portRanges.ts";

/**
 * Traffic as IPsec selects it: two address sets, a protocol, and ports. Bases have no bits under their wildcards.
 * Reference: section 3.1.
 */
export interface Selector {
  /** 0 to 255, or `ip` for every protocol. */
  readonly protocol: number | "ip";
  readonly source: AddressSet;
  readonly sourcePorts: PortSet;
  readonly destination: AddressSet;
  readonly destinationPorts: PortSet;
}

/** The same traffic seen from the other end: addresses and ports change sides. */
export function mirrorSelector(selector: Selector): Selector {
  return {
    protocol: selector.protocol,
    source: selector.destination,
    sourcePorts: selector.destinationPorts,
    destination: selector.source,
    destinationPorts: selector.sourcePorts,
  };
}

/** Whether all traffic of `inner` is traffic of `outer`. Reference: section 3.2, "covers". */
export function selectorCovers(outer: Selector, inner: Selector): boolean {
  return (
    (outer.protocol === "ip" || outer.protocol === inner.protocol) &&
    setCovers(outer.source, inner.source) &&
    setCovers(outer.destination, inner.destination) &&
    portsCover(outer.sourcePorts, inner.sourcePorts) &&
    portsCover(outer.destinationPorts, inner.destinationPorts)
  );
}

export function selectorsIntersect(one: Selector, other: Selector): boolean {
  return (
    (one.protocol === "ip" || other.protocol === "ip" || one.protocol === other.protocol) &&
    setsIntersect(one.source, other.source) &&
    setsIntersect(one.destination, other.destination) &&
    portsIntersect(one.sourcePorts, other.sourcePorts) &&
    portsIntersect(one.destinationPorts, other.destinationPorts)
  );
}

/** The traffic of both; undefined when there is none. */
export function intersectSelectors(one: Selector, other: Selector): Selector | undefined {
  if (one.protocol !== "ip" && other.protocol !== "ip" && one.protocol !== other.protocol) return undefined;
  const source = intersectSets(one.source, other.source);
  const destination = source && intersectSets(one.destination, other.destination);
  if (!destination) return undefined;
  const sourcePorts = intersectPorts(one.sourcePorts, other.sourcePorts);
  const destinationPorts = intersectPorts(one.destinationPorts, other.destinationPorts);
  if (sourcePorts === undefined || destinationPorts === undefined) return undefined;
  return {
    protocol: one.protocol === "ip" ? other.protocol : one.protocol,
    source,
    sourcePorts,
    destination,
    destinationPorts,
  };
}

/**
 * The traffic of `from` that is not traffic of `taken`, as disjoint pieces. `ip` without one protocol can't be written as a
 * selector: such a piece keeps `ip`, so it says too much rather than too little.
 */
export function subtractSelector(from: Selector, taken: Selector): readonly Selector[] {
  if (selectorCovers(taken, from)) return [];
  const common = intersectSelectors(from, taken);
  if (!common) return [from];
  const pieces: Selector[] = [];
  for (const source of subtractSet(from.source, taken.source)) pieces.push({ ...from, source });
  for (const destination of subtractSet(from.destination, taken.destination)) {
    pieces.push({ ...from, source: common.source, destination });
  }
  const middle = { ...from, source: common.source, destination: common.destination };
  const sourcePorts = subtractPorts(from.sourcePorts, taken.sourcePorts);
  if (sourcePorts.length > 0) pieces.push({ ...middle, sourcePorts });
  const destinationPorts = subtractPorts(from.destinationPorts, taken.destinationPorts);
  if (destinationPorts.length > 0) pieces.push({ ...middle, sourcePorts: common.sourcePorts, destinationPorts });
  if (from.protocol === "ip" && taken.protocol !== "ip") {
    pieces.push({ ...middle, sourcePorts: common.sourcePorts, destinationPorts: common.destinationPorts });
  }
  return pieces;
}

/** The addresses of `from` that are not in `taken`, as disjoint sets: prefixes where both are prefixes. */
export function subtractSet(from: AddressSet, taken: AddressSet): readonly AddressSet[] {
  if (!setsIntersect(from, taken)) return [from];
  const pieces: AddressSet[] = [];
  let { base, wildcard } = from;
  for (let bit = 31; bit >= 0; bit -= 1) {
    const mask = (1 << bit) >>> 0;
    if ((wildcard & mask) === 0 || (taken.wildcard & mask) !== 0) continue;
    wildcard = (wildcard & ~mask) >>> 0;
    // The half where this bit differs lies outside `taken`; the search goes on in the other half.
    pieces.push({ base: (base | (~taken.base & mask)) >>> 0, wildcard });
    base = (base | (taken.base & mask)) >>> 0;
  }
  return pieces;
}

/** "10.1.0.0/24", "10.0.0.9", "any", or base and wildcard where the wildcard has holes. */
export function formatAddressSet(set: AddressSet): string {
  const prefix = prefixOfSet(set);
  if (!prefix) return `${formatIpv4(set.base)} ${formatIpv4(set.wildcard)}`;
  if (prefix.length === 0) return "any";
  return prefix.length === 32 ? formatIpv4(prefix.network) : formatPrefix(prefix);
}

/** "ip 10.1.0.0/24 -> 10.2.0.0/24", ports behind their address as in "tcp 10.1.0.0/24 -> 10.2.0.9:23". */
export function formatSelector(selector: Selector): string {
  return `${protocolName(selector.protocol)} ${formatEnd(selector.source, selector.sourcePorts)} -> ${formatEnd(
    selector.destination,
    selector.destinationPorts,
  )}`;
}

/** IOS's keyword of a protocol, or its number. Source: IANA protocol numbers and the IOS-XE YANG model's keywords. */
export function protocolName(protocol: number | "ip"): string {
  return protocol === "ip" ? "ip" : (protocolNames.get(protocol) ?? String(protocol));
}

const protocolNames: ReadonlyMap<number, string> = new Map([
  [1, "icmp"],
  [2, "igmp"],
  [4, "ipinip"],
  [6, "tcp"],
  [17, "udp"],
  [47, "gre"],
  [50, "esp"],
  [51, "ahp"],
  [88, "eigrp"],
  [89, "ospf"],
  [94, "nos"],
  [103, "pim"],
  [108, "pcp"],
  [132, "sctp"],
]);

function formatEnd(set: AddressSet, ports: PortSet): string {
  return ports === null ? formatAddressSet(set) : `${formatAddressSet(set)}:${formatPorts(ports)}`;
}

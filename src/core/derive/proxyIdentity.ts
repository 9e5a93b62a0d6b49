import type { AccessListAddress, AccessListEntry, ObjectGroup, ObjectGroupMember } from "../model/accessList.ts";
import { portNumbers, TCP, UDP } from "../ios/accessListWords.ts";
import { ALL_ONES, type Ipv4Address } from "../net/ipv4.ts";
import { ANY_ADDRESS, normalise, type AddressSet } from "../net/wildcard.ts";
import type { FlowRelation } from "./peering.ts";
import { isSinglePort, portSetOf, type PortSet } from "./portRanges.ts";
import { mirrorSelector, selectorCovers, selectorsIntersect, type Selector } from "./selector.ts";

/**
 * The normal form of an access list entry: what it selects, without the ways of writing it. `log`, remarks and sequence
 * numbers don't take part in comparisons. Reference: section 3.1.
 */
export interface ProxyIdentity {
  /** The entry's sequence within its list. */
  readonly sequence: number;
  readonly action: "permit" | "deny";
  /** One, or the product of the object groups that the entry names. Empty when a group is missing: nothing matches. */
  readonly selectors: readonly Selector[];
  /** What narrows the entry beyond a selector and can't be carried by IKE: flags, ICMP types, time ranges. */
  readonly extras: readonly string[];
  /** False where the ports are a range or a list, which an IKE identity can't express. */
  readonly singlePorts: boolean;
}

/** The normal form of an entry; groups are looked up in the router's object groups. */
export function proxyIdentityOf(
  entry: AccessListEntry,
  groups: ReadonlyMap<string, ObjectGroup> = noGroups,
): ProxyIdentity {
  const selectors = selectorsOf(entry, groups);
  return {
    sequence: entry.sequence,
    action: entry.action,
    selectors,
    extras: entry.options,
    singlePorts: selectors.every((one) => isSinglePort(one.sourcePorts) && isSinglePort(one.destinationPorts)),
  };
}

const noGroups: ReadonlyMap<string, ObjectGroup> = new Map();

function selectorsOf(entry: AccessListEntry, groups: ReadonlyMap<string, ObjectGroup>): readonly Selector[] {
  const services = entry.serviceGroup === undefined ? [serviceOfEntry(entry)] : servicesOf(entry.serviceGroup, groups);
  const [service] = services;
  const { source, destination } = entry;
  // Nearly every entry selects just one thing.
  if (service && services.length === 1 && source.kind === "addresses" && destination.kind === "addresses") {
    return [selectorOf(service, normalise(source), normalise(destination))];
  }
  const sources = addressSets(source, groups);
  const destinations = addressSets(destination, groups);
  return services.flatMap((one) =>
    sources.flatMap((from) => destinations.map((destined) => selectorOf(one, from, destined))),
  );
}

function selectorOf(
  { protocol, sourcePorts, destinationPorts }: Service,
  source: AddressSet,
  destination: AddressSet,
): Selector {
  return { protocol, source, sourcePorts, destination, destinationPorts };
}

function serviceOfEntry({ protocol, sourcePorts, destinationPorts }: AccessListEntry): Service {
  return { protocol, sourcePorts: portSetOf(sourcePorts), destinationPorts: portSetOf(destinationPorts) };
}

/** The same identity seen from the other end. Mirroring twice gives the first one again. */
export function mirror(identity: ProxyIdentity): ProxyIdentity {
  return { ...identity, selectors: identity.selectors.map(mirrorSelector) };
}

/** Whether each selector of `inner` lies within one of `outer`: IKE asks for one selector at a time. */
export function covers(outer: ProxyIdentity, inner: ProxyIdentity): boolean {
  return inner.selectors.every((one) => outer.selectors.some((other) => selectorCovers(other, one)));
}

export function intersects(one: ProxyIdentity, other: ProxyIdentity): boolean {
  return one.selectors.some((left) => other.selectors.some((right) => selectorsIntersect(left, right)));
}

/** How `a` stands to `other`, the peer's entry mirrored: `a-subset` says that `a` lies within it. Reference: section 3.2. */
export function relationOf(a: ProxyIdentity, other: ProxyIdentity): Exclude<FlowRelation, "accepts"> {
  if (a.selectors.length === 0 || other.selectors.length === 0) return "none";
  const aCovers = covers(a, other);
  const otherCovers = covers(other, a);
  if (aCovers && otherCovers) return "exact";
  if (otherCovers) return "a-subset";
  if (aCovers) return "a-superset";
  return intersects(a, other) ? "overlap" : "none";
}

/** From the closest relation to none at all. */
export const RELATION_RANKS = {
  exact: 0,
  accepts: 0,
  "a-subset": 1,
  "a-superset": 1,
  overlap: 2,
  none: 3,
} as const satisfies Record<FlowRelation, number>;

/** Whether addresses are mirrored but a port stands on the same side at both ends. Reference: rule `p2-ports-not-swapped`. */
export function portsNotSwapped(a: ProxyIdentity, b: ProxyIdentity): boolean {
  const [one] = a.selectors;
  const [other] = b.selectors;
  if (!one || !other || a.selectors.length > 1 || b.selectors.length > 1) return false;
  const turned = { ...mirrorSelector(other), sourcePorts: other.sourcePorts, destinationPorts: other.destinationPorts };
  return sameSelector(one, turned) && !sameSelector(one, mirrorSelector(other));
}

/** Whether the second end copied the first one's entry instead of turning it round. Reference: rule `p2-selector-reversed`. */
export function notReversed(a: ProxyIdentity, b: ProxyIdentity): boolean {
  return covers(a, b) && covers(b, a) && !intersects(a, mirror(b)) && a.selectors.length > 0;
}

function sameSelector(one: Selector, other: Selector): boolean {
  return selectorCovers(one, other) && selectorCovers(other, one);
}

function addressSets(
  address: AccessListAddress,
  groups: ReadonlyMap<string, ObjectGroup>,
  seen: readonly string[] = [],
): readonly AddressSet[] {
  if (address.kind === "addresses") return [normalise(address)];
  const group = groups.get(address.name);
  if (group?.type !== "network" || seen.includes(address.name)) return [];
  return group.members.flatMap((member) => memberSets(member, groups, [...seen, address.name]));
}

function memberSets(
  member: ObjectGroupMember,
  groups: ReadonlyMap<string, ObjectGroup>,
  seen: readonly string[],
): readonly AddressSet[] {
  switch (member.kind) {
    case "addresses":
      return [normalise(member)];
    case "range":
      return prefixesOfRange(member.first, member.last);
    case "group":
      return addressSets({ kind: "object-group", name: member.name }, groups, seen);
    case "service":
      return [];
    default:
      return member satisfies never;
  }
}

/** The fewest prefixes that hold exactly the addresses from first to last. */
export function prefixesOfRange(first: Ipv4Address, last: Ipv4Address): readonly AddressSet[] {
  const sets: AddressSet[] = [];
  let next = first;
  while (next <= last) {
    let size = next === 0 ? 2 ** 32 : (next & -next) >>> 0;
    while (next + size - 1 > last) size /= 2;
    if (size === 2 ** 32) return [ANY_ADDRESS];
    sets.push({ base: next, wildcard: (size - 1) & ALL_ONES });
    next += size;
  }
  return sets;
}

interface Service {
  readonly protocol: number | "ip";
  readonly sourcePorts: PortSet;
  readonly destinationPorts: PortSet;
}

const serviceProtocols: Readonly<Record<string, number | "ip">> = {
  ip: "ip",
  icmp: 1,
  igmp: 2,
  tcp: 6,
  udp: 17,
  gre: 47,
  esp: 50,
  ahp: 51,
  eigrp: 88,
  ospf: 89,
  pim: 103,
};

/** Service members are kept as written; one whose words are not understood stands for nothing, as a missing group does. */
function servicesOf(
  name: string,
  groups: ReadonlyMap<string, ObjectGroup>,
  seen: readonly string[] = [],
): readonly Service[] {
  const group = groups.get(name);
  if (group?.type !== "service" || seen.includes(name)) return [];
  return group.members.flatMap((member) => {
    if (member.kind === "group") return servicesOf(member.name, groups, [...seen, name]);
    return member.kind === "service" ? serviceOf(member.text) : [];
  });
}

function serviceOf(text: string): readonly Service[] {
  const [word = "", ...rest] = text.trim().split(/\s+/);
  const both = word === "tcp-udp";
  const protocol = both ? "ip" : (serviceProtocols[word] ?? (/^\d+$/.test(word) ? Number(word) : undefined));
  if (protocol === undefined) return [];
  let sourcePorts: PortSet = null;
  let destinationPorts: PortSet = null;
  const words = [...rest];
  while (words.length > 0) {
    const side = words[0] === "source" ? (words.shift(), "source") : "destination";
    const operator = words.shift();
    const named = operator === "eq" || operator === "gt" || operator === "lt" || operator === "range";
    const first = named ? words.shift() : operator;
    const second = operator === "range" ? words.shift() : undefined;
    const ports = [first, second].filter((one) => one !== undefined).map((one) => portNamed(one, protocol));
    if (ports.length === 0 || ports.some(Number.isNaN)) return [];
    const set = portSetOf({ operator: named ? operator : "eq", ports });
    if (side === "source") sourcePorts = set;
    else destinationPorts = set;
  }
  const service = { sourcePorts, destinationPorts };
  return both
    ? [
        { protocol: 6, ...service },
        { protocol: 17, ...service },
      ]
    : [{ protocol, ...service }];
}

/** A port by number or by keyword; not a number where it is neither. `tcp-udp` knows the keywords of both. */
function portNamed(word: string, protocol: number | "ip"): number {
  const protocols = protocol === "ip" ? [TCP, UDP] : [protocol];
  const named = protocols.map((one) => portNumbers(one).get(word)).find((port) => port !== undefined);
  return named ?? Number(word);
}

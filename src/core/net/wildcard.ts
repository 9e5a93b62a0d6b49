import { ALL_ONES, lengthOfWildcard, wildcardOfLength, type Ipv4Address, type Ipv4Prefix } from "./ipv4.ts";

/**
 * A set of addresses as an access list writes it: those that agree with `base` wherever the wildcard has a zero bit.
 * A wildcard may have holes (0.255.0.255); all functions here are exact for those too.
 */
export interface AddressSet {
  readonly base: Ipv4Address;
  readonly wildcard: Ipv4Address;
}

export const ANY_ADDRESS: AddressSet = { base: 0, wildcard: ALL_ONES };

export function hostSet(address: Ipv4Address): AddressSet {
  return { base: address, wildcard: 0 };
}

export function setOfPrefix(prefix: Ipv4Prefix): AddressSet {
  return { base: prefix.network, wildcard: wildcardOfLength(prefix.length) };
}

/** Clears the base's bits under the wildcard, as IOS does when it stores an entry. */
export function normalise(set: AddressSet): AddressSet {
  const base = (set.base & ~set.wildcard) >>> 0;
  return base === set.base ? set : { base, wildcard: set.wildcard };
}

export function setContains(set: AddressSet, address: Ipv4Address): boolean {
  return ((set.base ^ address) & ~set.wildcard) === 0;
}

/** Whether every address of `inner` is in `outer`. */
export function setCovers(outer: AddressSet, inner: AddressSet): boolean {
  return (inner.wildcard & ~outer.wildcard) === 0 && ((outer.base ^ inner.base) & ~outer.wildcard) === 0;
}

export function setsIntersect(one: AddressSet, other: AddressSet): boolean {
  return ((one.base ^ other.base) & ~one.wildcard & ~other.wildcard) === 0;
}

/** The addresses in both sets; undefined when there are none. */
export function intersectSets(one: AddressSet, other: AddressSet): AddressSet | undefined {
  if (!setsIntersect(one, other)) return undefined;
  const wildcard = (one.wildcard & other.wildcard) >>> 0;
  return {
    base: (((one.base & ~one.wildcard) | (other.base & ~other.wildcard & one.wildcard)) & ~wildcard) >>> 0,
    wildcard,
  };
}

export function setsEqual(one: AddressSet, other: AddressSet): boolean {
  return one.wildcard === other.wildcard && ((one.base ^ other.base) & ~one.wildcard) === 0;
}

/** The prefix that a set is; undefined when its wildcard has holes. */
export function prefixOfSet(set: AddressSet): Ipv4Prefix | undefined {
  const length = lengthOfWildcard(set.wildcard);
  return length === undefined ? undefined : { network: (set.base & ~set.wildcard) >>> 0, length };
}

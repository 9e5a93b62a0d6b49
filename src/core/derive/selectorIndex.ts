import { maskOfLength, wildcardOfLength } from "../net/ipv4.ts";
import { prefixOfSet, type AddressSet } from "../net/wildcard.ts";
import { selectorsIntersect, type Selector } from "./selector.ts";

/** Finds the selectors that share traffic with a given one without looking at each of them. */
export interface SelectorIndex {
  /** Positions in the list that was indexed, ascending, without repeats. */
  intersecting(selector: Selector): readonly number[];
}

interface Indexed {
  readonly position: number;
  readonly selector: Selector;
}

/** Below this many selectors looking at each is the faster way. */
const smallest = 12;

/** `selectors[p]` is what position p selects: an entry with object groups selects several. */
export function selectorIndex(selectors: readonly (readonly Selector[])[]): SelectorIndex {
  let count = 0;
  for (const list of selectors) count += list.length;
  if (count < smallest) return { intersecting: (wanted) => lookThrough(selectors, wanted) };
  // Many a list is never asked.
  let index: SelectorIndex | undefined;
  return { intersecting: (wanted) => (index ??= indexOfMany(selectors)).intersecting(wanted) };
}

function lookThrough(selectors: readonly (readonly Selector[])[], wanted: Selector): readonly number[] {
  const positions: number[] = [];
  for (let position = 0; position < selectors.length; position += 1) {
    if (selectors[position]?.some((one) => selectorsIntersect(one, wanted))) positions.push(position);
  }
  return positions;
}

function indexOfMany(selectors: readonly (readonly Selector[])[]): SelectorIndex {
  const all = selectors.flatMap((list, position) => list.map((selector) => ({ position, selector })));
  const bySource = addressIndex(all, (selector) => selector.source);
  const byDestination = addressIndex(all, (selector) => selector.destination);
  return {
    intersecting(wanted) {
      // A hub's lists differ in their destinations, a list that many hosts share in its sources.
      const byDestinations = byDestination(wanted.destination);
      const bySources = bySource(wanted.source);
      const nearer = byDestinations.count <= bySources.count ? byDestinations : bySources;
      return positionsOf(nearer.all(), wanted);
    },
  };
}

function positionsOf(candidates: readonly Indexed[], wanted: Selector): readonly number[] {
  const positions: number[] = [];
  for (const one of candidates) if (selectorsIntersect(one.selector, wanted)) positions.push(one.position);
  if (positions.length < 2) return positions;
  return [...new Set(positions)].sort((one, other) => one - other);
}

/** What may intersect a set: a little more than what does. */
interface Candidates {
  readonly count: number;
  all(): readonly Indexed[];
}

function addressIndex(
  all: readonly Indexed[],
  addressOf: (selector: Selector) => AddressSet,
): (set: AddressSet) => Candidates {
  // A wildcard with holes is no interval, so such selectors are always looked at.
  const scattered: Indexed[] = [];
  const sorted: { readonly network: number; readonly length: number; readonly one: Indexed }[] = [];
  const byLength = new Map<number, Map<number, Indexed[]>>();
  for (const one of all) {
    const prefix = prefixOfSet(addressOf(one.selector));
    if (!prefix) {
      scattered.push(one);
      continue;
    }
    sorted.push({ ...prefix, one });
    let networks = byLength.get(prefix.length);
    if (!networks) byLength.set(prefix.length, (networks = new Map<number, Indexed[]>()));
    const same = networks.get(prefix.network);
    if (same) same.push(one);
    else networks.set(prefix.network, [one]);
  }
  sorted.sort((one, other) => one.network - other.network);

  const firstAtOrAfter = (network: number) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle]?.network ?? 0) < network) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (set) => {
    const prefix = prefixOfSet(set);
    if (!prefix) return { count: all.length, all: () => all };
    const covering: (readonly Indexed[])[] = [];
    let count = scattered.length;
    for (const [length, networks] of byLength) {
      if (length >= prefix.length) continue;
      const same = networks.get((prefix.network & maskOfLength(length)) >>> 0);
      if (!same) continue;
      covering.push(same);
      count += same.length;
    }
    const from = firstAtOrAfter(prefix.network);
    const to = firstAtOrAfter(prefix.network + wildcardOfLength(prefix.length) + 1);
    return {
      count: count + to - from,
      all() {
        const found = [...scattered, ...covering.flat()];
        for (let at = from; at < to; at += 1) {
          const entry = sorted[at];
          if (entry && entry.length >= prefix.length) found.push(entry.one);
        }
        return found;
      },
    };
  };
}

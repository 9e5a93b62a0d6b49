import { maskOfLength, wildcardOfLength, type Ipv4Prefix } from "../net/ipv4.ts";
import { prefixOfSet, type AddressSet } from "../net/wildcard.ts";
import { selectorsIntersect, type Selector } from "./selector.ts";

/** Finds the selectors that share traffic with a given one without looking at each of them. */
export interface SelectorIndex {
  /** Positions in the list that was indexed, ascending, without repeats. */
  intersecting(selector: Selector): readonly number[];
  /** The first of them; -1 where there is none. */
  first(selector: Selector): number;
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
  return count < smallest ? new FewSelectors(selectors) : new ManySelectors(selectors);
}

/** These are classes, since there are several of them for every router. */
class FewSelectors implements SelectorIndex {
  readonly #selectors: readonly (readonly Selector[])[];

  constructor(selectors: readonly (readonly Selector[])[]) {
    this.#selectors = selectors;
  }

  intersecting(wanted: Selector): readonly number[] {
    return lookThrough(this.#selectors, wanted);
  }

  first(wanted: Selector): number {
    return this.#selectors.findIndex((list) => list.some((one) => selectorsIntersect(one, wanted)));
  }
}

class ManySelectors implements SelectorIndex {
  readonly #selectors: readonly (readonly Selector[])[];
  /** Many a list is never asked. */
  #index: Pick<SelectorIndex, "intersecting"> | undefined;

  constructor(selectors: readonly (readonly Selector[])[]) {
    this.#selectors = selectors;
  }

  intersecting(wanted: Selector): readonly number[] {
    return (this.#index ??= indexOfMany(this.#selectors)).intersecting(wanted);
  }

  first(wanted: Selector): number {
    return this.intersecting(wanted)[0] ?? -1;
  }
}

function lookThrough(selectors: readonly (readonly Selector[])[], wanted: Selector): readonly number[] {
  const positions: number[] = [];
  for (let position = 0; position < selectors.length; position += 1) {
    for (const one of selectors[position] ?? []) {
      if (!selectorsIntersect(one, wanted)) continue;
      positions.push(position);
      break;
    }
  }
  return positions;
}

function indexOfMany(selectors: readonly (readonly Selector[])[]): Pick<SelectorIndex, "intersecting"> {
  const all = selectors.flatMap((list, position) => list.map((selector) => ({ position, selector })));
  const bySource = addressIndex(all, (selector) => selector.source);
  const byDestination = addressIndex(all, (selector) => selector.destination);
  return {
    intersecting(wanted) {
      // A hub's lists differ in their destinations, a list that many hosts share in its sources.
      const [source, destination] = [prefixOfSet(wanted.source), prefixOfSet(wanted.destination)];
      return byDestination.count(destination) <= bySource.count(source)
        ? positionsOf(byDestination.near(destination), wanted)
        : positionsOf(bySource.near(source), wanted);
    },
  };
}

function positionsOf(candidates: readonly Indexed[], wanted: Selector): readonly number[] {
  const positions: number[] = [];
  for (const one of candidates) if (selectorsIntersect(one.selector, wanted)) positions.push(one.position);
  if (positions.length < 2) return positions;
  sortAscending(positions);
  return positions.some((position, at) => position === positions[at + 1]) ? [...new Set(positions)] : positions;
}

/** Most lists of positions are short, and then this is the faster way. */
function sortAscending(positions: number[]): void {
  if (positions.length > 16) {
    positions.sort((one, other) => one - other);
    return;
  }
  for (let end = 1; end < positions.length; end += 1) {
    const position = positions[end] ?? 0;
    let at = end;
    for (; at > 0 && (positions[at - 1] ?? 0) > position; at -= 1) positions[at] = positions[at - 1] ?? 0;
    positions[at] = position;
  }
}

/** Finds what may intersect a prefix: a little more than what does. All of it where a set is no prefix. */
interface AddressIndex {
  count(prefix: Ipv4Prefix | undefined): number;
  near(prefix: Ipv4Prefix | undefined): readonly Indexed[];
}

interface IndexedPrefix {
  readonly network: number;
  readonly length: number;
  readonly one: Indexed;
}

function addressIndex(all: readonly Indexed[], addressOf: (selector: Selector) => AddressSet): AddressIndex {
  // A wildcard with holes is no interval, so such selectors are always looked at.
  const scattered: Indexed[] = [];
  const sorted: IndexedPrefix[] = [];
  const lengths: number[] = [];
  const byLength = new Map<number, Map<number, Indexed[]>>();
  for (const one of all) {
    const prefix = prefixOfSet(addressOf(one.selector));
    if (!prefix) {
      scattered.push(one);
      continue;
    }
    const { network, length } = prefix;
    sorted.push({ network, length, one });
    // A single host holds nothing but itself.
    if (length === 32) continue;
    let networks = byLength.get(length);
    if (!networks) {
      byLength.set(length, (networks = new Map<number, Indexed[]>()));
      lengths.push(length);
    }
    const same = networks.get(network);
    if (same) same.push(one);
    else networks.set(network, [one]);
  }
  sorted.sort((one, other) => one.network - other.network);

  const covering = ({ network }: Ipv4Prefix, length: number) =>
    byLength.get(length)?.get((network & maskOfLength(length)) >>> 0);
  return {
    count(prefix) {
      if (!prefix) return all.length;
      const [from, to] = within(sorted, prefix);
      let count = scattered.length + to - from;
      for (const length of lengths) if (length < prefix.length) count += covering(prefix, length)?.length ?? 0;
      return count;
    },
    near(prefix) {
      if (!prefix) return all;
      const found = [...scattered];
      for (const length of lengths) {
        if (length < prefix.length) for (const one of covering(prefix, length) ?? []) found.push(one);
      }
      const [from, to] = within(sorted, prefix);
      for (let at = from; at < to; at += 1) {
        const entry = sorted[at];
        if (entry && entry.length >= prefix.length) found.push(entry.one);
      }
      return found;
    },
  };
}

/** The part of a sorted list whose networks lie in a prefix. */
function within(sorted: readonly IndexedPrefix[], { network, length }: Ipv4Prefix): readonly [number, number] {
  const end = network + wildcardOfLength(length) + 1;
  const from = firstAtOrAfter(sorted, network, 0);
  return [from, firstAtOrAfter(sorted, end, from)];
}

function firstAtOrAfter(sorted: readonly IndexedPrefix[], network: number, start: number): number {
  let low = start;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.network ?? 0) < network) low = middle + 1;
    else high = middle;
  }
  return low;
}

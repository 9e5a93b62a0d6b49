import { maskOfLength, type Ipv4Prefix } from "../net/ipv4.ts";

/** A set of prefixes that tells overlaps without looking at each of them. */
export interface PrefixIndex {
  add(prefix: Ipv4Prefix): void;
  /** Whether any address of the prefix is in the set. */
  overlaps(prefix: Ipv4Prefix): boolean;
}

export function prefixIndex(prefixes: Iterable<Ipv4Prefix> = []): PrefixIndex {
  const networksByLength = new Map<number, Set<number>>();
  const all: Ipv4Prefix[] = [];
  // Which networks of a length hold a longer prefix of the set; made when that length is first asked for.
  const parentsByLength = new Map<number, Set<number>>();
  const truncate = (network: number, length: number) => (network & maskOfLength(length)) >>> 0;
  const index: PrefixIndex = {
    add(prefix) {
      const networks = networksByLength.get(prefix.length) ?? new Set();
      networks.add(prefix.network);
      networksByLength.set(prefix.length, networks);
      all.push(prefix);
      for (const [length, parents] of parentsByLength) {
        if (prefix.length > length) parents.add(truncate(prefix.network, length));
      }
    },
    overlaps(prefix) {
      for (const [length, networks] of networksByLength) {
        if (length <= prefix.length && networks.has(truncate(prefix.network, length))) return true;
      }
      let parents = parentsByLength.get(prefix.length);
      if (!parents) {
        parents = new Set(
          all.filter((one) => one.length > prefix.length).map((one) => truncate(one.network, prefix.length)),
        );
        parentsByLength.set(prefix.length, parents);
      }
      return parents.has(prefix.network);
    },
  };
  for (const prefix of prefixes) index.add(prefix);
  return index;
}

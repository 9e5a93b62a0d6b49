import { prefixContains, type Ipv4Prefix } from "../net/ipv4.ts";

/**
 * For each prefix the ones that hold it, from the widest to itself, found by one pass over a sorted list. Prefixes either nest or
 * have nothing in common, so what overlaps a prefix holds it or lies in it.
 */
export function* nestedPrefixes<T extends { readonly prefix: Ipv4Prefix }>(
  all: Iterable<T>,
): Iterable<{ readonly inner: T; readonly outers: readonly T[] }> {
  const sorted = [...all].sort(
    (one, other) => one.prefix.network - other.prefix.network || one.prefix.length - other.prefix.length,
  );
  const open: T[] = [];
  for (const inner of sorted) {
    let last = open.at(-1);
    while (last && !prefixContains(last.prefix, inner.prefix.network)) {
      open.pop();
      last = open.at(-1);
    }
    yield { inner, outers: open };
    open.push(inner);
  }
}

/** The narrowest of the prefixes that hold one, of those that a test takes. */
export function innermost<T>(outers: readonly T[], takes: (outer: T) => boolean): T | undefined {
  for (let index = outers.length - 1; index >= 0; index -= 1) {
    const outer = outers[index];
    if (outer !== undefined && takes(outer)) return outer;
  }
  return undefined;
}

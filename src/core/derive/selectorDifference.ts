import { mirror, type ProxyIdentity } from "./proxyIdentity.ts";
import { intersectSelectors, subtractSelector, type Selector } from "./selector.ts";

/** What two ends protect, seen from the first: in common, and each alone. Pieces are disjoint, and prefixes where both lists are. */
export interface SelectorDifference {
  readonly common: readonly Selector[];
  /** What the first end's entry covers and the other end's, mirrored, does not. */
  readonly onlyHere: readonly Selector[];
  /** What the other end's entry covers and the first one's does not, already mirrored. */
  readonly onlyThere: readonly Selector[];
}

/**
 * What each side of a flow covers that the other doesn't. Where one side has all protocols and the other one of them, the rest is
 * told as `ip`, since nothing shorter can be written.
 */
export function selectorDifference(
  here: ProxyIdentity | undefined,
  there: ProxyIdentity | undefined,
): SelectorDifference {
  const ours = here?.selectors ?? [];
  const theirs = there ? mirror(there).selectors : [];
  return {
    common: ours.flatMap((one) => theirs.flatMap((other) => intersectSelectors(one, other) ?? [])),
    onlyHere: without(ours, theirs),
    onlyThere: without(theirs, ours),
  };
}

function without(from: readonly Selector[], taken: readonly Selector[]): readonly Selector[] {
  return taken.reduce<readonly Selector[]>((rest, one) => rest.flatMap((piece) => subtractSelector(piece, one)), from);
}

import type { Design } from "../model/design.ts";
import type { Place, Router } from "../model/router.ts";
import type { JudgedPeering } from "../negotiate/trace.ts";
import { sameLinks, withPeerings, type LinkedPeering } from "./concerns.ts";
import type { Severity } from "./finding.ts";
import type { Found } from "./found.ts";
import { comparePlaces, compareTexts } from "./placeOrder.ts";
import { suppressionOf, type LineText } from "./suppression.ts";

export const SEVERITIES = ["error", "warning", "info"] as const satisfies readonly Severity[];

/** The findings of one router in their order, severity by severity. */
export type Bundle = Readonly<Record<Severity, readonly Found[]>>;

/** What a bundle is made in. */
export interface Surroundings {
  readonly design: Design;
  readonly lineText: LineText;
  readonly peerings: readonly JudgedPeering[];
  /** Beside `peerings`: what was found on each. */
  readonly onPeering: readonly (readonly Found[])[];
}

/** A router with what concerns it. */
export interface Concern {
  readonly router: Router;
  /** What was found in the router on its own. */
  readonly own: readonly Found[];
  /** Where its peerings stand among those of the design. */
  readonly positions: readonly number[];
  /** What rules about the whole design found. */
  readonly extras: readonly Found[];
}

/** All that is found in a router and on its peerings, linked, marked and in order. */
export function bundleOf(
  { design, lineText, peerings, onPeering }: Surroundings,
  { router, own, positions, extras }: Concern,
): Bundle {
  const here: Found[] = [];
  for (const position of positions) {
    for (const one of onPeering[position] ?? none) if (one.places[0]?.router === router.id) here.push(one);
  }
  if (own.length === 0 && here.length === 0 && extras.length === 0) return emptyBundle;
  const around: JudgedPeering[] = [];
  for (const position of positions) {
    const judged = peerings[position];
    if (judged) around.push(judged);
  }
  const marked = (found: readonly Found[]) =>
    withPeerings(design.routers, around, found).map((one) => {
      const acceptance = suppressionOf(design, one, lineText);
      return acceptance ? { ...one, ...acceptance } : one;
    });
  // What stands in the router alone is in order already.
  const alone = bySeverity(marked(own));
  const others = here.length > 0 || extras.length > 0 ? marked([...told(here), ...extras]) : none;
  return others.length === 0 ? alone : merged(router, alone, inOrder(router, others));
}

const none: readonly never[] = [];

const emptyBundle: Bundle = { error: none, warning: none, info: none };

/** A peering of some state of the design: its verdict, and what was found on it. */
export interface PeeringState extends LinkedPeering {
  readonly found: readonly Found[];
}

/**
 * Whether another verdict on a peering leaves the bundle of one of its ends as it was: nothing is found there but in the router
 * itself, and the peering has to do with as much of that as before.
 */
export function leavesBundle(
  { own, extras }: Pick<Concern, "own" | "extras">,
  before: PeeringState,
  now: PeeringState,
): boolean {
  if (extras.length > 0 || before.found.length > 0 || now.found.length > 0) return false;
  return own.length === 0 || sameLinks(own, before, now);
}

/** Findings by severity, without another order. */
export function bySeverity(found: readonly Found[]): Bundle {
  if (found.length === 0) return emptyBundle;
  const of = (severity: Severity) => found.filter((one) => one.severity === severity);
  return { error: of("error"), warning: of("warning"), info: of("info") };
}

/** In the order of the router's configuration. */
export function compareFound(router: Router, one: Found, other: Found): number {
  const [first] = one.places;
  const [second] = other.places;
  const byPlace = first && second ? comparePlaces(router, first, second) : 0;
  return byPlace || compareTexts(one.rule, other.rule) || compareTexts(one.message, other.message);
}

/** Findings in the same words at the same places are one, about the peerings of all of them: two tunnels may share an entry. */
function told(found: readonly Found[]): readonly Found[] {
  const first = new Map<string, number>();
  const all: Found[] = [];
  for (const one of found) {
    const at = first.get(one.message);
    const same = at === undefined ? undefined : all[at];
    if (at !== undefined && same?.rule === one.rule && samePlaces(same.places, one.places)) {
      all[at] = { ...same, peerings: [...same.peerings, ...one.peerings] };
      continue;
    }
    if (at === undefined) first.set(one.message, all.length);
    all.push(one);
  }
  return all;
}

function samePlaces(ones: readonly Place[], others: readonly Place[]): boolean {
  return (
    ones.length === others.length &&
    ones.every((one, index) => {
      const other = others[index];
      return (
        other?.router === one.router &&
        other.kind === one.kind &&
        other.name === one.name &&
        other.field === one.field &&
        other.item === one.item
      );
    })
  );
}

function inOrder(router: Router, found: readonly Found[]): Bundle {
  return bySeverity([...found].sort((one, other) => compareFound(router, one, other)));
}

/** Two bundles that are each in order, as one. */
function merged(router: Router, one: Bundle, other: Bundle): Bundle {
  const of = (severity: Severity) => {
    const [left, right] = [one[severity], other[severity]];
    if (right.length === 0) return left;
    const all: Found[] = [];
    let start = 0;
    for (const found of right) {
      const end = placeAmong(router, left, found, start);
      for (; start < end; start += 1) all.push(left[start] as Found);
      all.push(found);
    }
    return [...all, ...left.slice(start)];
  };
  return { error: of("error"), warning: of("warning"), info: of("info") };
}

/** The position of the first of an ordered list that comes after a finding. */
function placeAmong(router: Router, sorted: readonly Found[], found: Found, from: number): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareFound(router, sorted[middle] as Found, found) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

import { eachRemembered } from "../derive/identityMemo.ts";
import type { Peering } from "../derive/peering.ts";
import { ownName, routerNames } from "../derive/routerNames.ts";
import type { Design } from "../model/design.ts";
import type { Place, Router, RouterId } from "../model/router.ts";
import type { RuleId } from "../model/ruleId.ts";
import type { JudgedPeering } from "../negotiate/trace.ts";
import { RULES } from "./catalogue.ts";
import { withPeerings } from "./concerns.ts";
import type { Finding, Severity } from "./finding.ts";
import { findingFor, foundBy, stillHolds, type Found } from "./found.ts";
import { comparePlaces, compareTexts } from "./placeOrder.ts";
import type { DesignRule, PeeringRouters, PeeringRule, RouterRule, Rule } from "./rule.ts";
import { sourceLineText, suppressionOf, type LineText } from "./suppression.ts";

export interface CheckOptions {
  /** Only these rules; absent means all. */
  readonly rules?: readonly RuleId[];
  /** The text of a line as it is printed, by which a design's suppressions are found again on routers that were drawn. */
  readonly lineText?: LineText;
}

/**
 * The findings of a design whose peerings are judged already. What was found in a router, or on a peering, is remembered for as
 * long as that very router or peering is part of a design, so that after an edit only what it touched is looked at again.
 */
export function runRules(
  design: Design,
  peerings: readonly JudgedPeering[],
  options: CheckOptions = {},
  catalogue: readonly Rule[] = RULES,
): readonly Finding[] {
  const steps = runRulesGradually(design, peerings, options, catalogue);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, pausing after each rule about the whole design, each peering and each router. */
export function* runRulesGradually(
  design: Design,
  peerings: readonly JudgedPeering[],
  { rules, lineText = sourceLineText }: CheckOptions = {},
  catalogue: readonly Rule[] = RULES,
): Generator<undefined, readonly Finding[]> {
  const memory = memoryOf(catalogue);
  const names = routerNames(design.routers);
  const around = positionsByRouter(peerings);
  const foundInDesign: Found[] = [];
  for (const rule of memory.designRules) {
    const found = foundBy([rule], firstPlace(design), [], (_rule, report) => rule.check(design, peerings, report));
    // A rule may find too much to be spread into arguments.
    for (const one of found) foundInDesign.push(one);
    yield;
  }
  const extras = byPrimaryRouter(foundInDesign);
  const onPeering: (readonly Found[])[] = [];
  for (const judged of peerings) {
    onPeering.push(foundOnPeering(memory, judged, design, names));
    yield;
  }
  const bundles: Bundle[] = [];
  const surroundings = { design, lineText, peerings, onPeering };
  for (const router of design.routers.values()) {
    const own = foundInRouter(memory, router);
    const positions = around.get(router.id) ?? nowhere;
    bundles.push(bundleOf(memory, surroundings, { router, own, positions, extras: extras.get(router.id) ?? [] }));
    yield;
  }
  const homeless = [...extras].flatMap(([id, found]) => (id !== undefined && design.routers.has(id) ? [] : found));
  bundles.push(bySeverity(homeless));
  const context = { design, peerings };
  const findings: Finding[] = [];
  for (const severity of severities) {
    for (const bundle of bundles) {
      for (const found of bundle[severity]) {
        if (!rules || rules.includes(found.rule)) findings.push(findingFor(found, context));
      }
    }
  }
  return findings;
}

const severities = ["error", "warning", "info"] as const satisfies readonly Severity[];

/** The findings of one router in their order, severity by severity. */
type Bundle = Readonly<Record<Severity, readonly Found[]>>;

interface Memory {
  readonly routerRules: readonly RouterRule[];
  readonly peeringRules: readonly PeeringRule[];
  readonly designRules: readonly DesignRule[];
  readonly routers: WeakMap<Router, readonly Found[]>;
  readonly peerings: WeakMap<JudgedPeering, PeeringMemory>;
  readonly bundles: WeakMap<Router, { readonly inputs: readonly unknown[]; readonly bundle: Bundle }>;
}

interface PeeringMemory {
  readonly routers: PeeringRouters;
  readonly found: readonly Found[];
}

const memories = new WeakMap<readonly Rule[], Memory>();

function memoryOf(catalogue: readonly Rule[]): Memory {
  let memory = memories.get(catalogue);
  if (!memory) {
    memory = {
      routerRules: catalogue.filter((rule) => rule.scope === "router"),
      peeringRules: catalogue.filter((rule) => rule.scope === "peering"),
      designRules: catalogue.filter((rule) => rule.scope === "design"),
      routers: new WeakMap(),
      peerings: new WeakMap(),
      bundles: new WeakMap(),
    };
    memories.set(catalogue, memory);
  }
  return memory;
}

interface Surroundings {
  readonly design: Design;
  readonly lineText: LineText;
  readonly peerings: readonly JudgedPeering[];
  /** Beside `peerings`: what was found on each. */
  readonly onPeering: readonly (readonly Found[])[];
}

/** A router with what concerns it. */
interface Concern {
  readonly router: Router;
  /** What was found in the router on its own. */
  readonly own: readonly Found[];
  /** Where its peerings stand among those of the design. */
  readonly positions: readonly number[];
  /** What rules about the whole design found. */
  readonly extras: readonly Found[];
}

const nowhere: readonly number[] = [];

/** Tests everything that a bundle is made from, up to the first that fails. */
function everyInput(
  { design, lineText, peerings, onPeering }: Surroundings,
  { router, own, positions, extras }: Concern,
  test: (input: unknown) => boolean,
): boolean {
  if (!test(own) || !test(design.suppressions) || !test(lineText)) return false;
  for (const extra of extras) if (!test(extra)) return false;
  for (const position of positions) {
    const judged = peerings[position];
    if (!test(judged) || !test(onPeering[position])) return false;
    // A comment that accepts a finding may stand in either router's text.
    if (judged && !test(farRouter(design, judged.peering, router)?.source)) return false;
  }
  return true;
}

function farRouter(design: Design, { a, b }: Peering, router: Router): Router | undefined {
  const far = a.router === router.id ? b : a;
  return far ? design.routers.get(far.router) : undefined;
}

/** All that is found in a router and on its peerings, linked, marked and in order; remembered while none of it changes. */
function bundleOf(memory: Memory, surroundings: Surroundings, concern: Concern): Bundle {
  const known = memory.bundles.get(concern.router);
  if (known) {
    let at = 0;
    const isSame = everyInput(surroundings, concern, (input) => Object.is(known.inputs[at++], input));
    if (isSame && at === known.inputs.length) return known.bundle;
  }
  const inputs: unknown[] = [];
  everyInput(surroundings, concern, (input) => inputs.push(input) > 0);
  const bundle = bundled(surroundings, concern);
  memory.bundles.set(concern.router, { inputs, bundle });
  return bundle;
}

function bundled(
  { design, lineText, peerings, onPeering }: Surroundings,
  { router, own, positions, extras }: Concern,
): Bundle {
  const here = told(
    positions.flatMap((position) => onPeering[position]?.filter((one) => isPrimarilyIn(router, one)) ?? []),
  );
  const around = positions.flatMap((position) => peerings[position] ?? []);
  const marked = (found: readonly Found[], isStable: boolean) =>
    withPeerings(design, around, found, isStable).map((one) => {
      const acceptance = suppressionOf(design, one, lineText);
      return acceptance ? { ...one, ...acceptance } : one;
    });
  // What stands in the router alone is in order already.
  return merged(router, bySeverity(marked(own, true)), inOrder(router, marked([...here, ...extras], false)));
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

function isPrimarilyIn(router: Router, { places }: Found): boolean {
  return places[0]?.router === router.id;
}

function foundInRouter(memory: Memory, router: Router): readonly Found[] {
  let found = memory.routers.get(router);
  if (!found) {
    const all = foundBy(memory.routerRules, hostPlace(router.id), [], (rule, report) => rule.check(router, report));
    found = all.length < 2 ? all : [...all].sort((one, other) => compareFound(router, one, other));
    memory.routers.set(router, found);
  }
  return found;
}

function foundOnPeering(
  memory: Memory,
  judged: JudgedPeering,
  design: Design,
  names: ReadonlyMap<RouterId, string>,
): readonly Found[] {
  const { a, b } = judged.peering;
  const routerA = design.routers.get(a.router);
  if (!routerA) return [];
  const routerB = b && (design.routers.get(b.router) ?? null);
  const nameA = names.get(routerA.id) ?? ownName(routerA);
  const nameB = routerB ? (names.get(routerB.id) ?? ownName(routerB)) : (a.peer?.configured ?? "");
  const known = memory.peerings.get(judged);
  if (known && known.routers.nameA === nameA && known.routers.nameB === nameB) {
    const isSame = known.routers.a === routerA && known.routers.b === routerB;
    // The verdict stands while what it was made from does; names and fixes may rest on more than that.
    if (isSame || stillHolds(known.found, [known.routers.a, known.routers.b], [routerA, routerB])) return known.found;
  }
  const routers: PeeringRouters = { a: routerA, b: routerB, nameA, nameB };
  const ids = [judged.peering.id];
  const found = foundBy(memory.peeringRules, hostPlace(a.router), ids, (rule, report) =>
    rule.check(judged, routers, report),
  );
  memory.peerings.set(judged, { routers, found });
  return found;
}

/** Where each router's peerings stand among those of the design; the same map as before while the same ends meet at the same places. */
function positionsByRouter(peerings: readonly JudgedPeering[]): ReadonlyMap<RouterId, readonly number[]> {
  const ids = idsOf(peerings);
  if (latest.ids === ids) return latest.around;
  const around = new Map<RouterId, number[]>();
  for (const [position, { peering }] of peerings.entries()) {
    const { a, b } = peering;
    push(around, a.router, position);
    if (b && b.router !== a.router) push(around, b.router, position);
  }
  latest = { ids, around };
  return around;
}

/** A peering's id names the routers of its ends. */
const idsOf = eachRemembered(({ peering }: JudgedPeering) => peering.id);

let latest: { readonly ids: readonly string[]; readonly around: ReadonlyMap<RouterId, readonly number[]> } = {
  ids: [],
  around: new Map(),
};

function byPrimaryRouter(found: readonly Found[]): ReadonlyMap<RouterId | undefined, readonly Found[]> {
  const groups = new Map<RouterId | undefined, Found[]>();
  for (const one of found) push(groups, one.places[0]?.router, one);
  return groups;
}

function hostPlace(router: RouterId): Place {
  return { router, kind: "host", name: "" };
}

function firstPlace(design: Design): Place | undefined {
  const [first] = design.routers.keys();
  return first === undefined ? undefined : hostPlace(first);
}

/** In the order of the router's configuration. */
function inOrder(router: Router, found: readonly Found[]): Bundle {
  return bySeverity([...found].sort((one, other) => compareFound(router, one, other)));
}

function compareFound(router: Router, one: Found, other: Found): number {
  const [first] = one.places;
  const [second] = other.places;
  const byPlace = first && second ? comparePlaces(router, first, second) : 0;
  return byPlace || compareTexts(one.rule, other.rule) || compareTexts(one.message, other.message);
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

function bySeverity(found: readonly Found[]): Bundle {
  const of = (severity: Severity) => found.filter((one) => one.severity === severity);
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

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

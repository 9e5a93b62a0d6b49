import { changedRouters } from "../derive/changedRouters.ts";
import { finished } from "../derive/gradually.ts";
import { eachRemembered, PIECES_PER_PAUSE, sameItems } from "../derive/identityMemo.ts";
import type { Peering } from "../derive/peering.ts";
import { ownName, routerNames } from "../derive/routerNames.ts";
import type { Design } from "../model/design.ts";
import type { Place, Router, RouterId } from "../model/router.ts";
import type { RuleId } from "../model/ruleId.ts";
import type { JudgedPeering } from "../negotiate/trace.ts";
import { bundleOf, bySeverity, compareFound, leavesBundle, SEVERITIES, type Bundle } from "./bundle.ts";
import { RULES } from "./catalogue.ts";
import type { Finding } from "./finding.ts";
import { findingFor, foundBy, foundInDesign, stillHolds, type Found } from "./found.ts";
import { refusalsByRule } from "./projection.ts";
import type { DesignRule, PeeringRouters, PeeringRule, RouterRule, Rule } from "./rule.ts";
import { sourceLineText, type LineText } from "./suppression.ts";

export interface CheckOptions {
  /** Only these rules; absent means all. */
  readonly rules?: readonly RuleId[];
  /** The text of a line as it is printed, by which a design's suppressions are found again on routers that were drawn. */
  readonly lineText?: LineText;
}

/**
 * The findings of a design whose peerings are judged already. What was found in a router, or on a peering, is remembered for as
 * long as that very router or peering is part of a design, and so is the last state as a whole, so that after an edit only what it
 * touched is looked at again.
 */
export function runRules(
  design: Design,
  peerings: readonly JudgedPeering[],
  options: CheckOptions = {},
  catalogue: readonly Rule[] = RULES,
): readonly Finding[] {
  return finished(runRulesGradually(design, peerings, options, catalogue));
}

/** The same, pausing after each rule about the whole design, some peerings, and each router that has to be looked at. */
export function* runRulesGradually(
  design: Design,
  peerings: readonly JudgedPeering[],
  { rules, lineText = sourceLineText }: CheckOptions = {},
  catalogue: readonly Rule[] = RULES,
): Generator<undefined, readonly Finding[]> {
  const memory = memoryOf(catalogue);
  const { routers, suppressions } = design;
  const names = routerNames(routers);
  const around = positionsByRouter(peerings);
  const inDesign: Found[] = [];
  for (const rule of memory.designRules) {
    // A rule may find too much to be spread into arguments.
    for (const one of yield* foundInDesign(rule, design, peerings, firstPlace(design))) inDesign.push(one);
    yield;
  }
  const extras = byPrimaryRouter(inDesign);
  const before = memory.last;
  const changed =
    before?.around === around && before.names === names ? changedRouters(before.routers, routers) : undefined;
  const onPeering = yield* foundOnPeerings(memory, { routers, peerings, around, names }, changed && before, changed);
  const now = { routers, names, peerings, around, suppressions, lineText, extras, onPeering };
  const isStale = changed && before ? staleRouters(memory, before, now, changed) : () => true;
  const bundles: Bundle[] = [];
  for (const router of routers.values()) {
    const known = isStale(router) ? undefined : before?.bundles[bundles.length];
    if (known) {
      bundles.push(known);
      continue;
    }
    const positions = around.get(router.id) ?? none;
    const concern = { router, own: foundInRouter(memory, router), positions, extras: extras.get(router.id) ?? none };
    bundles.push(bundleOf({ design, lineText, peerings, onPeering }, concern));
    yield;
  }
  memory.last = { ...now, bundles };
  const homeless = [...extras].flatMap(([id, found]) => (id !== undefined && routers.has(id) ? [] : found));
  return findingsOf([...bundles, bySeverity(homeless)], { design, peerings }, rules);
}

function findingsOf(
  bundles: readonly Bundle[],
  context: Parameters<typeof findingFor>[1],
  rules: readonly RuleId[] | undefined,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const severity of SEVERITIES) {
    for (const bundle of bundles) {
      for (const found of bundle[severity]) {
        if (!rules || rules.includes(found.rule)) findings.push(findingFor(found, context));
      }
    }
  }
  return findings;
}

const none: readonly never[] = [];

interface Memory {
  readonly routerRules: readonly RouterRule[];
  readonly peeringRules: readonly PeeringRule[];
  /** Those that have something to say where the engine refused nothing. */
  readonly ownPeeringRules: readonly PeeringRule[];
  readonly designRules: readonly DesignRule[];
  readonly routers: WeakMap<Router, readonly Found[]>;
  readonly peerings: WeakMap<JudgedPeering, PeeringMemory>;
  last: RunState | undefined;
}

interface PeeringMemory {
  readonly routers: PeeringRouters;
  readonly found: readonly Found[];
}

/** All that a run was made from and what it made, by which the next one knows what an edit has touched. */
interface RunState extends RunInputs {
  readonly suppressions: Design["suppressions"];
  readonly lineText: LineText;
  readonly extras: ReadonlyMap<RouterId | undefined, readonly Found[]>;
  /** Beside `peerings`. */
  readonly onPeering: readonly (readonly Found[])[];
  /** Beside `routers`. */
  readonly bundles: readonly Bundle[];
}

interface RunInputs {
  readonly routers: Design["routers"];
  readonly names: ReadonlyMap<RouterId, string>;
  readonly peerings: readonly JudgedPeering[];
  /** Where each router's peerings stand among them. */
  readonly around: ReadonlyMap<RouterId, readonly number[]>;
}

const memories = new WeakMap<readonly Rule[], Memory>();

function memoryOf(catalogue: readonly Rule[]): Memory {
  let memory = memories.get(catalogue);
  if (!memory) {
    const peeringRules = catalogue.filter((rule) => rule.scope === "peering");
    memory = {
      routerRules: catalogue.filter((rule) => rule.scope === "router"),
      peeringRules,
      ownPeeringRules: peeringRules.filter((rule) => !rule.projects),
      designRules: catalogue.filter((rule) => rule.scope === "design"),
      routers: new WeakMap(),
      peerings: new WeakMap(),
      last: undefined,
    };
    memories.set(catalogue, memory);
  }
  return memory;
}

/** Which routers' bundles an edit may have changed, where routers and peerings stand where they stood. */
function staleRouters(
  memory: Memory,
  before: RunState,
  now: Omit<RunState, "bundles">,
  changed: ReadonlySet<RouterId>,
): (router: Router) => boolean {
  if (before.suppressions !== now.suppressions || before.lineText !== now.lineText) return () => true;
  const stale = new Set(changed);
  for (const id of changed) {
    // A comment that accepts a finding may stand in either router's text.
    if (before.routers.get(id)?.source === now.routers.get(id)?.source) continue;
    for (const position of now.around.get(id) ?? none) {
      const judged = now.peerings[position];
      if (judged) for (const end of endsOf(judged.peering)) stale.add(end);
    }
  }
  for (const id of [...before.extras.keys(), ...now.extras.keys()]) {
    if (id !== undefined && !sameItems(before.extras.get(id) ?? none, now.extras.get(id) ?? none)) stale.add(id);
  }
  for (const [position, judged] of now.peerings.entries()) {
    const was = {
      routers: before.routers,
      judged: before.peerings[position],
      found: before.onPeering[position] ?? none,
    };
    const is = { routers: now.routers, judged, found: now.onPeering[position] ?? none };
    if (was.judged === judged && was.found === is.found) continue;
    for (const id of endsOf(judged.peering)) {
      const router = now.routers.get(id);
      if (!router || stale.has(id)) continue;
      const concern = { own: foundInRouter(memory, router), extras: now.extras.get(id) ?? none };
      if (!was.judged || !leavesBundle(concern, { ...was, judged: was.judged }, is)) stale.add(id);
    }
  }
  return ({ id }) => stale.has(id);
}

function endsOf({ a, b }: Peering): readonly RouterId[] {
  return b ? [a.router, b.router] : [a.router];
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

/** What was found on each peering, looking only at those that changed, or one of whose routers did, since an earlier run. */
function* foundOnPeerings(
  memory: Memory,
  inputs: RunInputs,
  before: RunState | undefined,
  changed: ReadonlySet<RouterId> | undefined,
): Generator<undefined, readonly (readonly Found[])[]> {
  const { peerings, around } = inputs;
  const touched = new Set([...(changed ?? none)].flatMap((id) => around.get(id) ?? none));
  const onPeering: (readonly Found[])[] = [];
  let pieces = 0;
  for (const [position, judged] of peerings.entries()) {
    const isAsBefore = before?.peerings[position] === judged && !touched.has(position);
    const known = isAsBefore ? before.onPeering[position] : undefined;
    onPeering.push(known ?? foundOnPeering(memory, judged, inputs));
    if (known) continue;
    pieces += 1;
    if (pieces % PIECES_PER_PAUSE === 0) yield;
  }
  return onPeering;
}

function foundOnPeering(memory: Memory, judged: JudgedPeering, { routers: all, names }: RunInputs): readonly Found[] {
  const { a, b } = judged.peering;
  const routerA = all.get(a.router);
  if (!routerA) return none;
  const routerB = b && (all.get(b.router) ?? null);
  const nameA = names.get(routerA.id) ?? ownName(routerA);
  const nameB = routerB ? (names.get(routerB.id) ?? ownName(routerB)) : (a.peer?.configured ?? "");
  const known = memory.peerings.get(judged);
  if (known && known.routers.nameA === nameA && known.routers.nameB === nameB) {
    const isSame = known.routers.a === routerA && known.routers.b === routerB;
    // The verdict stands while what it was made from does; names and fixes may rest on more than that.
    if (isSame || stillHolds(known.found, [known.routers.a, known.routers.b], [routerA, routerB])) return known.found;
  }
  const routers: PeeringRouters = { a: routerA, b: routerB, nameA, nameB };
  const rules = refusalsByRule(judged).size > 0 ? memory.peeringRules : memory.ownPeeringRules;
  const found = foundBy(rules, hostPlace(a.router), [judged.peering.id], (rule, report) =>
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

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

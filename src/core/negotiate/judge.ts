import { changedRouters } from "../derive/changedRouters.ts";
import type { EntryView } from "../derive/cryptoMapSet.ts";
import { finished } from "../derive/gradually.ts";
import { sameItems } from "../derive/identityMemo.ts";
import type { Peering, PeeringEnd } from "../derive/peering.ts";
import { derivePeeringsGradually, viewOfEnd } from "../derive/peerings.ts";
import { nameIn, routerNames } from "../derive/routerNames.ts";
import type { Design } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";
import { denyWords, unmirroredDenies } from "./denyRefusal.ts";
import { evidenceOf, sameBasis } from "./evidence.ts";
import { judgeAlone } from "./judgeAlone.ts";
import { entriesOf, negotiateFlow } from "./negotiate.ts";
import { partyOf, type Party } from "./party.ts";
import { openSession } from "./session.ts";
import { statusOf } from "./status.ts";
import type { FlowVerdict, JudgedPeering, Negotiation, Refusal } from "./trace.ts";

/**
 * All peerings of a design with their verdicts. A verdict is made anew only when the peering or something that it was made from has
 * changed; else it is the same object as before.
 */
export function judgePeerings(design: Design): readonly JudgedPeering[] {
  return finished(judgePeeringsGradually(design));
}

/** The same, pausing after each peering that has to be looked at. */
export function* judgePeeringsGradually(design: Design): Generator<undefined, readonly JudgedPeering[]> {
  const { routers } = design;
  const peerings = yield* derivePeeringsGradually(design);
  const names = routerNames(routers);
  const before = latest;
  const changed = before.names === names ? changedRouters(before.routers, routers) : undefined;
  const isAsBefore = (peering: Peering, position: number) =>
    changed !== undefined &&
    before.peerings[position] === peering &&
    (changed.size === 0 || !(changed.has(peering.a.router) || (peering.b !== null && changed.has(peering.b.router))));
  const made: JudgedPeering[] = [];
  for (const [position, peering] of peerings.entries()) {
    const known = isAsBefore(peering, position) ? before.judged[position] : undefined;
    made.push(known ?? judgePeering(design, peering));
    if (!known) yield;
  }
  const judged = sameItems(made, before.judged) ? before.judged : made;
  latest = { routers, names, peerings, judged };
  return judged;
}

/** The last answer: what is about none of the routers that an edit changed is not looked at again. */
let latest: {
  readonly routers: Design["routers"];
  readonly names: ReadonlyMap<RouterId, string>;
  readonly peerings: readonly Peering[];
  readonly judged: readonly JudgedPeering[];
} = { routers: new Map(), names: new Map(), peerings: [], judged: [] };

/** One peering of the design with its verdict. */
export function judgePeering(design: Design, peering: Peering): JudgedPeering {
  const names = routerNames(design.routers);
  const known = remembered.get(peering);
  if (known && known.names === names && isUntouched(design, known)) return known.judged;
  const a = partyAt(design, "a", peering.a);
  const b = peering.b && partyAt(design, "b", peering.b);
  const ownerName = nameIn(names, peering.a.peer?.router ?? peering.a.router);
  if (known?.ownerName === ownerName && sameBasis(known.a, a) && sameBasis(known.b, b)) {
    const before = known.evidence ?? evidenceOf(known.a, known.b);
    const evidence = evidenceOf(a, b);
    if (sameItems(before, evidence)) {
      remembered.set(peering, { ...known, names, a, b, evidence });
      return known.judged;
    }
  }
  const judged = b ? judgePair(peering, a, b) : judgeAlone(peering, a, ownerName);
  remembered.set(peering, { names, a, b, ownerName, evidence: undefined, judged });
  return judged;
}

/** A verdict with what it was made from: its ends as a whole, and what it read of them for when one of their routers changes. */
interface Remembered {
  readonly names: ReadonlyMap<RouterId, string>;
  readonly a: Party;
  readonly b: Party | null;
  readonly ownerName: string;
  /** Gathered when it is first needed, since most verdicts are asked for again before anything changes. */
  readonly evidence: readonly unknown[] | undefined;
  readonly judged: JudgedPeering;
}

const remembered = new WeakMap<Peering, Remembered>();

/** Whether both routers are the very same as when a verdict was made. */
function isUntouched({ routers }: Design, { a, b }: Remembered): boolean {
  return routers.get(a.router.id) === a.router && (!b || routers.get(b.router.id) === b.router);
}

/** An end of one of the design's peerings with what it stands for. */
export function partyAt(design: Design, side: Party["side"], end: PeeringEnd): Party {
  const router = design.routers.get(end.router);
  const view: EntryView | undefined = router && viewOfEnd(router, end);
  if (!router || !view) throw new Error(`The peering's end ${end.cryptoMap} ${end.sequence} is not of this design.`);
  return partyOf(side, router, nameIn(routerNames(design.routers), router.id), end, view);
}

function judgePair(peering: Peering, a: Party, b: Party): JudgedPeering {
  const fromA = openSession(peering, a, b);
  const fromB = openSession(peering, b, a);
  const flows = peering.flows.map((flow): FlowVerdict => ({
    aToB: negotiateFlow(fromA, entriesOf(flow, a, b)),
    bToA: negotiateFlow(fromB, entriesOf(flow, b, a)),
  }));
  const status = statusOf(flows.map(({ aToB, bToA }) => [aToB, bToA]));
  const nothing = { own: undefined, other: undefined };
  return {
    peering,
    status,
    byDesign: status === "one-way" && flows.every(({ aToB, bToA }) => [aToB, bToA].some(isByDesign)),
    aToB: telling(flows.map((flow) => flow.aToB)) ?? negotiateFlow(fromA, nothing),
    bToA: telling(flows.map((flow) => flow.bToA)) ?? negotiateFlow(fromB, nothing),
    flows,
    refusals: denyRefusals(a, b),
  };
}

/** The flow whose outcome tells that of the peering: the first that is not up, else the first. */
function telling(negotiations: readonly Negotiation[]): Negotiation | undefined {
  return negotiations.find((one) => one.outcome !== "established") ?? negotiations[0];
}

/** A dynamic end that waits for its peer is how such a tunnel is meant. */
function isByDesign({ rule }: Negotiation): boolean {
  return rule === "dynamic-responder-initiates";
}

/** What warns about the peering as a whole. */
function denyRefusals(a: Party, b: Party): readonly Refusal[] {
  const [ofA, ofB] = [unmirroredDenies(a, b), unmirroredDenies(b, a)];
  if (ofA.length === 0 && ofB.length === 0) return none;
  const words = [...ofA.map((deny) => denyWords(a, b, deny)), ...ofB.map((deny) => denyWords(b, a, deny))];
  return words.map(({ reason: _reason, ...refusal }) => refusal);
}

const none: readonly never[] = [];

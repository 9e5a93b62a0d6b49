import { formatSelector } from "../derive/selector.ts";
import type { Design } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";
import type {
  AssociationPair,
  FlowCounters,
  IkeAssociation,
  OneWayAssociation,
  ProtectedFlow,
  SimulatedState,
} from "./associations.ts";
import { renewedSpi } from "./spi.ts";
import { simulatedStates } from "./state.ts";

/** What has happened in a network since every flow that can come up came up. */
export interface NetworkState {
  /** IKE associations that were cleared, by their ids: both ends let one go together. */
  readonly goneIke: ReadonlySet<string>;
  /** IPsec associations that a router let go, by router and id: one end can be left with what the other no longer has. */
  readonly gonePairs: ReadonlySet<string>;
  /** How often an association of an id was made anew, and so got other numbers. */
  readonly rounds: ReadonlyMap<string, number>;
  /** Who started an association that was made anew, by id. */
  readonly starters: ReadonlyMap<string, RouterId>;
  /** Packets of a flow, by router and flow, where they differ from what the simulation says. */
  readonly counters: ReadonlyMap<string, FlowCounters>;
}

/** After traffic for every flow, and nothing since. */
export const UNTOUCHED_NETWORK: NetworkState = {
  goneIke: new Set(),
  gonePairs: new Set(),
  rounds: new Map(),
  starters: new Map(),
  counters: new Map(),
};

/** What a router knows by now. */
export function stateAfter(design: Design, network: NetworkState, router: RouterId): SimulatedState | undefined {
  const state = simulatedStates(design).get(router);
  if (!state || network === UNTOUCHED_NETWORK) return state;
  return {
    ike: state.ike.filter(({ id }) => !network.goneIke.has(id)).map((one) => madeAnew(one, router, state, network)),
    flows: state.flows.flatMap((flow) => flowAfter(network, router, state, flow)),
  };
}

/** Names a pair of associations at one of its ends. */
export function pairAt(router: RouterId, id: string): string {
  return `${router} ${id}`;
}

/** Names a flow of a router, whether it has associations or not. */
export function flowAt(router: RouterId, flow: ProtectedFlow): string {
  const { entry } = flow.entry;
  return `${router} ${flow.carrier.name} ${entry.map} ${entry.sequence} ${formatSelector(flow.selector)}`;
}

export const NO_PACKETS: FlowCounters = { encapsulated: 0, decapsulated: 0, sendErrors: 0 };

/** Where an association stands, as the simulation made it. */
export interface Holder {
  readonly router: RouterId;
  readonly flow: ProtectedFlow;
  readonly pair: AssociationPair;
}

/** Both ends of every pair of associations. */
export function holdersOf(design: Design): ReadonlyMap<string, readonly Holder[]> {
  const states = simulatedStates(design);
  const known = remembered.get(states);
  if (known) return known;
  const holders = new Map<string, Holder[]>();
  for (const [router, { flows }] of states) {
    for (const flow of flows) {
      const pair = flow.associations;
      if (!pair) continue;
      const list = holders.get(pair.id) ?? [];
      holders.set(pair.id, list);
      // A map on several interfaces shows an association under each; it is one all the same.
      if (!list.some((one) => one.router === router)) list.push({ router, flow, pair });
    }
  }
  remembered.set(states, holders);
  return holders;
}

const remembered = new WeakMap<ReturnType<typeof simulatedStates>, ReadonlyMap<string, readonly Holder[]>>();

function flowAfter(
  network: NetworkState,
  router: RouterId,
  state: SimulatedState,
  flow: ProtectedFlow,
): readonly ProtectedFlow[] {
  const pair = flow.associations;
  const gone = pair !== undefined && network.gonePairs.has(pairAt(router, pair.id));
  // What a dynamic map took from a peer lives as long as its associations.
  if (gone && flow.dynamicMap) return [];
  const counters = network.counters.get(flowAt(router, flow)) ?? flow.counters;
  if (!pair) return [{ ...flow, counters }];
  return [{ ...flow, counters, associations: gone ? undefined : renewed(pair, state, network) }];
}

function renewed(pair: AssociationPair, state: SimulatedState, { rounds }: NetworkState): AssociationPair {
  const round = rounds.get(pair.id) ?? 0;
  // SPIs that were set by hand stay.
  if (round === 0 || pair.remainingSeconds === null) return pair;
  const taken = state.flows.reduce(
    (sum, { associations }) => sum + (associations ? associations.inbound.length + associations.outbound.length : 0),
    0,
  );
  const again = (one: OneWayAssociation) => ({
    ...one,
    spi: renewedSpi(one.spi, round),
    connectionId: one.connectionId + round * taken,
  });
  return { ...pair, inbound: pair.inbound.map(again), outbound: pair.outbound.map(again) };
}

function madeAnew(
  one: IkeAssociation,
  router: RouterId,
  state: SimulatedState,
  { rounds, starters }: NetworkState,
): IkeAssociation {
  const round = rounds.get(one.id) ?? 0;
  if (round === 0) return one;
  return {
    ...one,
    initiator: starters.get(one.id) === router,
    connectionId: one.connectionId === 0 ? 0 : one.connectionId + round * state.ike.length,
  };
}

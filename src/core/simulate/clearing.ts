import type { Design } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";
import type { AssociationPair, IkeAssociation, ProtectedFlow } from "./associations.ts";
import { flowAt, holdersOf, NO_PACKETS, pairAt, stateAfter, type NetworkState } from "./networkState.ts";

/** What was cleared, and what the network is then. */
export interface Cleared {
  readonly network: NetworkState;
  /** The pairs that each router let go, as it held them. */
  readonly pairs: ReadonlyMap<RouterId, readonly HeldPair[]>;
}

export interface HeldPair {
  readonly flow: ProtectedFlow;
  readonly pair: AssociationPair;
}

/**
 * `clear crypto sa`: lets IPsec associations go. Where an IKE association stands, the peer is told and lets its own go; else it keeps
 * what nobody else has any more. Associations that were set by hand are there again at once. Source: Command Reference, "clear
 * crypto sa"; reference section 6.4, "stale SA".
 */
export function clearPairs(
  design: Design,
  network: NetworkState,
  router: RouterId,
  keep: (flow: ProtectedFlow) => boolean,
): Cleared {
  const state = stateAfter(design, network, router);
  const gonePairs = new Set(network.gonePairs);
  const counters = new Map(network.counters);
  const pairs = new Map<RouterId, HeldPair[]>();
  const drop = (at: RouterId, flow: ProtectedFlow, pair: AssociationPair) => {
    counters.set(flowAt(at, flow), NO_PACKETS);
    if (pair.remainingSeconds === null) return;
    gonePairs.add(pairAt(at, pair.id));
    pairs.set(at, [...(pairs.get(at) ?? []), { flow, pair }]);
  };
  for (const flow of state?.flows ?? []) {
    const pair = flow.associations;
    if (!pair || !keep(flow)) continue;
    drop(router, flow, pair);
    const told = state?.ike.some((one) => one.state === "QM_IDLE" && one.remote === flow.peer);
    if (!told) continue;
    for (const far of (holdersOf(design).get(pair.id) ?? []).filter((one) => one.router !== router)) {
      const held = stateAfter(design, network, far.router)?.flows.find(
        ({ associations }) => associations?.id === pair.id,
      );
      if (held?.associations) drop(far.router, held, held.associations);
    }
  }
  return { network: { ...network, gonePairs, counters }, pairs };
}

/** `clear crypto sa counters`: the associations stay. */
export function clearCounters(design: Design, network: NetworkState, router: RouterId): NetworkState {
  const counters = new Map(network.counters);
  for (const flow of stateAfter(design, network, router)?.flows ?? []) counters.set(flowAt(router, flow), NO_PACKETS);
  return { ...network, counters };
}

/** `clear crypto isakmp`: lets IKE associations go at both ends; what they have set up goes on until it expires. */
export function clearIke(
  design: Design,
  network: NetworkState,
  router: RouterId,
  keep: (one: IkeAssociation) => boolean,
): NetworkState {
  const gone = (stateAfter(design, network, router)?.ike ?? []).filter(keep).map(({ id }) => id);
  return gone.length === 0 ? network : { ...network, goneIke: new Set([...network.goneIke, ...gone]) };
}

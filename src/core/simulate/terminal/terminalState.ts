import type { RouterId } from "../../model/router.ts";
import type { ClientSession } from "../../negotiate/clientGateway.ts";
import { UNTOUCHED_NETWORK, type NetworkState } from "../networkState.ts";

/** Terminals on all routers of a design, and the network between them as they have left it. */
export interface TerminalState {
  readonly network: NetworkState;
  /** What each router is asked to debug; absent: nothing. */
  readonly debug: ReadonlyMap<RouterId, DebugSettings>;
  /** The remote clients that are connected to each router; absent: nobody. */
  readonly clients?: ReadonlyMap<RouterId, readonly ClientSession[]>;
}

export interface DebugSettings {
  readonly isakmp: boolean;
  readonly ipsec: boolean;
  /** `debug crypto condition peer ipv4 …`; empty: every peer. */
  readonly peers: readonly string[];
}

export const NEW_TERMINAL: TerminalState = { network: UNTOUCHED_NETWORK, debug: new Map() };

export const NO_DEBUG: DebugSettings = { isakmp: false, ipsec: false, peers: [] };

export function debugAt(state: TerminalState, router: RouterId): DebugSettings {
  return state.debug.get(router) ?? NO_DEBUG;
}

export function withDebug(state: TerminalState, router: RouterId, settings: DebugSettings): TerminalState {
  return { ...state, debug: new Map([...state.debug, [router, settings]]) };
}

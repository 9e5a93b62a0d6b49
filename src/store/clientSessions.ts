import { createStore } from "zustand/vanilla";
import type { CanvasId, ConnectedClient } from "../core/index.ts";

/** Who is connected, by the group of remote clients that they belong to. It is played, so it is neither saved nor undone. */
export interface ClientSessions {
  readonly byClients: ReadonlyMap<CanvasId, readonly ConnectedClient[]>;
}

export const clientSessions = createStore<ClientSessions>()(() => ({ byClients: new Map() }));

/** Puts others in the place of those who are connected. */
export function setSessions(clients: CanvasId, sessions: readonly ConnectedClient[]): void {
  clientSessions.setState(({ byClients }) => ({ byClients: new Map(byClients).set(clients, sessions) }));
}

import { createStore } from "zustand/vanilla";
import type { ConnectedClient } from "../core/index.ts";

/**
 * Who is connected, by the design and the remote clients on it that they belong to. It is played, so it is neither saved nor undone.
 */
export interface ClientSessions {
  readonly byClients: ReadonlyMap<string, readonly ConnectedClient[]>;
}

export const clientSessions = createStore<ClientSessions>()(() => ({ byClients: new Map() }));

/** Puts others in the place of those who are connected. */
export function setSessions(clients: string, sessions: readonly ConnectedClient[]): void {
  clientSessions.setState(({ byClients }) => ({ byClients: new Map(byClients).set(clients, sessions) }));
}

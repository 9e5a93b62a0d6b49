import { createStore } from "zustand/vanilla";
import type { ConnectedClient, Design, RouterId } from "../core/index.ts";

/**
 * Who is connected, by the design and the remote clients on it that they belong to. It is played, so it is neither saved nor undone.
 */
export interface ClientSessions {
  readonly byClients: ReadonlyMap<string, readonly ConnectedClient[]>;
}

export const clientSessions = createStore<ClientSessions>()(() => ({ byClients: new Map() }));

/** What the clients of a stored design are kept under: two designs may have clients of one identity. */
export function clientsKey(design: string, clients: string): string {
  return `${design} ${clients}`;
}

/** Who is connected to each router of the stored design that is open. */
export function connectedClients(design: Design, stored: string): ReadonlyMap<RouterId, readonly ConnectedClient[]> {
  const { byClients } = clientSessions.getState();
  const connected = new Map<RouterId, readonly ConnectedClient[]>();
  for (const { gateway, id } of design.remoteClients.values()) {
    const sessions = byClients.get(clientsKey(stored, id));
    if (gateway !== undefined && sessions) connected.set(gateway, [...(connected.get(gateway) ?? []), ...sessions]);
  }
  return connected;
}

/** Puts others in the place of those who are connected. */
export function setSessions(clients: string, sessions: readonly ConnectedClient[]): void {
  clientSessions.setState(({ byClients }) => ({ byClients: new Map(byClients).set(clients, sessions) }));
}

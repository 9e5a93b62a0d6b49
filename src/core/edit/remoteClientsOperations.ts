import type { CanvasId, Design, Position, RemoteClients } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";
import type { Operation } from "./edit.ts";
import { routerName } from "./routerOperations.ts";

export interface NewRemoteClients {
  readonly id: CanvasId;
  readonly position: Position;
  readonly label?: string;
}

/** Puts people with a VPN client on the canvas; they have no gateway yet. */
export function addRemoteClients({ id, position, label = "Remote clients" }: NewRemoteClients): Operation {
  return {
    label: `Add ${label}`,
    plan: () => [
      { op: "putRemoteClients", remoteClients: { id, label } },
      { op: "place", id, position },
    ],
  };
}

/**
 * Says which router remote clients connect to, and which of its client groups they ask for: the only one, unless it is named.
 * What the router has to be told for it is the business of its remote access panel.
 */
export function connectRemoteClients(id: CanvasId, gateway: RouterId, group?: string): Operation {
  return {
    label: "Connect remote clients",
    plan(design) {
      const clients = design.remoteClients.get(id);
      const groups = [...(design.routers.get(gateway)?.elements.clientGroup.keys() ?? [])];
      if (!clients || !design.routers.has(gateway)) return [];
      const { group: _old, ...rest } = clients;
      const asked = group ?? (groups.length === 1 ? groups[0] : undefined);
      return [
        {
          op: "putRemoteClients",
          remoteClients: { ...rest, gateway, ...(asked === undefined ? {} : { group: asked }) },
        },
      ];
    },
  };
}

/** Why remote clients can't be connected to a router; null when they can. */
export function connectObstacle(design: Design, id: CanvasId, gateway: RouterId): string | null {
  const clients = design.remoteClients.get(id);
  if (!clients || !design.routers.has(gateway)) return "One of the two is gone.";
  return clients.gateway === gateway ? `${clients.label} connects to ${routerName(design, gateway)} already.` : null;
}

export function disconnectRemoteClients(id: CanvasId): Operation {
  return changeClients(id, "Disconnect remote clients", ({ gateway: _gateway, group: _group, ...rest }) => rest);
}

export function labelRemoteClients(id: CanvasId, label: string): Operation {
  return changeClients(id, `Label remote clients ${label}`, (clients) =>
    label === "" ? clients : { ...clients, label },
  );
}

export function removeRemoteClients(id: CanvasId): Operation {
  return {
    label: "Remove remote clients",
    plan: (design) => (design.remoteClients.has(id) ? [{ op: "removeCanvasObject", id }] : []),
  };
}

function changeClients(id: CanvasId, label: string, change: (clients: RemoteClients) => RemoteClients): Operation {
  return {
    label,
    plan(design) {
      const clients = design.remoteClients.get(id);
      if (!clients) return [];
      const changed = change(clients);
      return changed === clients ? [] : [{ op: "putRemoteClients", remoteClients: changed }];
    },
  };
}

import type { CanvasId, Cloud, Design, Position } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";
import { draftOf } from "./designDraft.ts";
import type { Operation } from "./edit.ts";
import { wanInterface } from "./interfaceRoles.ts";
import { addWan, routerName } from "./routerOperations.ts";

export interface NewCloud {
  readonly id: CanvasId;
  readonly position: Position;
  /** Absent: Internet. */
  readonly label?: string;
}

/** Puts a WAN on the canvas. The first one takes in the routers that stand there already, by their WAN interfaces. */
export function addCloud({ id, position, label = "Internet" }: NewCloud): Operation {
  return {
    label: `Add ${label}`,
    plan(design) {
      const first = design.clouds.size === 0;
      const attachments = first
        ? [...design.routers.keys()].flatMap((router) => {
            const wan = wanInterface(design, router);
            return wan ? [{ router, interface: wan.name }] : [];
          })
        : [];
      return [
        { op: "putCloud", cloud: { id, label, attachments } },
        { op: "place", id, position },
      ];
    },
  };
}

/** Why a router can't be attached to a cloud; null when it can. */
export function attachCloudObstacle(design: Design, router: RouterId, cloud: CanvasId): string | null {
  const target = design.clouds.get(cloud);
  const owner = design.routers.get(router);
  if (!target || !owner) return "One of the two is gone.";
  if (target.attachments.some((end) => end.router === router)) {
    return `${routerName(design, router)} is already attached to ${target.label}.`;
  }
  return null;
}

/** Draws a cable from a router's WAN interface to a cloud; a router without one gets one from the address plan. */
export function attachCloud(router: RouterId, cloud: CanvasId): Operation {
  return {
    label: "Attach to WAN",
    plan(design) {
      if (attachCloudObstacle(design, router, cloud) !== null) return [];
      const draft = draftOf(design);
      const wan = wanInterface(design, router) ?? addWan(draft, router);
      const target = draft.design().clouds.get(cloud);
      if (!wan || !target) return [];
      // A new WAN interface is attached to the first cloud, which may be this one.
      for (const other of draft.design().clouds.values()) {
        const left = other.attachments.filter((end) => end.router !== router || end.interface !== wan.name);
        if (other.id === cloud) {
          draft.apply({ op: "putCloud", cloud: { ...other, attachments: [...left, { router, interface: wan.name }] } });
        } else if (left.length !== other.attachments.length) {
          draft.apply({ op: "putCloud", cloud: { ...other, attachments: left } });
        }
      }
      return draft.edits();
    },
  };
}

/** Takes the cable away; the interface keeps its configuration, since a provider's address outlives a drawing. */
export function detachCloud(router: RouterId, cloud: CanvasId): Operation {
  return {
    label: "Detach from WAN",
    plan(design) {
      const target = design.clouds.get(cloud);
      const attachments = target?.attachments.filter((end) => end.router !== router) ?? [];
      if (!target || attachments.length === target.attachments.length) return [];
      return [{ op: "putCloud", cloud: { ...target, attachments } }];
    },
  };
}

export function removeCloud(cloud: CanvasId): Operation {
  return {
    label: "Remove WAN",
    plan: (design) => (design.clouds.has(cloud) ? [{ op: "removeCanvasObject", id: cloud }] : []),
  };
}

export function labelCloud(cloud: CanvasId, label: string): Operation {
  return {
    label: `Label WAN ${label}`,
    plan(design) {
      const target: Cloud | undefined = design.clouds.get(cloud);
      return target && label !== "" && label !== target.label ? [{ op: "putCloud", cloud: { ...target, label } }] : [];
    },
  };
}

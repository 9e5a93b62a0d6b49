import {
  attachCloud,
  attachCloudObstacle,
  attachObstacle,
  attachSubnet,
  connectObstacle,
  connectRemoteClients,
  linkLabel,
  linkObstacle,
  linkRouters,
  type Design,
  type Operation,
  type RouterId,
} from "../../core/index.ts";
import type { ObjectReference } from "../../store/viewStore.ts";
import { effectiveDesign } from "../../store/designStore.ts";
import { designObjects, sameReference, type DesignObject } from "../objects/designObjects.ts";
import type { Workbench } from "../workbench.ts";

/** Why two objects can't be joined, for the person who tries; null when they can. */
export function joinObstacle(design: Design, from: ObjectReference, to: ObjectReference): string | null {
  const [router, other] = from.kind === "router" ? [from, to] : [to, from];
  if (sameReference(from, to)) return "An object can't be linked to itself.";
  if (router.kind !== "router") return "A link needs a router at one of its ends.";
  switch (other.kind) {
    case "router":
      return linkObstacle(design, router.id, other.id);
    case "subnet":
      return attachObstacle(design, router.id, other.id);
    case "cloud":
      return attachCloudObstacle(design, router.id, other.id);
    case "remoteClients":
      return connectObstacle(design, other.id, router.id);
    case "peering":
    case "cable":
      return "Only objects that stand on the canvas can be linked.";
    default:
      return other satisfies never;
  }
}

/** Everything that an object may be linked to or not, and why not; what can't have a link at all is left out. */
export function joinTargets(
  design: Design,
  from: ObjectReference,
): readonly { readonly object: DesignObject; readonly obstacle: string | null }[] {
  return designObjects(design, [])
    .filter(({ reference }) => !sameReference(reference, from))
    .filter(({ reference }) => from.kind === "router" || reference.kind === "router")
    .map((object) => ({ object, obstacle: joinObstacle(design, from, object.reference) }));
}

function joinOperation(workbench: Workbench, from: ObjectReference, to: ObjectReference): Operation | null {
  const [router, other] = from.kind === "router" ? [from, to] : [to, from];
  if (router.kind !== "router") return null;
  if (other.kind === "subnet") return attachSubnet(router.id, other.id);
  if (other.kind === "cloud") return attachCloud(router.id, other.id);
  if (other.kind === "remoteClients") return connectRemoteClients(other.id, router.id);
  if (other.kind !== "router") return null;
  const design = effectiveDesign(workbench.design.getState());
  const link = linkRouters({ a: router.id, b: other.id, key: workbench.newKey(), ids: workbench.ids });
  return { ...link, label: linkLabel(design, router.id, other.id) };
}

/** The routers that are linked together: those that are selected, where they are two at least, else all of the design. */
export function chosenRouters({ design, view }: Pick<Workbench, "design" | "view">): readonly RouterId[] {
  const selected = view.getState().selection.flatMap((one) => (one.kind === "router" ? [one.id] : []));
  return selected.length >= 2 ? selected : [...effectiveDesign(design.getState()).routers.keys()];
}

/** Joins two objects as one step; says why when it can't. */
export function join(workbench: Workbench, from: ObjectReference, to: ObjectReference): boolean {
  const obstacle = joinObstacle(effectiveDesign(workbench.design.getState()), from, to);
  const operation = obstacle === null ? joinOperation(workbench, from, to) : null;
  if (!operation) {
    workbench.notify(obstacle ?? "These two can't be linked.", "warning");
    return false;
  }
  return workbench.design.getState().run(operation);
}

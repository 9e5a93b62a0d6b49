import {
  detachCloud,
  detachSubnet,
  disconnectRemoteClients,
  inOrder,
  removeCloud,
  removeRemoteClients,
  removeRouters,
  removeSubnet,
  routerNames,
  unlinkRouters,
  type CanvasId,
  type Design,
  type Operation,
  type RouterId,
} from "../../core/index.ts";
import { effectiveDesign } from "../../store/designStore.ts";
import type { ObjectReference } from "../../store/viewStore.ts";
import { designObjects } from "../objects/designObjects.ts";
import type { Workbench } from "../workbench.ts";

export { selectedIds } from "./selectedIds.ts";

/** Takes everything that is selected out of the design, as one step. */
export function deleteSelected(workbench: Workbench): void {
  const { selection } = workbench.view.getState();
  const design = effectiveDesign(workbench.design.getState());
  const operations = selection.flatMap((reference) => removal(workbench, design, reference) ?? []);
  const [first] = operations;
  if (!first) return;
  const label = operations.length === 1 ? first.label : `Delete ${operations.length} objects`;
  if (workbench.design.getState().run(inOrder(label, operations))) workbench.view.setState({ selection: [] });
}

function removal(workbench: Workbench, design: Design, reference: ObjectReference): Operation | null {
  switch (reference.kind) {
    case "router":
      return labelled(
        removeRouters([reference.id], { withPeerings: true }),
        `Remove router ${nameOf(design, reference.id)}`,
      );
    case "subnet":
      return removeSubnet(reference.id);
    case "cloud":
      return removeCloud(reference.id);
    case "remoteClients":
      return removeRemoteClients(reference.id);
    case "peering": {
      const judged = workbench.judgement.getState().result.peerings.find(({ peering }) => peering.id === reference.id);
      if (!judged) return null;
      const [a, b] = [judged.peering.a.router, judged.peering.b?.router];
      const ends = b === undefined ? nameOf(design, a) : `${nameOf(design, a)} – ${nameOf(design, b)}`;
      return labelled(unlinkRouters(judged.peering), `Remove peering ${ends}`);
    }
    case "cable":
      return pullCable(reference.id);
    default:
      return reference satisfies never;
  }
}

function nameOf(design: Design, id: RouterId): string {
  return routerNames(design.routers).get(id) ?? "";
}

function labelled(operation: Operation, label: string): Operation {
  return { ...operation, label };
}

/** A cable's id is `canvas object|router|interface`. */
function pullCable(id: string): Operation | null {
  const [object = "", router = ""] = id.split("|");
  const [canvasId, routerId] = [object as CanvasId, router as RouterId];
  return inOrder("Pull cable", [
    detachSubnet(routerId, canvasId),
    detachCloud(routerId, canvasId),
    disconnectRemoteClients(canvasId),
  ]);
}

/** Selects everything that stands on the canvas. */
export function selectAll(workbench: Workbench): void {
  const objects = designObjects(effectiveDesign(workbench.design.getState()), []);
  workbench.view.setState({ selection: objects.map(({ reference }) => reference) });
}

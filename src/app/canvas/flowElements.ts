import { Position as Side, type Edge, type Node } from "@xyflow/react";
import type { ObjectReference } from "../../store/viewStore.ts";
import type { Cable, PeeringLine, Scene, SceneNode } from "./scene.ts";

export type FlowNode = Node<{ readonly node: SceneNode }, "object">;
export type PeeringEdge = Edge<{ readonly line: PeeringLine }, "peering">;
export type CableEdge = Edge<{ readonly cable: Cable }, "cable">;
export type FlowEdge = PeeringEdge | CableEdge;

/** Makes React Flow's nodes and edges; what stands for the same thing in the same state is the same object as before. */
export interface FlowElements {
  nodes(scene: Scene, selection: readonly ObjectReference[], locked: boolean): FlowNode[];
  edges(scene: Scene, selection: readonly ObjectReference[]): FlowEdge[];
}

export function createFlowElements(): FlowElements {
  const nodesBefore = new Map<string, FlowNode>();
  const edgesBefore = new Map<string, FlowEdge>();
  return {
    nodes(scene, selection, locked) {
      const selected = new Set<string>(selection.map(({ id }) => id));
      const nodes = scene.nodes.map((node) => {
        const isSelected = selected.has(node.id);
        const before = nodesBefore.get(node.id);
        const isDraggable = !locked && node.reference !== null;
        if (before?.data.node === node && before.selected === isSelected && before.draggable === isDraggable)
          return before;
        return flowNode(node, isSelected, isDraggable);
      });
      remember(nodesBefore, nodes);
      return nodes;
    },
    edges(scene, selection) {
      const selected = new Set(selection.map(({ kind, id }) => `${kind} ${id}`));
      const edges: FlowEdge[] = [
        ...scene.cables.map((cable): FlowEdge => {
          const id = `cable ${cable.id}`;
          const before = edgesBefore.get(id);
          if (before?.type === "cable" && before.data?.cable === cable && before.selected === selected.has(id))
            return before;
          return { id, type: "cable", ...cableFields(cable), data: { cable }, selected: selected.has(id) };
        }),
        ...scene.peerings.map((line): FlowEdge => {
          const id = `peering ${line.id}`;
          const before = edgesBefore.get(id);
          if (before?.type === "peering" && before.data?.line === line && before.selected === selected.has(id))
            return before;
          return { id, type: "peering", ...peeringFields(line), data: { line }, selected: selected.has(id) };
        }),
      ];
      remember(edgesBefore, edges);
      return edges;
    },
  };
}

/** Size and handles are given, so that React Flow measures nothing: that is most of what mounting a node costs. */
function flowNode(node: SceneNode, selected: boolean, draggable: boolean): FlowNode {
  const { width, height } = node.box;
  const handle = { x: width / 2, y: height / 2, width: 1, height: 1, position: Side.Top };
  return {
    id: node.id,
    type: "object",
    position: { x: node.box.x, y: node.box.y },
    data: { node },
    width,
    height,
    measured: { width, height },
    handles: [
      { ...handle, type: "source" },
      { ...handle, type: "target" },
    ],
    selected,
    draggable,
    selectable: node.reference !== null,
    focusable: node.reference !== null,
    connectable: false,
    ariaLabel: node.name,
    domAttributes: { "aria-description": node.description, "aria-roledescription": undefined },
  };
}

function peeringFields(line: PeeringLine) {
  return {
    source: line.from,
    target: line.to,
    ariaLabel: line.name,
    ariaRole: "group" as const,
    domAttributes: { "aria-roledescription": undefined, "aria-description": line.label },
    focusable: true,
  };
}

function cableFields(cable: Cable) {
  return {
    source: cable.from,
    target: cable.to,
    ariaLabel: cable.name,
    domAttributes: { "aria-roledescription": undefined },
    focusable: false,
  };
}

function remember<T extends { readonly id: string }>(before: Map<string, T>, now: readonly T[]): void {
  before.clear();
  for (const one of now) before.set(one.id, one);
}

/** What a React Flow edge stands for. */
export function edgeReference(id: string): ObjectReference {
  return id.startsWith("cable ") ? { kind: "cable", id: id.slice(6) } : { kind: "peering", id: id.slice(8) };
}

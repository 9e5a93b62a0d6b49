import { useEffect, type RefObject } from "react";
import { nudgeOperation, type Position } from "../../core/index.ts";
import type { ObjectReference } from "../../store/viewStore.ts";
import { selectedIds } from "../actions/selectedIds.ts";
import { useWorkbench, type Workbench } from "../workbench.ts";
import { edgeReference } from "./flowElements.ts";
import type { Scene } from "./scene.ts";
import { endTowards, neighbourOf, nextTunnel } from "./travel.ts";
import { useLatest } from "./useLatest.ts";

export interface CanvasKeysProps {
  /** The element within which the keys are pressed. */
  readonly root: RefObject<HTMLElement | null>;
  readonly scene: Scene;
}

/** Keys on the canvas itself: going from object to object, choosing what has the focus, and moving what is chosen. */
export function CanvasKeys({ root, scene }: CanvasKeysProps) {
  const workbench = useWorkbench();
  const latest = useLatest(scene);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    // The router whose tunnels are gone through: a tunnel has two.
    let router: string | null = null;
    const onKeyDown = (event: KeyboardEvent) => {
      const focused = focusedReference(event.target, latest.current);
      if (focused?.kind === "router") router = focused.id;
      onCanvasKey(event, workbench, latest.current, focused, router);
    };
    element.addEventListener("keydown", onKeyDown);
    return () => element.removeEventListener("keydown", onKeyDown);
  }, [root, workbench, latest]);
  return null;
}

const STEPS: Readonly<Record<string, Position>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

function onCanvasKey(
  event: KeyboardEvent,
  workbench: Workbench,
  scene: Scene,
  focused: ObjectReference | null,
  router: string | null,
): void {
  const step = STEPS[event.key];
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (event.key === "Escape") {
    workbench.view.setState({ selection: [] });
  } else if ((event.key === "Enter" || event.key === " ") && focused) {
    event.preventDefault();
    const adds = event.shiftKey || event.ctrlKey || event.metaKey;
    const { selection } = workbench.view.getState();
    workbench.view.setState({ selection: adds ? [...selection, focused] : [focused] });
  } else if (step && event.altKey && focused) {
    event.preventDefault();
    const isTunnel = focused.kind === "peering";
    goTo(workbench, isTunnel ? endTowards(scene, focused.id, step) : neighbourOf(scene, focused.id, step));
  } else if (event.key.toLowerCase() === "t" && isPlain && focused) {
    const line = nextTunnel(scene, focused, router, event.shiftKey);
    if (!line) return;
    event.preventDefault();
    goTo(workbench, { reference: { kind: "peering", id: line.id } });
  } else if (step && isPlain) {
    const ids = selectedIds(workbench);
    const { locked, mode } = workbench.view.getState();
    if (ids.length === 0 || locked || mode !== "edit") return;
    event.preventDefault();
    const distance = event.shiftKey ? 20 : 1;
    workbench.design.getState().run(nudgeOperation(ids, step.x * distance, step.y * distance), { merge: "nudge" });
  }
}

function goTo({ canvas }: Workbench, to: { readonly reference: ObjectReference | null } | undefined): void {
  if (!to?.reference) return;
  canvas.current?.show(to.reference);
  canvas.current?.focus(to.reference);
}

/** What the element stands for that a key was pressed on. */
function focusedReference(target: EventTarget | null, scene: Scene): ObjectReference | null {
  if (!(target instanceof Element)) return null;
  const element = target.closest<HTMLElement | SVGElement>(".react-flow__node, .react-flow__edge");
  const id = element?.dataset.id;
  if (id === undefined) return null;
  if (element?.classList.contains("react-flow__edge")) return edgeReference(id);
  return scene.nodes.find((node) => node.id === id)?.reference ?? null;
}

import { useEffect, useState } from "react";
import { useReactFlow, useStore } from "@xyflow/react";
import type { Position } from "../../core/index.ts";
import { join, joinObstacle } from "../actions/linking.ts";
import { effectiveDesign } from "../../store/designStore.ts";
import { useView } from "../stores.tsx";
import { useWorkbench } from "../workbench.ts";
import { centre, contains } from "./geometry.ts";
import type { Scene, SceneNode } from "./scene.ts";

export interface LinkGestureProps {
  readonly scene: Scene;
  /** Where the pointer went down, in window pixels; null while no link is drawn with the pointer. */
  readonly start: Position | null;
  readonly onEnd: () => void;
}

/**
 * A link while it is being drawn: a line from its start to the pointer, and what would happen there. Targets are found in the
 * scene, not in the page, so that a node which is not drawn can be one too. Escape gives up.
 */
export function LinkGesture({ scene, start, onEnd }: LinkGestureProps) {
  const workbench = useWorkbench();
  const flow = useReactFlow();
  const from = useView((view) => view.linkingFrom);
  const [pointer, setPointer] = useState<Position | null>(null);
  const transform = useStore((state) => state.transform);
  const drawing = from !== null && start !== null;

  useEffect(() => {
    if (!drawing) return;
    const end = () => {
      setPointer(null);
      workbench.view.setState({ linkingFrom: null });
      onEnd();
    };
    const onMove = (event: PointerEvent) => setPointer({ x: event.clientX, y: event.clientY });
    const onUp = (event: PointerEvent) => {
      const target = nodeAt(scene, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }));
      const moved = Math.hypot(event.clientX - start.x, event.clientY - start.y) > 6;
      end();
      if (!moved) return;
      swallowNextClick();
      if (target?.reference && join(workbench, from, target.reference)) {
        workbench.view.setState({ selection: [target.reference] });
      }
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      swallowNextClick();
      end();
    };
    window.addEventListener("pointermove", onMove);
    window.addEventListener("pointerup", onUp);
    window.addEventListener("pointercancel", end);
    window.addEventListener("keydown", onKey, true);
    return () => {
      window.removeEventListener("pointermove", onMove);
      window.removeEventListener("pointerup", onUp);
      window.removeEventListener("pointercancel", end);
      window.removeEventListener("keydown", onKey, true);
    };
  }, [drawing, from, start, scene, flow, workbench, onEnd]);

  if (!drawing || !pointer) return null;
  const source = scene.nodes.find(({ id }) => id === from.id);
  if (!source) return null;
  const [x, y, zoom] = transform;
  const at = flow.screenToFlowPosition(pointer, { snapToGrid: false });
  const target = nodeAt(scene, at);
  const obstacle =
    target?.reference && target.id !== source.id
      ? joinObstacle(effectiveDesign(workbench.design.getState()), from, target.reference)
      : null;
  const begin = centre(source.box);
  const aim = target && target.id !== source.id && obstacle === null ? centre(target.box) : at;
  const onScreen = (point: Position) => ({ x: point.x * zoom + x, y: point.y * zoom + y });
  const [a, b] = [onScreen(begin), onScreen(aim)];
  const tip = onScreen(at);
  return (
    <>
      <svg className="link-overlay" aria-hidden>
        <path
          d={`M${a.x} ${a.y} L${b.x} ${b.y}`}
          className={obstacle === null ? "link-line" : "link-line link-refused"}
        />
      </svg>
      <div className="link-hint" style={{ transform: `translate(${tip.x + 16}px, ${tip.y + 18}px)` }}>
        {hint(source, target, obstacle)}
      </div>
    </>
  );
}

function hint(source: SceneNode, target: SceneNode | undefined, obstacle: string | null): string {
  if (!target || target.id === source.id) return "Drop on a router, subnet or cloud. Esc cancels.";
  return obstacle ?? `Link ${source.name} and ${target.name}`;
}

function nodeAt(scene: Scene, at: Position): SceneNode | undefined {
  return scene.nodes.filter(({ box, reference }) => reference !== null && contains(box, at)).at(-1);
}

/** The click that the browser makes of the end of a gesture is not one. */
function swallowNextClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation();
  window.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true }), 80);
}

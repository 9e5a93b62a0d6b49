import { useMemo } from "react";
import { useStore, useStoreApi } from "@xyflow/react";
import { Maximize } from "lucide-react";
import { ActionButton } from "../actions/ActionButton.tsx";
import { designActions } from "../actions/designActions.ts";
import { viewActions } from "../actions/viewActions.ts";
import { Button, Hint } from "../controls/Button.tsx";
import { useView } from "../stores.tsx";
import { useWorkbench } from "../workbench.ts";
import { overlaps } from "./geometry.ts";
import { OverlapSigns } from "./OverlapSigns.tsx";
import type { Scene } from "./scene.ts";

/** What stands over the canvas: the toolbar, the way back for who is lost, and signs where objects cover each other. */
export function CanvasTools({ scene, isDragging }: { readonly scene: Scene; readonly isDragging: boolean }) {
  return (
    <>
      {isDragging ? null : <OverlapSigns scene={scene} />}
      <ShowAll scene={scene} />
      <Toolbar />
    </>
  );
}

/** Offered where the drawing has been panned out of sight. */
function ShowAll({ scene }: { readonly scene: Scene }) {
  const { canvas } = useWorkbench();
  const store = useStoreApi();
  const isMoving = useStore(({ paneDragging }) => paneDragging);
  // It follows the viewport when that has come to rest, so that a pan works nothing out.
  const viewport = useView((view) => view.viewport);
  const isLost = useMemo(() => {
    if (!viewport || scene.nodes.length === 0) return false;
    const { width, height } = store.getState();
    const { x, y, zoom } = viewport;
    const seen = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
    return !scene.nodes.some(({ box }) => overlaps(box, seen));
  }, [viewport, scene, store]);
  if (!isLost || isMoving) return null;
  return (
    <div className="canvas-lost">
      <span>Everything is out of sight.</span>
      <Button onClick={() => canvas.current?.fit()}>
        <Maximize size={15} aria-hidden />
        Show all
      </Button>
    </div>
  );
}

/** Zoom and arrangement, in the corner of the canvas. */
function Toolbar() {
  const workbench = useWorkbench();
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  const minimapOpen = useView((view) => view.minimapOpen);
  return (
    <div className="canvas-tools" role="toolbar" aria-label="Canvas">
      <ActionButton action={viewActions.zoomOut} />
      <Hint text={viewActions.zoomToOne.label} shortcut="Ctrl+0">
        <button type="button" className="canvas-zoom" onClick={() => viewActions.zoomToOne.run(workbench)}>
          {percent}%
        </button>
      </Hint>
      <ActionButton action={viewActions.zoomIn} />
      <ActionButton action={viewActions.fit} />
      <span className="canvas-tools-divider" />
      <ActionButton action={designActions.arrange} />
      <ActionButton action={viewActions.minimap} pressed={minimapOpen} />
    </div>
  );
}

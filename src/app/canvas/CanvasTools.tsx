import { useStore } from "@xyflow/react";
import { ActionButton } from "../actions/ActionButton.tsx";
import { designActions } from "../actions/designActions.ts";
import { viewActions } from "../actions/viewActions.ts";
import { Hint } from "../controls/Button.tsx";
import { useView } from "../stores.tsx";
import { useWorkbench } from "../workbench.ts";

/** Zoom and arrangement, in the corner of the canvas. */
export function CanvasTools() {
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

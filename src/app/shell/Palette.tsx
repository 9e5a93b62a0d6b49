import { useRef, useState, type PointerEvent } from "react";
import { createPortal } from "react-dom";
import { freeHostname, formatPrefix, nextLanPrefix, type Position } from "../../core/index.ts";
import { useIsEnabled } from "../actions/ActionButton.tsx";
import type { Action } from "../actions/action.ts";
import { addObject, paletteSize, type PaletteKind } from "../actions/adding.ts";
import { designActions } from "../actions/designActions.ts";
import { NodeBody } from "../canvas/NodeBody.tsx";
import type { NodeContent } from "../canvas/scene.ts";
import { asCanvasId, asRouterId } from "../../core/index.ts";
import { effectiveDesign } from "../../store/designStore.ts";
import { useWorkbench, type Workbench } from "../workbench.ts";
import "./palette.css";

const ENTRIES: readonly { readonly kind: PaletteKind; readonly action: Action }[] = [
  { kind: "router", action: designActions.addRouter },
  { kind: "subnet", action: designActions.addSubnet },
  { kind: "cloud", action: designActions.addCloud },
  { kind: "remoteClients", action: designActions.addRemoteClients },
];

/** What can be put on the canvas: dragged to a place, or clicked, or chosen with Enter, which puts it in the middle. */
export function Palette() {
  return (
    <div className="palette" role="group" aria-label="Add to the canvas">
      {ENTRIES.map((entry) => (
        <PaletteButton key={entry.kind} {...entry} />
      ))}
    </div>
  );
}

interface Drag {
  readonly start: Position;
  readonly at: Position;
  /** A press becomes a drag when it has moved a little, so that an unsteady click stays a click. */
  readonly moved: boolean;
  readonly content: NodeContent;
}

const DRAG_THRESHOLD = 5;

function PaletteButton({ kind, action }: (typeof ENTRIES)[number]) {
  const workbench = useWorkbench();
  const enabled = useIsEnabled(action);
  const [drag, setDrag] = useState<Drag | null>(null);
  const dragged = useRef(false);
  const Icon = action.icon;

  const onPointerDown = (event: PointerEvent<HTMLButtonElement>) => {
    dragged.current = false;
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const start = { x: event.clientX, y: event.clientY };
    setDrag({ start, at: start, moved: false, content: previewOf(workbench, kind) });
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!drag) return;
    const at = { x: event.clientX, y: event.clientY };
    const moved = drag.moved || Math.hypot(at.x - drag.start.x, at.y - drag.start.y) > DRAG_THRESHOLD;
    setDrag({ ...drag, at, moved });
  };
  const onPointerUp = (event: PointerEvent) => {
    if (drag?.moved) {
      dragged.current = true;
      const at = workbench.canvas.current?.toCanvas({ x: event.clientX, y: event.clientY });
      if (at) addObject(workbench, kind, at);
    }
    setDrag(null);
  };
  return (
    <>
      <button
        type="button"
        className={`palette-button palette-${kind}`}
        disabled={!enabled}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => setDrag(null)}
        onKeyDown={(event) => {
          if (event.key === "Escape") setDrag(null);
        }}
        onClick={() => {
          // The click that ends a drag is not one.
          if (!dragged.current) action.run(workbench);
          dragged.current = false;
        }}
      >
        <span className="palette-icon">{Icon ? <Icon size={18} strokeWidth={1.8} aria-hidden /> : null}</span>
        {action.label}
      </button>
      {drag?.moved ? createPortal(<Ghost drag={drag} kind={kind} zoom={zoomOf(workbench)} />, document.body) : null}
    </>
  );
}

/** The node as it will be, under the cursor. */
function Ghost({ drag, kind, zoom }: { readonly drag: Drag; readonly kind: PaletteKind; readonly zoom: number }) {
  const { width, height } = paletteSize(kind);
  return (
    <div
      className="palette-ghost"
      style={{
        width,
        height,
        transform: `translate(${drag.at.x}px, ${drag.at.y}px) scale(${zoom}) translate(-50%, -50%)`,
      }}
    >
      <NodeBody content={drag.content} />
    </div>
  );
}

function zoomOf({ view }: Workbench): number {
  return view.getState().viewport?.zoom ?? 1;
}

function previewOf(workbench: Workbench, kind: PaletteKind): NodeContent {
  const design = effectiveDesign(workbench.design.getState());
  const id = asCanvasId("preview");
  switch (kind) {
    case "router":
      return {
        kind,
        id: asRouterId("preview"),
        title: freeHostname(design),
        address: null,
        interfaces: "",
        status: null,
        tunnels: 0,
        lans: 0,
        errors: 0,
        warnings: 0,
      };
    case "subnet": {
      const prefix = nextLanPrefix(design);
      return {
        kind,
        id,
        prefix: prefix ? formatPrefix(prefix) : "no free prefix",
        label: null,
        attached: 0,
        conflict: false,
      };
    }
    case "cloud":
      return { kind, id, label: "Internet", attached: 0 };
    case "remoteClients":
      return { kind, id, label: "Remote clients", group: null };
    default:
      return kind satisfies never;
  }
}

import { useEffect } from "react";
import { useReactFlow, useStoreApi } from "@xyflow/react";
import type { Position } from "../../core/index.ts";
import type { ObjectReference } from "../../store/viewStore.ts";
import { focusWhenShown } from "../controls/focusWhenShown.ts";
import { useWorkbench, type CanvasPort } from "../workbench.ts";
import { boundsOf, course, overlaps, type Rectangle } from "./geometry.ts";
import type { Scene } from "./scene.ts";
import { useLatest } from "./useLatest.ts";

/** What is left free around a fitted drawing, and below it for the tools, in pixels. */
const MARGIN = 28;
const TOOLS_HEIGHT = 62;
/** A small design is not blown up beyond this to fill the canvas; to a room it is. */
const MOST_ZOOM = 1.15;
const MOST_ZOOM_PRESENTED = 2.8;
const ZOOM_MILLISECONDS = 120;

/** Lends the canvas to whoever asks for it by the workbench. Everything is answered from the scene, drawn or not. */
export function useCanvasPort(scene: Scene, bringIn: (id: string) => void): void {
  const workbench = useWorkbench();
  const flow = useReactFlow();
  const store = useStoreApi();
  const latest = useLatest(scene);
  useEffect(() => {
    const seen = (): Rectangle => {
      const { width, height, transform } = store.getState();
      const [x, y, zoom] = transform;
      return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
    };
    const fitted = (bounds = boundsOf(latest.current.nodes.map(({ box }) => box))) => {
      if (!bounds) return null;
      const most = workbench.view.getState().mode === "present" ? MOST_ZOOM_PRESENTED : MOST_ZOOM;
      const { width, height, minZoom } = store.getState();
      const room = { width: width - 2 * MARGIN, height: height - MARGIN - TOOLS_HEIGHT };
      const zoom = Math.max(minZoom, Math.min(most, room.width / bounds.width, room.height / bounds.height));
      return {
        x: MARGIN + (room.width - bounds.width * zoom) / 2 - bounds.x * zoom,
        y: MARGIN + (room.height - bounds.height * zoom) / 2 - bounds.y * zoom,
        zoom,
      };
    };
    let aim = { zoom: 1, until: 0 };
    let chosen: ReturnType<typeof fitted> = null;
    const fit = () => {
      chosen = fitted();
      if (chosen) void flow.setViewport(chosen);
    };
    /** Whether nobody has moved or zoomed since. */
    const isAsFitted = () => {
      const { x, y, zoom } = flow.getViewport();
      return chosen !== null && x === chosen.x && y === chosen.y && zoom === chosen.zoom;
    };
    let stopWaiting = () => {};
    // A design that was just opened is drawn first and fitted then, and once more when its check has added the far ends that are
    // outside of it, unless somebody has moved on meanwhile.
    const fitWhenDrawn = () => {
      stopWaiting();
      afterDrawing(() => {
        fit();
        const { judgement } = workbench;
        if (judgement.getState().isCurrent) return;
        stopWaiting = judgement.subscribe(({ isCurrent }) => {
          if (!isCurrent) return;
          stopWaiting();
          afterDrawing(() => isAsFitted() && port.seenPart() !== null && fit());
        });
      });
    };
    const port: CanvasPort = {
      centre() {
        const { x, y, width, height } = seen();
        return { x: x + width / 2, y: y + height / 2 };
      },
      toCanvas(client) {
        const pane = store.getState().domNode?.getBoundingClientRect();
        const inside =
          pane && client.x >= pane.left && client.x <= pane.right && client.y >= pane.top && client.y <= pane.bottom;
        return inside ? flow.screenToFlowPosition(client, { snapToGrid: false }) : null;
      },
      occupied: () => occupiedBy(latest.current),
      fit: fitWhenDrawn,
      seenPart() {
        const [whole, part] = [boundsOf(latest.current.nodes.map(({ box }) => box)), seen()];
        const isInView =
          !whole ||
          (whole.x >= part.x &&
            whole.y >= part.y &&
            whole.x + whole.width <= part.x + part.width &&
            whole.y + whole.height <= part.y + part.height);
        return isInView ? null : { ...port.centre(), zoom: flow.getZoom() };
      },
      frame(reference) {
        const box = boxOf(latest.current, reference);
        const viewport = fitted(box);
        if (box && viewport) void flow.setViewport(viewport, { duration: 160 });
      },
      zoomBy(factor) {
        // A key that is pressed again before the zoom has got there goes on from where it leads.
        const now = performance.now();
        aim = { zoom: (now < aim.until ? aim.zoom : flow.getZoom()) * factor, until: now + ZOOM_MILLISECONDS };
        void flow.zoomTo(aim.zoom, { duration: ZOOM_MILLISECONDS });
      },
      zoomTo: (zoom) => void flow.zoomTo(zoom, { duration: 120 }),
      show(reference) {
        requestAnimationFrame(() => {
          const box = boxOf(latest.current, reference);
          if (!box || overlaps(shrunk(seen()), box)) return;
          const whole = fitted();
          // Everything at once, where it can still be read; else the object in the middle.
          if (whole && whole.zoom >= Math.min(0.6, flow.getZoom())) void flow.setViewport(whole, { duration: 160 });
          else
            void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom: flow.getZoom(), duration: 160 });
        });
      },
      focus(reference) {
        focusWhenShown(() => {
          const { domNode } = store.getState();
          const id =
            reference.kind === "peering" || reference.kind === "cable"
              ? `${reference.kind} ${reference.id}`
              : reference.id;
          // Where it is not an element of the page, it becomes one.
          bringIn(id);
          return domNode?.querySelector<HTMLElement | SVGElement>(`[data-id="${CSS.escape(id)}"]`);
        });
      },
    };
    const takeBack = workbench.lendCanvas(port);
    // What was in view as a whole stays so in a smaller window, and what was fitted grows with a larger one; whoever looked at a part goes
    // on looking at it.
    const onResize = () => {
      if (isAsFitted()) afterDrawing(fit);
      else if (port.seenPart() === null) afterDrawing(() => port.seenPart() !== null && fit());
    };
    window.addEventListener("resize", onResize);
    const { opensAt } = workbench.view.getState();
    if (opensAt) {
      afterDrawing(() => void flow.setCenter(opensAt.x, opensAt.y, opensAt));
    } else port.fit();
    return () => {
      window.removeEventListener("resize", onResize);
      stopWaiting();
      takeBack();
    };
  }, [workbench, flow, store, bringIn, latest]);
}

/** The design's next picture is on the page in the frame after the next one. */
function afterDrawing(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(run));
}

/** All objects, and small squares along the lines of the peerings with a larger one for the label. */
function occupiedBy({ nodes, peerings }: Scene): readonly Rectangle[] {
  const lines = peerings.flatMap(({ fromBox, toBox, lane, lanes, labelAt }) => {
    const { at } = course(fromBox, toBox, lane, lanes);
    const label = at(labelAt.share);
    const squares = [0.15, 0.3, 0.5, 0.7, 0.85].map((share) => squareAt(at(share)));
    return [{ x: label.x - 100, y: label.y - 14, width: 200, height: 28 }, ...squares];
  });
  return [...nodes.map(({ box }) => box), ...lines];
}

function squareAt({ x, y }: Position): Rectangle {
  return { x: x - 5, y: y - 5, width: 10, height: 10 };
}

function boxOf(scene: Scene, reference: ObjectReference): Rectangle | null {
  const line =
    scene.peerings.find(({ id }) => reference.kind === "peering" && id === reference.id) ??
    scene.cables.find(({ id }) => reference.kind === "cable" && id === reference.id);
  if (line) return boundsOf([line.fromBox, line.toBox]);
  return scene.nodes.find(({ id }) => id === reference.id)?.box ?? null;
}

/** What is only just inside the frame is not in view. */
function shrunk({ x, y, width, height }: Rectangle): Rectangle {
  return { x: x + width * 0.08, y: y + height * 0.08, width: width * 0.84, height: height * 0.84 };
}

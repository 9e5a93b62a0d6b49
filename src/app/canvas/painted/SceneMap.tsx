import { useEffect, useRef, type PointerEvent } from "react";
import { useReactFlow, useStoreApi } from "@xyflow/react";
import { boundsOf, type Rectangle } from "../geometry.ts";
import type { Scene } from "../scene.ts";
import { coloursOf } from "./colours.ts";
import { paintMarks } from "./paintMarks.ts";
import "./painted.css";

const SIZE = { width: 200, height: 150 } as const;
const NOTHING: ReadonlySet<string> = new Set();

/** The minimap of a drawing that is painted: React Flow's own knows only what it was given. A press or drag on it goes there. */
export function SceneMap({ scene }: { readonly scene: Scene }) {
  const store = useStoreApi();
  const flow = useReactFlow();
  const canvas = useRef<HTMLCanvasElement>(null);
  const whole = useRef<Rectangle>({ x: 0, y: 0, width: 1, height: 1 });

  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!canvas.current || !context) return;
    const { width, height } = SIZE;
    const bounds = boundsOf(scene.nodes.map(({ box }) => box)) ?? { x: 0, y: 0, width: 1, height: 1 };
    const zoom = Math.min(width / bounds.width, height / bounds.height) * 0.9;
    const shown = {
      x: bounds.x + bounds.width / 2 - width / zoom / 2,
      y: bounds.y + bounds.height / 2 - height / zoom / 2,
      width: width / zoom,
      height: height / zoom,
    };
    whole.current = shown;
    const ratio = window.devicePixelRatio;
    [canvas.current.width, canvas.current.height] = [width * ratio, height * ratio];
    const place = () =>
      context.setTransform(ratio * zoom, 0, 0, ratio * zoom, -shown.x * ratio * zoom, -shown.y * ratio * zoom);
    const colours = coloursOf(canvas.current);
    // What stands there is painted once; what is seen of it changes with every frame of a pan.
    const objects = document.createElement("canvas");
    [objects.width, objects.height] = [canvas.current.width, canvas.current.height];
    place();
    const marks = paintMarks({ context, colours, zoom, seen: shown }, scene.nodes, NOTHING);
    while (!marks.next().done);
    objects.getContext("2d")?.drawImage(canvas.current, 0, 0);
    let frame = 0;
    const paint = () => {
      frame = 0;
      const { transform, width: wide, height: high } = store.getState();
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, objects.width, objects.height);
      context.drawImage(objects, 0, 0);
      place();
      context.strokeStyle = colours.selection;
      context.lineWidth = 1.5 / zoom;
      context.strokeRect(
        -transform[0] / transform[2],
        -transform[1] / transform[2],
        wide / transform[2],
        high / transform[2],
      );
    };
    paint();
    const stop = store.subscribe((now, before) => {
      if (now.transform !== before.transform && frame === 0) frame = requestAnimationFrame(paint);
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [scene, store]);

  const goThere = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.buttons !== 1) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const { x, y, width, height } = whole.current;
    void flow.setCenter(
      x + ((event.clientX - left) / SIZE.width) * width,
      y + ((event.clientY - top) / SIZE.height) * height,
      { zoom: flow.getZoom() },
    );
  };
  return (
    <canvas
      ref={canvas}
      className="scene-map"
      role="img"
      aria-label="Minimap"
      style={SIZE}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goThere(event);
      }}
      onPointerMove={goThere}
    />
  );
}

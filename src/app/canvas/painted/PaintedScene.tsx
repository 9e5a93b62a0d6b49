import { useEffect, useLayoutEffect, useRef } from "react";
import { useStoreApi } from "@xyflow/react";
import type { Scene } from "../scene.ts";
import { coloursOf, type Colours } from "./colours.ts";
import { iconPaths, IconSource, type IconPaths } from "./icons.tsx";
import { createBackdrop } from "./backdrop.ts";
import "./painted.css";

export interface PaintedSceneProps {
  readonly scene: Scene;
  /** What React Flow draws; it is not painted as well. */
  readonly fed: Scene;
  readonly selected: ReadonlySet<string>;
  readonly farZoom: number;
}

/** A picture is painted anew when it has been at rest for this long. */
const REST_MILLISECONDS = 150;

/**
 * Everything that React Flow is not given, painted below it. It follows the viewport without React: a pan or zoom is one painted frame,
 * and renders nothing.
 */
export function PaintedScene(props: PaintedSceneProps) {
  const store = useStoreApi();
  const canvas = useRef<HTMLCanvasElement>(null);
  const spare = useRef<HTMLCanvasElement>(null);
  const upper = useRef<HTMLCanvasElement>(null);
  const source = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  const repaint = useRef<() => void>(() => undefined);

  useEffect(() => {
    const element = canvas.current;
    if (!element || !spare.current || !upper.current || !source.current) return;
    const icons: IconPaths = iconPaths(source.current);
    let colours: Colours = coloursOf(element);
    let frame = 0;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const paint = () => {
      frame = 0;
      clearTimeout(rest);
      const { width, height, transform } = store.getState();
      const ratio = window.devicePixelRatio;
      const view = { ...latest.current, transform, width, height, ratio };
      if (backdrop.paint({ colours, icons }, view)) return;
      rest = setTimeout(() => {
        backdrop.renew();
        schedule();
      }, REST_MILLISECONDS);
    };
    const schedule = () => {
      if (frame === 0) frame = requestAnimationFrame(paint);
    };
    const backdrop = createBackdrop([element, spare.current], upper.current, schedule);
    repaint.current = schedule;
    const stopViewport = store.subscribe((now, before) => {
      if (now.transform !== before.transform || now.width !== before.width || now.height !== before.height) schedule();
    });
    // The theme is an attribute of the page.
    const themes = new MutationObserver(() => {
      colours = coloursOf(element);
      schedule();
    });
    themes.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    paint();
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(rest);
      backdrop.stop();
      stopViewport();
      themes.disconnect();
    };
  }, [store]);
  // Before the frame in which React Flow's elements appear or go, so that nothing is missing in any frame.
  useLayoutEffect(() => {
    latest.current = props;
    repaint.current();
  });

  return (
    <>
      <canvas ref={canvas} className="painted-scene" aria-hidden />
      <canvas ref={spare} className="painted-scene" hidden aria-hidden />
      <canvas ref={upper} className="painted-scene" aria-hidden />
      <div ref={source} hidden>
        <IconSource />
      </div>
    </>
  );
}

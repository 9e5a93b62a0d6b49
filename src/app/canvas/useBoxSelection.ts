import { useEffect, useRef } from "react";
import { useStoreApi } from "@xyflow/react";
import type { ObjectReference } from "../../store/viewStore.ts";
import type { Rectangle } from "./geometry.ts";
import type { Scene } from "./scene.ts";

/**
 * What the box that was drawn holds, to be asked for when it is let go. React Flow knows only what it was given; the scene knows what
 * else stands there.
 */
export function useBoxSelection(): (scene: Scene) => readonly ObjectReference[] {
  const store = useStoreApi();
  const last = useRef<Rectangle | null>(null);
  useEffect(
    () =>
      store.subscribe(({ userSelectionRect: drawn, transform: [x, y, zoom] }, before) => {
        // While the pan at the border goes on, the box is older than the viewport until React Flow has moved it as well.
        if (!drawn || drawn === before.userSelectionRect) return;
        last.current = {
          x: (drawn.x - x) / zoom,
          y: (drawn.y - y) / zoom,
          width: drawn.width / zoom,
          height: drawn.height / zoom,
        };
      }),
    [store],
  );
  return (scene) => (last.current ? objectsWithin(scene, last.current) : []);
}

/** The objects that stand wholly in a rectangle. */
export function objectsWithin(scene: Scene, { x, y, width, height }: Rectangle): readonly ObjectReference[] {
  return scene.nodes.flatMap(({ box, reference }) => {
    const isInside = box.x >= x && box.y >= y && box.x + box.width <= x + width && box.y + box.height <= y + height;
    return isInside && reference ? [reference] : [];
  });
}

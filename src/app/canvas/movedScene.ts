import type { Rectangle } from "./geometry.ts";
import { OUTSIDE, type Moved, type Scene } from "./scene.ts";

/** The scene with what is being dragged where it is now. All else is the same as before, so that nothing else is drawn anew. */
export function movedScene(scene: Scene, moved: Moved): Scene {
  if (moved.size === 0) return scene;
  const boxes = new Map<string, Rectangle>();
  const shifts = new Map<string, { readonly x: number; readonly y: number }>();
  for (const { id, box } of scene.nodes) {
    const to = moved.get(id);
    if (!to) continue;
    boxes.set(id, { ...box, x: to.x, y: to.y });
    shifts.set(id, { x: to.x - box.x, y: to.y - box.y });
  }
  // The far end that nobody answers has no place of its own: it goes along with the router that names it.
  for (const { from, to, toBox } of scene.peerings) {
    const shift = to.startsWith(OUTSIDE) ? shifts.get(from) : undefined;
    if (shift) boxes.set(to, { ...toBox, x: toBox.x + shift.x, y: toBox.y + shift.y });
  }
  const line = <T extends { from: string; to: string; fromBox: Rectangle; toBox: Rectangle }>(one: T): T => {
    const [fromBox, toBox] = [boxes.get(one.from), boxes.get(one.to)];
    return fromBox || toBox ? { ...one, fromBox: fromBox ?? one.fromBox, toBox: toBox ?? one.toBox } : one;
  };
  return {
    nodes: scene.nodes.map((node) => {
      const box = boxes.get(node.id);
      return box ? { ...node, box } : node;
    }),
    peerings: scene.peerings.map(line),
    cables: scene.cables.map(line),
  };
}

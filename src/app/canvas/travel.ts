import type { Position } from "../../core/index.ts";
import { centre } from "./geometry.ts";
import type { Scene, SceneNode } from "./scene.ts";

/**
 * The object that a step from another one in a direction leads to: the nearest within a quarter turn, where what lies to the side counts
 * double. Undefined at the border of the drawing.
 */
export function neighbourOf(scene: Scene, id: string, direction: Position): SceneNode | undefined {
  const from = scene.nodes.find((node) => node.id === id);
  if (!from) return undefined;
  const start = centre(from.box);
  let nearest: { readonly node: SceneNode; readonly distance: number } | undefined;
  for (const node of scene.nodes) {
    if (node === from || node.reference === null) continue;
    const { x, y } = centre(node.box);
    const along = (x - start.x) * direction.x + (y - start.y) * direction.y;
    const aside = Math.abs((x - start.x) * direction.y) + Math.abs((y - start.y) * direction.x);
    if (along <= 0 || aside > along) continue;
    const distance = along + 2 * aside;
    if (distance < (nearest?.distance ?? Infinity)) nearest = { node, distance };
  }
  return nearest?.node;
}

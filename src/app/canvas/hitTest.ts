import type { Position } from "../../core/index.ts";
import { contains, course } from "./geometry.ts";
import type { Scene } from "./scene.ts";

/** Half of how wide a line is to the pointer, in pixels of the screen. */
const REACH = 8;

/** What is at a point of the canvas, by its id in React Flow: the topmost object, else the nearest line; null for the bare canvas. */
export function elementAt(scene: Scene, at: Position, zoom: number): string | null {
  for (let index = scene.nodes.length - 1; index >= 0; index -= 1) {
    const node = scene.nodes[index];
    if (node && contains(node.box, at)) return node.id;
  }
  const reach = REACH / zoom;
  let nearest: { readonly id: string; readonly distance: number } | null = null;
  for (const { id, fromBox, toBox, lane, lanes } of scene.peerings) {
    if (!nearBox(fromBox, toBox, at, reach + (lanes - 1) * 30)) continue;
    const { at: along } = course(fromBox, toBox, lane, lanes);
    const distance = distanceToLine(along, lanes === 1 ? 1 : 12, at);
    if (distance <= reach && distance < (nearest?.distance ?? Infinity)) nearest = { id: `peering ${id}`, distance };
  }
  if (nearest) return nearest.id;
  for (const { id, fromBox, toBox } of scene.cables) {
    if (!nearBox(fromBox, toBox, at, reach)) continue;
    const distance = distanceToLine(course(fromBox, toBox, 0, 1).at, 1, at);
    if (distance <= reach && distance < (nearest?.distance ?? Infinity)) nearest = { id: `cable ${id}`, distance };
  }
  return nearest?.id ?? null;
}

interface Box extends Position {
  readonly width: number;
  readonly height: number;
}

function nearBox(one: Box, other: Box, { x, y }: Position, by: number): boolean {
  return (
    x >= Math.min(one.x, other.x) - by &&
    y >= Math.min(one.y, other.y) - by &&
    x <= Math.max(one.x + one.width, other.x + other.width) + by &&
    y <= Math.max(one.y + one.height, other.y + other.height) + by
  );
}

function distanceToLine(along: (share: number) => Position, pieces: number, at: Position): number {
  let least = Infinity;
  let start = along(0);
  for (let piece = 1; piece <= pieces; piece += 1) {
    const end = along(piece / pieces);
    least = Math.min(least, distanceToSegment(start, end, at));
    start = end;
  }
  return least;
}

function distanceToSegment(a: Position, b: Position, at: Position): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.max(0, Math.min(1, ((at.x - a.x) * dx + (at.y - a.y) * dy) / square));
  return Math.hypot(at.x - a.x - dx * share, at.y - a.y - dy * share);
}

import { overlaps, type Rectangle } from "./geometry.ts";
import type { Scene } from "./scene.ts";

/**
 * What React Flow is given of a scene. Up to a certain size that is all of it. Above that it is only what stands near the viewport,
 * where that is little enough to be handled one by one; the rest is painted (`painted/`), and becomes an element when it is pointed
 * at, has the focus or is selected.
 */

/** What React Flow's part of the page may come to, in elements; the frame around it has some hundred more. */
const MOST_ELEMENTS = 1350;
/** About how many elements one of each is drawn with. */
const NODE_ELEMENTS = 22;
const PEERING_ELEMENTS = 10;
const CABLE_ELEMENTS = 6;
/** More objects than this at once are looked at, not handled. */
const MOST_NODES = 48;
/** How much of what is seen is fed beyond each edge, as a share of its size. */
const MARGIN = 0.15;

/** Whether React Flow can take the whole scene. */
export function fitsWhole({ nodes, peerings, cables }: Scene): boolean {
  return (
    nodes.length * NODE_ELEMENTS + peerings.length * PEERING_ELEMENTS + cables.length * CABLE_ELEMENTS <= MOST_ELEMENTS
  );
}

/** The ids, as React Flow has them, of what has to be an element wherever it stands. */
export type Kept = ReadonlySet<string>;

/** The part of a scene that stands in a window of the canvas, with what is kept. */
export function feedOf(scene: Scene, around: Rectangle, kept: Kept): Scene {
  const ends = new Set<string>();
  for (const { id, from, to } of scene.peerings) if (kept.has(`peering ${id}`)) ends.add(from).add(to);
  for (const { id, from, to } of scene.cables) if (kept.has(`cable ${id}`)) ends.add(from).add(to);
  const near = scene.nodes.filter(({ box }) => overlaps(box, around));
  const few = near.length <= MOST_NODES;
  const fed = new Set(few ? near.map(({ id }) => id) : []);
  const nodes = scene.nodes.filter(({ id }) => fed.has(id) || kept.has(id) || ends.has(id));
  for (const { id } of nodes) fed.add(id);
  let room = MOST_ELEMENTS - nodes.length * NODE_ELEMENTS;
  const lines = <T extends { id: string; from: string; to: string }>(all: readonly T[], kind: string, cost: number) =>
    all.filter(({ id, from, to }) => {
      if (!fed.has(from) || !fed.has(to)) return false;
      if (kept.has(`${kind} ${id}`)) return true;
      room -= cost;
      return few && room >= 0;
    });
  const peerings = lines(scene.peerings, "peering", PEERING_ELEMENTS);
  return { nodes, peerings, cables: lines(scene.cables, "cable", CABLE_ELEMENTS) };
}

/**
 * The window around what is seen, snapped to a grid whose step follows the zoom: while a pan stays within a step, it is the same window,
 * and nothing is rendered. As text, so that it can be compared.
 */
export function windowAround(transform: readonly [number, number, number], width: number, height: number): string {
  const [x, y, zoom] = transform;
  // About 256 pixels of the screen.
  const step = 256 * 2 ** Math.round(-Math.log2(zoom));
  const [marginX, marginY] = [(width / zoom) * MARGIN, (height / zoom) * MARGIN];
  const left = Math.floor((-x / zoom - marginX) / step) * step;
  const top = Math.floor((-y / zoom - marginY) / step) * step;
  const right = Math.ceil(((width - x) / zoom + marginX) / step) * step;
  const bottom = Math.ceil(((height - y) / zoom + marginY) / step) * step;
  return [left, top, right - left, bottom - top].join(" ");
}

export function windowRectangle(text: string): Rectangle {
  const [x = 0, y = 0, width = 0, height = 0] = text.split(" ").map(Number);
  return { x, y, width, height };
}

import type { Position } from "../../core/index.ts";
import type { ObjectReference } from "../../store/viewStore.ts";
import { centre } from "./geometry.ts";
import type { PeeringLine, Scene, SceneNode } from "./scene.ts";

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

/** The end of a tunnel that lies in a direction; undefined where it runs across, or where that end is nobody's. */
export function endTowards(scene: Scene, peering: string, direction: Position): SceneNode | undefined {
  const line = scene.peerings.find(({ id }) => id === peering);
  if (!line) return undefined;
  const [from, to] = [centre(line.fromBox), centre(line.toBox)];
  const along = (to.x - from.x) * direction.x + (to.y - from.y) * direction.y;
  const id = along > 0 ? line.to : line.from;
  const node = along === 0 ? undefined : scene.nodes.find((one) => one.id === id);
  return node?.reference ? node : undefined;
}

/**
 * The tunnel that comes after what has the focus: the first one of a router, from the top clockwise, or the one after a tunnel among
 * those of the router that it was come to from.
 */
export function nextTunnel(
  scene: Scene,
  focused: ObjectReference,
  router: string | null,
  backwards: boolean,
): PeeringLine | undefined {
  const line = scene.peerings.find(({ id }) => focused.kind === "peering" && id === focused.id);
  const hub = line ? (router === line.to ? line.to : line.from) : focused.id;
  const lines = scene.peerings
    .filter(({ from, to }) => from === hub || to === hub)
    .map((one) => ({ one, turn: turnOf(one, hub) }))
    .sort((a, b) => a.turn - b.turn || a.one.lane - b.one.lane)
    .map(({ one }) => one);
  const last = lines.length - 1;
  const at = line ? lines.indexOf(line) : -1;
  if (backwards) return lines[at <= 0 ? last : at - 1];
  return lines[at === last ? 0 : at + 1];
}

/** In which direction a line leaves one of its ends: 0 is up, and it grows clockwise to a full turn. */
function turnOf({ from, fromBox, toBox }: PeeringLine, hub: string): number {
  const [near, far] = from === hub ? [centre(fromBox), centre(toBox)] : [centre(toBox), centre(fromBox)];
  const angle = Math.atan2(far.x - near.x, near.y - far.y);
  return angle < 0 ? angle + 2 * Math.PI : angle;
}

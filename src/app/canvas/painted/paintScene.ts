import { overlaps, type Rectangle } from "../geometry.ts";
import type { Cable, PeeringLine, Scene, SceneNode } from "../scene.ts";
import type { Brush } from "./brush.ts";
import { paintCables, paintLabels, paintPeerings } from "./paintLines.ts";
import { MARK_ZOOM, paintMarks } from "./paintMarks.ts";
import { paintNode } from "./paintNode.ts";

/** What is to be painted, and from where it is looked at. */
export interface View {
  readonly scene: Scene;
  /** What is not to be painted: somebody else draws it. */
  readonly leftOut: ReadonlySet<unknown>;
  /** The ids of what is selected, as React Flow has them. */
  readonly selected: ReadonlySet<string>;
  /** Below this zoom everything is drawn without words. */
  readonly farZoom: number;
  readonly transform: readonly [number, number, number];
  readonly width: number;
  readonly height: number;
  /** Pixels of the device for one of the page. */
  readonly ratio: number;
}

/** The distance between the dots of the bare canvas. */
const DOTS = 20;

/** What everything is painted with, wherever it is looked at from. */
export type Paints = Pick<Brush, "context" | "colours" | "icons">;

/** Paints the part of a scene that is seen, pausing after each small part of it, since much of it takes longer than a frame lasts. */
export function* paintScene(paints: Paints, view: View): Generator<undefined, void> {
  const { context } = paints;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  yield* painting(paints, view, true);
}

/** Paints the part of a scene that is seen upon what is there already. */
export function paintOver(paints: Paints, view: View): void {
  const steps = painting(paints, view, false);
  while (!steps.next().done);
}

function* painting({ context, colours, icons }: Paints, view: View, withDots: boolean): Generator<undefined, void> {
  const { scene, leftOut: drawn, selected, farZoom, transform, width, height, ratio } = view;
  const [x, y, zoom] = transform;
  context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * x, ratio * y);
  context.textBaseline = "middle";
  context.textAlign = "left";
  const seen: Rectangle = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
  const brush: Brush = { context, colours, icons, zoom, seen };
  const far = zoom < farZoom;

  if (withDots) paintDots(brush);
  const cables = scene.cables.filter((cable) => !drawn.has(cable) && isSeen(seen, cable));
  yield* paintCables(brush, cables, ({ id }) => selected.has(`cable ${id}`));
  const peerings = scene.peerings.filter((line) => !drawn.has(line) && isSeen(seen, line));
  yield* paintPeerings(brush, peerings, ({ id }) => selected.has(`peering ${id}`));
  if (!far) yield* paintLabels(brush, peerings, cables);
  const nodes = scene.nodes.filter((node) => !drawn.has(node) && isSeen(seen, node));
  if (zoom < MARK_ZOOM) {
    yield* paintMarks(brush, nodes, selected);
    return;
  }
  for (const node of nodes) {
    paintNode(brush, node, selected.has(node.id), far);
    yield;
  }
}

/** Whether a part of a scene may be in what is seen. */
export function isSeen(seen: Rectangle, part: SceneNode | PeeringLine | Cable): boolean {
  if ("box" in part) return overlaps(seen, part.box);
  return touches(seen, part.fromBox, part.toBox, "lanes" in part ? (part.lanes - 1) * 60 : 0);
}

function touches(seen: Rectangle, one: Rectangle, other: Rectangle, bend: number): boolean {
  const left = Math.min(one.x, other.x) - bend;
  const top = Math.min(one.y, other.y) - bend;
  return (
    left < seen.x + seen.width &&
    top < seen.y + seen.height &&
    Math.max(one.x + one.width, other.x + other.width) + bend > seen.x &&
    Math.max(one.y + one.height, other.y + other.height) + bend > seen.y
  );
}

function paintDots({ context, colours, zoom, seen }: Brush): void {
  // Smaller than this they are no dots.
  if (zoom < 0.3) return;
  const gap = DOTS;
  const size = 1.4;
  context.fillStyle = colours.dot;
  const [left, top] = [Math.floor(seen.x / gap) * gap, Math.floor(seen.y / gap) * gap];
  context.beginPath();
  for (let y = top; y < seen.y + seen.height; y += gap) {
    for (let x = left; x < seen.x + seen.width; x += gap) context.rect(x - size / 2, y - size / 2, size, size);
  }
  context.fill();
}

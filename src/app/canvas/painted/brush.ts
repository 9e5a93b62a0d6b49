import type { PeeringStatus } from "../../../core/index.ts";
import { STATUS_SHAPES } from "../StatusIcon.tsx";
import type { Rectangle } from "../geometry.ts";
import type { Colours } from "./colours.ts";
import type { IconPaths } from "./icons.tsx";

/** What everything is painted with: a canvas in the drawing's own pixels, and the theme. */
export interface Brush {
  readonly context: CanvasRenderingContext2D;
  readonly colours: Colours;
  readonly icons: IconPaths;
  readonly zoom: number;
  /** What is seen, in the drawing's own pixels. */
  readonly seen: Rectangle;
}

const statusPaths = new Map<PeeringStatus, Path2D>();

/** The sign of a status, `size` wide, with its upper left corner at a point. */
export function paintStatus({ context }: Brush, status: PeeringStatus, x: number, y: number, size: number): void {
  let path = statusPaths.get(status);
  if (!path) statusPaths.set(status, (path = new Path2D(STATUS_SHAPES[status])));
  paintShape(context, path, x, y, size / 14, 2);
}

/** A path in the colour that is set, scaled, with its origin at a point. `width` is of its lines, in its own units. */
export function paintShape(
  context: CanvasRenderingContext2D,
  path: Path2D,
  x: number,
  y: number,
  scale: number,
  width: number,
): void {
  context.save();
  context.translate(x, y);
  context.scale(scale, scale);
  context.lineWidth = width;
  context.lineCap = "round";
  context.lineJoin = "round";
  context.stroke(path);
  context.restore();
}

export function roundedBox(context: CanvasRenderingContext2D, box: Rectangle, radius: number): void {
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, Math.min(radius, box.height / 2, box.width / 2));
}

/** A text that ends in dots where it is wider than its room, as the page's own do. */
export function paintText(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  room = Infinity,
): number {
  let shown = text;
  let { width } = context.measureText(shown);
  while (width > room && shown.length > 1) {
    shown = `${shown.replace(/…$/, "").slice(0, -1)}…`;
    ({ width } = context.measureText(shown));
  }
  context.fillText(shown, x, y);
  return width;
}

import type { PeeringStatus } from "../../../core/index.ts";
import { cableLabelPlace } from "../cableLabelPlace.ts";
import { arrowHead, course, overlaps, type Course, type Rectangle } from "../geometry.ts";
import { lineWidth } from "../lineWidth.ts";
import { ICON_ROOM, peeringLabelBox } from "../peeringLabelBox.ts";
import type { Cable, PeeringLine } from "../scene.ts";
import { paintStatus, roundedBox, type Brush } from "./brush.ts";
import { clipped } from "./clip.ts";

/** So many segments make one stroke: with more of them, rasterising the whole path costs more than the calls. */
const SEGMENTS_IN_A_STROKE = 16;
/** A line never gets thinner on the screen than this, in pixels. */
const THINNEST = 0.6;
/** Dashes of very long lines are what takes most time, and can't be seen from far away. */
const DASH_ZOOM = 0.3;

const DASHES: Readonly<Partial<Record<PeeringStatus, readonly number[]>>> = {
  partial: [16, 5],
  broken: [7, 6],
  unknown: [2, 6],
};

const courses = new WeakMap<PeeringLine | Cable, Course>();

/** The course of a line, remembered for as long as the line is the same. */
function courseOf(line: PeeringLine | Cable): Course {
  let way = courses.get(line);
  if (!way) {
    way =
      "lane" in line ? course(line.fromBox, line.toBox, line.lane, line.lanes) : course(line.fromBox, line.toBox, 0, 1);
    courses.set(line, way);
  }
  return way;
}

/** The cables, all in one colour. */
export function* paintCables(
  brush: Brush,
  cables: readonly Cable[],
  isSelected: (cable: Cable) => boolean,
): Generator<undefined, void> {
  const { context, colours } = brush;
  yield* strokeAll(
    brush,
    cables.filter((cable) => !isSelected(cable)),
    colours.cable,
    1.5,
    [],
  );
  yield* strokeAll(brush, cables.filter(isSelected), colours.selection, 2.5, []);
  context.setLineDash([]);
}

/** The lines of the peerings, worst last, so that what is broken is seen. */
export function* paintPeerings(
  brush: Brush,
  peerings: readonly PeeringLine[],
  isSelected: (line: PeeringLine) => boolean,
): Generator<undefined, void> {
  const { context, colours, zoom } = brush;
  const groups = new Map<PeeringStatus, PeeringLine[]>(ORDER.map((status) => [status, []]));
  for (const line of peerings) groups.get(looksOf(line))?.push(line);
  const selected = peerings.filter(isSelected);
  if (selected.length > 0) {
    context.globalAlpha = 0.26;
    for (const line of selected) yield* strokeAll(brush, [line], colours.status[looksOf(line)].line, 10, []);
    context.globalAlpha = 1;
  }
  for (const [status, lines] of groups) {
    const dash = zoom >= DASH_ZOOM ? (DASHES[status] ?? []) : [];
    const widths = new Set(lines.map(lineWidth));
    for (const width of widths) {
      const ofWidth = widths.size === 1 ? lines : lines.filter((line) => lineWidth(line) === width);
      yield* strokeAll(brush, ofWidth, colours.status[status].line, width, dash);
    }
  }
  context.setLineDash([]);
}

/** The arrow heads and the labels, which stand on the lines. */
export function* paintLabels(
  brush: Brush,
  peerings: readonly PeeringLine[],
  cables: readonly Cable[],
): Generator<undefined, void> {
  const { context, colours, seen } = brush;
  context.font = `400 10.5px ${colours.font}`;
  for (const cable of cables) {
    if (cable.interface === "") continue;
    const place = cableLabelPlace(courseOf(cable), cable.labelSpot);
    if (!overlaps(seen, { x: place.x - 60, y: place.y - 8, width: 120, height: 16 })) continue;
    context.textAlign = place.anchor === "start" ? "left" : "right";
    context.strokeStyle = colours.canvas;
    context.lineWidth = 4;
    context.lineJoin = "round";
    context.strokeText(cable.interface, place.x, place.y);
    context.fillStyle = colours.faint;
    context.fillText(cable.interface, place.x, place.y);
    yield;
  }
  context.textAlign = "left";
  for (const line of peerings) {
    const way = courseOf(line);
    const tone = colours.status[looksOf(line)];
    if (line.direction === "a-to-b" || line.direction === "b-to-a") {
      const isThere = line.direction === "a-to-b";
      const [tip, direction] = isThere ? [way.end, way.endDirection] : [way.start, way.startDirection];
      context.fillStyle = tone.line;
      context.fill(new Path2D(arrowHead(tip, direction, 13)));
    }
    const label = peeringLabelBox(line, way);
    if (!overlaps(seen, label)) continue;
    yield;
    roundedBox(context, label, label.height / 2);
    context.fillStyle = colours.raised;
    context.fill();
    context.strokeStyle = tone.line;
    context.lineWidth = 1.25;
    context.stroke();
    paintStatus(brush, line.status, label.x + (label.isShort ? 5 : 8), label.y + 5, 14);
    if (label.isShort) continue;
    context.font = `600 12px ${colours.font}`;
    context.fillStyle = tone.line;
    context.fillText(label.words, label.x + ICON_ROOM, label.y + label.height / 2 + 0.5);
  }
}

const ORDER: readonly PeeringStatus[] = ["agreed", "unknown", "one-way", "partial", "broken"];

function looksOf({ byDesign, status }: PeeringLine): PeeringStatus {
  return byDesign ? "agreed" : status;
}

function* strokeAll(
  { context, seen, zoom }: Brush,
  lines: readonly (PeeringLine | Cable)[],
  colour: string,
  width: number,
  dash: readonly number[],
): Generator<undefined, void> {
  context.strokeStyle = colour;
  context.lineWidth = Math.max(width, THINNEST / zoom);
  context.lineCap = dash.length > 0 && dash[0] === 2 ? "round" : "butt";
  context.setLineDash([...dash]);
  let waiting = 0;
  context.beginPath();
  for (const line of lines) {
    const { start, end, control } = courseOf(line);
    if (control) {
      if (!overlaps(seen, around(start, end, control))) continue;
      context.moveTo(start.x, start.y);
      context.quadraticCurveTo(control.x, control.y, end.x, end.y);
    } else {
      const piece = clipped(start, end, seen);
      if (!piece) continue;
      context.moveTo(piece[0].x, piece[0].y);
      context.lineTo(piece[1].x, piece[1].y);
    }
    waiting += 1;
    if (waiting < SEGMENTS_IN_A_STROKE) continue;
    context.stroke();
    yield;
    context.beginPath();
    waiting = 0;
  }
  if (waiting > 0) context.stroke();
}

function around(...points: readonly { readonly x: number; readonly y: number }[]): Rectangle {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x + 1, height: Math.max(...ys) - y + 1 };
}

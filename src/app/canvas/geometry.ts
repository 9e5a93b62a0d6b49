import type { Position } from "../../core/index.ts";

/** A rectangle on the canvas, in pixels at zoom 1. */
export interface Rectangle extends Position {
  readonly width: number;
  readonly height: number;
}

/** A line from the border of one object to the border of another, bent when it shares its ends with others. */
export interface Course {
  /** An SVG path of one segment: software rendering pays for every further one. */
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
  /** The point that bends it, as in a quadratic curve; null where it is straight. */
  readonly control: Position | null;
  /** A point of the line: 0 is its start, 1 its end. */
  readonly at: (share: number) => Position;
  /** The direction in which it arrives at its end and leaves its start, as unit vectors pointing out of the line. */
  readonly endDirection: Position;
  readonly startDirection: Position;
}

/** How far parallel tunnels stand apart in their middle, in pixels: their labels must not touch. */
const LANE_GAP = 56;

/** The course of a line between two objects in one of several lanes; lane 0 of 1 is straight. */
export function course(from: Rectangle, to: Rectangle, lane: number, lanes: number): Course {
  const [a, b] = [centre(from), centre(to)];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const offset = (lane - (lanes - 1) / 2) * LANE_GAP;
  // The control point of a quadratic curve pulls its middle half as far as it stands away.
  const control = {
    x: (a.x + b.x) / 2 - (dy / length) * offset * 2,
    y: (a.y + b.y) / 2 + (dx / length) * offset * 2,
  };
  const start = borderPoint(from, offset === 0 ? b : control);
  const end = borderPoint(to, offset === 0 ? a : control);
  const bend = offset === 0 ? between(start, end, 0.5) : control;
  return {
    path: offset === 0 ? `M${point(start)} L${point(end)}` : `M${point(start)} Q${point(bend)} ${point(end)}`,
    start,
    end,
    control: offset === 0 ? null : control,
    at: (share) => (offset === 0 ? between(start, end, share) : quadratic(start, bend, end, share)),
    startDirection: unit(bend, start),
    endDirection: unit(bend, end),
  };
}

/** Where a line from the middle of a rectangle towards a point crosses its border. */
export function borderPoint(rectangle: Rectangle, towards: Position): Position {
  const middle = centre(rectangle);
  const [dx, dy] = [towards.x - middle.x, towards.y - middle.y];
  if (dx === 0 && dy === 0) return middle;
  const scale = Math.min(
    dx === 0 ? Infinity : rectangle.width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : rectangle.height / 2 / Math.abs(dy),
  );
  return { x: middle.x + dx * scale, y: middle.y + dy * scale };
}

/** A triangle with its tip at a point, as an SVG path. */
export function arrowHead(tip: Position, direction: Position, size: number): string {
  const base = { x: tip.x - direction.x * size, y: tip.y - direction.y * size };
  const half = size * 0.55;
  const left = { x: base.x - direction.y * half, y: base.y + direction.x * half };
  const right = { x: base.x + direction.y * half, y: base.y - direction.x * half };
  return `M${point(tip)} L${point(left)} L${point(right)} Z`;
}

export function centre(rectangle: Rectangle): Position {
  return { x: rectangle.x + rectangle.width / 2, y: rectangle.y + rectangle.height / 2 };
}

export function contains(rectangle: Rectangle, at: Position): boolean {
  return (
    at.x >= rectangle.x &&
    at.x <= rectangle.x + rectangle.width &&
    at.y >= rectangle.y &&
    at.y <= rectangle.y + rectangle.height
  );
}

export function overlaps(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** Into how many pieces a bent line is taken apart. */
const PIECES = 12;

/** Whether a line passes through a rectangle. */
export function passesThrough({ at, control }: Course, rectangle: Rectangle): boolean {
  const pieces = control ? PIECES : 1;
  return Array.from({ length: pieces }).some((_, piece) =>
    segmentMeets(at(piece / pieces), at((piece + 1) / pieces), rectangle),
  );
}

function segmentMeets(a: Position, b: Position, { x, y, width, height }: Rectangle): boolean {
  // The part of the segment that is within both pairs of borders, as shares of its length.
  let [from, to] = [0, 1];
  for (const [start, way, low, high] of [
    [a.x, b.x - a.x, x, x + width],
    [a.y, b.y - a.y, y, y + height],
  ] as const) {
    if (way === 0) {
      if (start < low || start > high) return false;
      continue;
    }
    const [one, other] = [(low - start) / way, (high - start) / way];
    from = Math.max(from, Math.min(one, other));
    to = Math.min(to, Math.max(one, other));
  }
  return from <= to;
}

/** The nearest place to a wished one where a new object covers no other: straight below or beside it, step by step. */
export function freePlace(wished: Rectangle, others: readonly Rectangle[]): Position {
  const step = 24;
  for (let ring = 0; ring < 60; ring += 1) {
    for (const [right, down] of RING_DIRECTIONS) {
      const candidate = { ...wished, x: wished.x + right * ring * step, y: wished.y + down * ring * step };
      if (!others.some((other) => overlaps(grown(candidate, FREE_GAP), other)))
        return { x: candidate.x, y: candidate.y };
      if (ring === 0) break;
    }
  }
  return { x: wished.x, y: wished.y };
}

/** What is left free around a new object, in pixels: room for a line and its sign. */
const FREE_GAP = 44;

const RING_DIRECTIONS = [
  [0, 1],
  [1, 0],
  [-1, 0],
  [0, -1],
  [1, 1],
  [-1, 1],
] as const;

/** The smallest rectangle around all; null around nothing. */
export function boundsOf(rectangles: readonly Rectangle[]): Rectangle | null {
  if (rectangles.length === 0) return null;
  const left = Math.min(...rectangles.map(({ x }) => x));
  const top = Math.min(...rectangles.map(({ y }) => y));
  const right = Math.max(...rectangles.map(({ x, width }) => x + width));
  const bottom = Math.max(...rectangles.map(({ y, height }) => y + height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function grown(rectangle: Rectangle, by: number): Rectangle {
  return {
    x: rectangle.x - by,
    y: rectangle.y - by,
    width: rectangle.width + 2 * by,
    height: rectangle.height + 2 * by,
  };
}

function between(a: Position, b: Position, share: number): Position {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

function quadratic(a: Position, control: Position, b: Position, share: number): Position {
  return between(between(a, control, share), between(control, b, share), share);
}

function unit(from: Position, to: Position): Position {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

function point({ x, y }: Position): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}

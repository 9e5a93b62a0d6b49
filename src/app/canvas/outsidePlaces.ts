import { centre, type Rectangle } from "./geometry.ts";
import type { RectangleIndex } from "./rectangleIndex.ts";

/** A far end that no router of the design answers, in pixels at zoom 1. */
export const OUTSIDE_SIZE = { width: 148, height: 36 } as const;

/** From one row to the next. */
const ROW = 56;
/** From the side of the router to the first column. */
const TO_FIRST_COLUMN = 240;
/** As many stand in one column; of more, a second column stands behind its gaps. */
const MOST_IN_ONE_COLUMN = 8;
/** More than this stand on both sides of the router. */
const MOST_ON_ONE_SIDE = 20;
/** More than this stand close together in a grid: nobody follows that many lines one by one. */
const MOST_IN_RAYS = 40;
const GRID_COLUMN = OUTSIDE_SIZE.width + 32;
/** What stays free around each of them. */
const GAP = 9;

/** A column of places: how far from the router's middle it stands, and how far above or below it each place is. */
interface Column {
  readonly away: number;
  readonly heights: readonly number[];
}

/**
 * Places for the far ends that a router names, on its right and, where they are many, on both sides; in the order of reading. Places that something
 * stands in are left out; those given are entered in `taken`.
 */
export function outsidePlaces(near: Rectangle, count: number, taken: RectangleIndex): readonly Rectangle[] {
  const sides = count > MOST_ON_ONE_SIDE ? [1, -1] : [1];
  const onOneSide = Math.ceil(count / sides.length);
  const columns = count > MOST_IN_RAYS ? gridColumns : rayColumns;
  const middle = centre(near);
  const first = near.width / 2 + TO_FIRST_COLUMN + OUTSIDE_SIZE.width / 2;
  const found: { readonly place: Rectangle; readonly side: number; readonly away: number }[] = [];
  // Where others stand in the way, there are more places above, below and behind.
  for (let room = 1; found.length < count; room *= 2) {
    for (const { away, heights } of columns(first, onOneSide, room)) {
      // A column that isn't full is full in its middle.
      const outwards = [...heights].sort((one, other) => Math.abs(one) - Math.abs(other));
      for (const height of outwards) {
        for (const side of sides) {
          const x = Math.round(middle.x + side * away - OUTSIDE_SIZE.width / 2);
          const y = Math.round(middle.y + height - OUTSIDE_SIZE.height / 2);
          const place = { x, y, ...OUTSIDE_SIZE };
          if (found.length === count || taken.meets(grown(place))) continue;
          taken.add(place);
          found.push({ place, side, away });
        }
      }
    }
  }
  return found
    .sort((one, other) => other.side - one.side || one.away - other.away || one.place.y - other.place.y)
    .map(({ place }) => place);
}

/** One column, or two of which the second stands on the rays through the gaps of the first, so that no line passes below an address. */
function rayColumns(nearest: number, count: number, room: number): readonly Column[] {
  const wished = count <= MOST_IN_ONE_COLUMN ? count : Math.max(MOST_IN_ONE_COLUMN, Math.ceil((count + 1) / 2));
  // A line that is steeper than this would strike an address through where it passes between two of them.
  const away = Math.max(nearest, wished * ROW);
  const further = 1.5;
  const rows = wished * room;
  return [
    { away, heights: heightsOf(rows, ROW) },
    { away: away * further, heights: heightsOf(rows - 1, ROW * further) },
  ];
}

/** A block of about twice the width of its height, with that on the other side of the router. */
function gridColumns(nearest: number, count: number, room: number): readonly Column[] {
  const rows = Math.ceil(Math.sqrt(count * 4.5));
  const heights = heightsOf(rows * room, ROW);
  return Array.from({ length: Math.ceil(count / rows) * room }, (_, column) => ({
    away: nearest + column * GRID_COLUMN,
    heights,
  }));
}

/** So many rows, half of them above the middle. */
function heightsOf(rows: number, row: number): readonly number[] {
  return Array.from({ length: rows }, (_, index) => (index - (rows - 1) / 2) * row);
}

function grown({ x, y, width, height }: Rectangle): Rectangle {
  return { x: x - GAP, y: y - GAP, width: width + 2 * GAP, height: height + 2 * GAP };
}

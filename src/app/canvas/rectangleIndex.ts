import { overlaps, type Rectangle } from "./geometry.ts";

/** Rectangles on the canvas that tell who stands in a place without looking at each of them. */
export interface RectangleIndex {
  add(rectangle: Rectangle): void;
  /** Whether any of them overlaps the rectangle. */
  meets(rectangle: Rectangle): boolean;
}

/** Each rectangle is kept in all squares of this side, in pixels, that it reaches into. */
const SQUARE = 256;

export function rectangleIndex(rectangles: Iterable<Rectangle> = []): RectangleIndex {
  const squares = new Map<string, Rectangle[]>();
  const index: RectangleIndex = {
    add(rectangle) {
      for (const square of squaresOf(rectangle)) {
        const those = squares.get(square);
        if (those) those.push(rectangle);
        else squares.set(square, [rectangle]);
      }
    },
    meets(rectangle) {
      for (const square of squaresOf(rectangle)) {
        if (squares.get(square)?.some((one) => overlaps(one, rectangle))) return true;
      }
      return false;
    },
  };
  for (const rectangle of rectangles) index.add(rectangle);
  return index;
}

function* squaresOf({ x, y, width, height }: Rectangle): Generator<string> {
  for (let column = Math.floor(x / SQUARE); column <= Math.floor((x + width) / SQUARE); column += 1) {
    for (let row = Math.floor(y / SQUARE); row <= Math.floor((y + height) / SQUARE); row += 1) yield `${column} ${row}`;
  }
}

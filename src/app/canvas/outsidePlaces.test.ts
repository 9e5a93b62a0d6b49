import { describe, expect, it } from "vitest";
import { boundsOf, centre, course, overlaps, passesThrough, type Rectangle } from "./geometry.ts";
import { outsidePlaces } from "./outsidePlaces.ts";
import { rectangleIndex } from "./rectangleIndex.ts";

const hub: Rectangle = { x: 100, y: 200, width: 208, height: 92 };

const placesOf = (count: number, others: readonly Rectangle[] = []) =>
  outsidePlaces(hub, count, rectangleIndex([hub, ...others]));

/** Pairs of places that share a pixel. */
function touching(places: readonly Rectangle[]): number {
  return places.flatMap((one, index) => places.slice(index + 1).filter((other) => overlaps(one, other))).length;
}

/** Where the address stands in a place. */
function wordsOf(place: Rectangle): Rectangle {
  const { x, y } = centre(place);
  return { x: x - 42, y: y - 6, width: 84, height: 12 };
}

describe("far ends outside the design", () => {
  it("stands to the right of its router, at the same height, where it is alone", () => {
    const [only] = placesOf(1);
    expect(centre(only!).y).toBe(centre(hub).y);
    expect(only!.x).toBeGreaterThan(hub.x + hub.width + 200);
  });

  it.each([2, 3, 8, 12, 48, 60, 400])("%i of them stand apart from each other and from the router", (count) => {
    const places = placesOf(count);
    expect(places).toHaveLength(count);
    expect(touching([hub, ...places])).toBe(0);
  });

  it.each([5, 12, 20, 33, 40])("of %i, no line passes below another one's address", (count) => {
    const places = placesOf(count);
    const struck = places.flatMap((to) => {
      const line = course(hub, to, 0, 1);
      return places.filter((other) => other !== to && passesThrough(line, wordsOf(other)));
    });
    expect(struck).toEqual([]);
  });

  it("are read from top to bottom, and a column that isn't full is full in its middle", () => {
    const [inFirst, inSecond] = [placesOf(12).slice(0, 8), placesOf(12).slice(8)];
    for (const column of [inFirst, inSecond]) {
      expect(new Set(column.map(({ x }) => x)).size).toBe(1);
      expect(column.map(({ y }) => y)).toEqual(column.map(({ y }) => y).sort((one, other) => one - other));
    }
    const middle = (column: readonly Rectangle[]) => (column[0]!.y + column.at(-1)!.y) / 2 + 18;
    expect(Math.abs(middle(inSecond) - centre(hub).y)).toBeLessThan(56);
  });

  it("stand on both sides of the router where they are many", () => {
    expect(placesOf(20).filter(({ x }) => x < hub.x)).toHaveLength(0);
    expect(placesOf(60).filter(({ x }) => x < hub.x)).toHaveLength(30);
  });

  it("stand close together where they are very many: 400 take no more than 3,500 by 2,000 pixels", () => {
    const { width, height } = boundsOf(placesOf(400))!;
    expect(width).toBeLessThan(3500);
    expect(height).toBeLessThan(2000);
  });

  it("leaves alone what stands in their way", () => {
    const wall = Array.from({ length: 6 }, (_, row) => ({ x: 500, y: -200 + row * 150, width: 208, height: 92 }));
    const places = placesOf(30, wall);
    expect(places).toHaveLength(30);
    expect(touching([...wall, ...places])).toBe(0);
  });

  it("takes time in proportion to their number", () => {
    expect(placesOf(5000)).toHaveLength(5000);
  });
});

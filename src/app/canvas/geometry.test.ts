import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { borderPoint, contains, course, freePlace, overlaps, passesThrough, type Rectangle } from "./geometry.ts";

const rectangle: fc.Arbitrary<Rectangle> = fc.record({
  x: fc.integer({ min: -2000, max: 2000 }),
  y: fc.integer({ min: -2000, max: 2000 }),
  width: fc.integer({ min: 20, max: 300 }),
  height: fc.integer({ min: 20, max: 200 }),
});

describe("a line between two objects", () => {
  it("begins and ends on their borders", () => {
    fc.assert(
      fc.property(rectangle, rectangle, (one, other) => {
        fc.pre(!overlaps(one, other));
        const { start, end } = course(one, other, 0, 1);
        for (const [point, box] of [
          [start, one],
          [end, other],
        ] as const) {
          const distances = [
            point.x - box.x,
            point.x - box.x - box.width,
            point.y - box.y,
            point.y - box.y - box.height,
          ];
          expect(Math.min(...distances.map(Math.abs))).toBeLessThan(1e-6);
          expect(contains({ x: box.x - 1, y: box.y - 1, width: box.width + 2, height: box.height + 2 }, point)).toBe(
            true,
          );
        }
      }),
    );
  });

  it("keeps parallel lines apart in their middle, whatever their number", () => {
    const [one, other] = [
      { x: 0, y: 0, width: 190, height: 84 },
      { x: 700, y: 0, width: 190, height: 84 },
    ];
    const middles = [0, 1, 2].map((lane) => course(one, other, lane, 3).at(0.5).y);
    expect(middles[1]).toBeCloseTo(42);
    expect(middles[0]! - middles[1]!).toBeLessThan(-26);
    expect(middles[2]! - middles[1]!).toBeGreaterThan(26);
  });

  it("of two objects on the same spot is a point, not an error", () => {
    const box = { x: 10, y: 10, width: 20, height: 20 };
    expect(course(box, box, 0, 1).at(0.5)).toEqual({ x: 20, y: 20 });
    expect(borderPoint(box, { x: 20, y: 20 })).toEqual({ x: 20, y: 20 });
  });
});

describe("a place for a new object", () => {
  it("is the wished one where that is free, and covers nothing", () => {
    const wished = { x: 0, y: 0, width: 190, height: 84 };
    expect(freePlace(wished, [])).toEqual({ x: 0, y: 0 });
    fc.assert(
      fc.property(fc.array(rectangle, { maxLength: 8 }), (others) => {
        const place = { ...wished, ...freePlace(wished, others) };
        expect(others.some((other) => overlaps(place, other))).toBe(false);
      }),
    );
  });
});

describe("a line and a rectangle", () => {
  const box = { x: 0, y: 0, width: 10, height: 10 };
  const from = (x: number, y: number) => ({ x: x - 5, y: y - 5, width: 10, height: 10 });

  it("meet where the line passes through, and not where it passes by", () => {
    expect(passesThrough(course(from(-100, 5), from(100, 5), 0, 1), box)).toBe(true);
    expect(passesThrough(course(from(5, -100), from(5, 100), 0, 1), box)).toBe(true);
    expect(passesThrough(course(from(-100, -90), from(100, 110), 0, 1), box)).toBe(true);
    expect(passesThrough(course(from(-100, 30), from(100, 30), 0, 1), box)).toBe(false);
    expect(passesThrough(course(from(-100, -60), from(100, 100), 0, 1), { ...box, y: 60 })).toBe(false);
  });

  it("do not meet where the line ends before", () => {
    expect(passesThrough(course(from(-100, 5), from(-40, 5), 0, 1), box)).toBe(false);
  });

  it("meet where the line bends into it", () => {
    const bent = course(from(-200, 5), from(200, 5), 0, 2);
    const { x, y } = bent.at(0.5);
    expect(passesThrough(bent, { x: x - 5, y: y - 5, width: 10, height: 10 })).toBe(true);
    expect(passesThrough(bent, box)).toBe(false);
  });
});

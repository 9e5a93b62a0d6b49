import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains } from "../geometry.ts";
import { clipped } from "./clip.ts";

const seen = { x: 0, y: 0, width: 100, height: 50 };
const point = fc.record({ x: fc.integer({ min: -300, max: 300 }), y: fc.integer({ min: -300, max: 300 }) });
const grown = { x: -1e-6, y: -1e-6, width: 100 + 2e-6, height: 50 + 2e-6 };

describe("a line that is cut to what is seen", () => {
  it("lies within it, and has every point of the line that does", () => {
    fc.assert(
      fc.property(point, point, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, share) => {
        const piece = clipped(a, b, seen);
        for (const end of piece ?? []) expect(contains(grown, end)).toBe(true);
        const at = { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
        if (contains(seen, at)) expect(piece).not.toBe(null);
      }),
    );
  });

  it("is the whole line where all of it is seen, and nothing where none is", () => {
    expect(clipped({ x: 1, y: 2 }, { x: 90, y: 40 }, seen)).toEqual([
      { x: 1, y: 2 },
      { x: 90, y: 40 },
    ]);
    expect(clipped({ x: -10, y: -10 }, { x: 200, y: -10 }, seen)).toBe(null);
  });
});

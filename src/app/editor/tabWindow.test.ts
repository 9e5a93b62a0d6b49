import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tabWindow } from "./tabWindow.ts";

describe("the tabs that are drawn", () => {
  it("are all of them for a design of ordinary size", () => {
    expect(tabWindow(12, 3)).toEqual({ first: 0, last: 12 });
  });

  it("are at most eighty, among them the open one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (count, seed) => {
        const active = seed % count;
        const { first, last } = tabWindow(count, active);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(last).toBeLessThanOrEqual(count);
        expect(last - first).toBe(Math.min(count, 80));
        expect(active).toBeGreaterThanOrEqual(first);
        expect(active).toBeLessThan(last);
      }),
    );
  });
});

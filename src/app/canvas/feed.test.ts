import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asCanvasId, asRouterId } from "../../core/index.ts";
import { feedOf, fitsWhole, windowAround, windowRectangle } from "./feed.ts";
import { contains } from "./geometry.ts";
import { elementAt } from "./hitTest.ts";
import type { PeeringLine, Scene, SceneNode } from "./scene.ts";
import { neighbourOf } from "./travel.ts";
import { objectsWithin } from "./useBoxSelection.ts";

/** Routers in rows of ten, each with a line to the next one. */
function rows(count: number): Scene {
  const nodes = Array.from({ length: count }, (_, index): SceneNode => {
    const id = asRouterId(`r${String(index)}`);
    return {
      id,
      reference: { kind: "router", id },
      name: `Router ${String(index)}`,
      description: "",
      box: { x: (index % 10) * 400, y: Math.floor(index / 10) * 300, width: 190, height: 84 },
      content: { kind: "subnet", id: asCanvasId(id), prefix: "", label: null, attached: 0, conflict: false },
    };
  });
  const peerings = nodes.slice(1).map((to, index): PeeringLine => {
    const from = nodes[index]!;
    return {
      id: `p${String(index)}`,
      name: "",
      from: from.id,
      to: to.id,
      fromBox: from.box,
      toBox: to.box,
      status: "agreed",
      byDesign: false,
      backup: false,
      direction: "both",
      label: "agreed",
      lane: 0,
      lanes: 1,
      labelAt: { share: 0.5, isShort: false },
    };
  });
  return { nodes, peerings, cables: [] };
}

const ids = (scene: Scene) => scene.nodes.map(({ id }) => id);
const none: ReadonlySet<string> = new Set();

describe("what React Flow is given", () => {
  it("is the whole of a small drawing", () => {
    expect(fitsWhole(rows(12))).toBe(true);
    expect(fitsWhole(rows(200))).toBe(false);
  });

  it("is what stands in the window, with the lines between", () => {
    const fed = feedOf(rows(1000), { x: 390, y: 290, width: 420, height: 100 }, none);
    expect(ids(fed)).toEqual(["r11", "r12"]);
    expect(fed.peerings.map(({ id }) => id)).toEqual(["p11"]);
  });

  it("is nothing where too much is in the window to be handled one by one", () => {
    expect(feedOf(rows(1000), { x: 0, y: 0, width: 1e6, height: 1e6 }, none)).toEqual({
      nodes: [],
      peerings: [],
      cables: [],
    });
  });

  it("has what is kept wherever it stands, and a kept line with both its ends", () => {
    const away = { x: -1000, y: -1000, width: 10, height: 10 };
    expect(ids(feedOf(rows(1000), away, new Set(["r500"])))).toEqual(["r500"]);
    const fed = feedOf(rows(1000), away, new Set(["peering p7"]));
    expect(ids(fed)).toEqual(["r7", "r8"]);
    expect(fed.peerings.map(({ id }) => id)).toEqual(["p7"]);
  });

  it("keeps the identity of the scene's own objects", () => {
    const scene = rows(1000);
    const fed = feedOf(scene, { x: 0, y: 0, width: 900, height: 500 }, none);
    expect(fed.nodes.every((node) => scene.nodes.includes(node))).toBe(true);
    expect(fed.nodes.length).toBeGreaterThan(0);
  });
});

describe("the window", () => {
  it("holds all that is seen, and is the same while a pan stays within a step", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5000, max: 5000 }),
        fc.integer({ min: -5000, max: 5000 }),
        fc.double({ min: 0.02, max: 4, noNaN: true }),
        (x, y, zoom) => {
          const around = windowRectangle(windowAround([x, y, zoom], 900, 500));
          for (const [across, down] of [
            [0, 0],
            [900, 500],
          ] as const) {
            expect(contains(around, { x: (across - x) / zoom, y: (down - y) / zoom })).toBe(true);
          }
        },
      ),
    );
    const windows = new Set(Array.from({ length: 1000 }, (_, step) => windowAround([-step, 0, 1], 900, 500)));
    expect(windows.size).toBeLessThan(12);
  });
});

describe("what is painted can be reached", () => {
  const scene = rows(100);

  it("by pointing at it: an object, a line, or nothing", () => {
    expect(elementAt(scene, { x: 410, y: 310 }, 1)).toBe("r11");
    expect(elementAt(scene, { x: 295, y: 45 }, 1)).toBe("peering p0");
    expect(elementAt(scene, { x: 295, y: 90 }, 1)).toBe(null);
    // From far away a line is as easy to hit as from near.
    expect(elementAt(scene, { x: 295, y: 90 }, 0.1)).toBe("peering p0");
  });

  it("by a box: what stands wholly in it", () => {
    const found = objectsWithin(scene, { x: -1, y: -1, width: 700, height: 90 });
    expect(found.map(({ id }) => id)).toEqual(["r0", "r1"]);
  });

  it("by keyboard: each step leads to the nearest object in its direction, and back", () => {
    expect(neighbourOf(scene, "r11", { x: 1, y: 0 })?.id).toBe("r12");
    expect(neighbourOf(scene, "r11", { x: 0, y: -1 })?.id).toBe("r1");
    expect(neighbourOf(scene, "r12", { x: -1, y: 0 })?.id).toBe("r11");
    expect(neighbourOf(scene, "r0", { x: -1, y: 0 })).toBe(undefined);
  });
});

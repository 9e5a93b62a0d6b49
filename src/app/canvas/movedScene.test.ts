import { describe, expect, it } from "vitest";
import { asCanvasId, asRouterId, check, exampleDesign } from "../../core/index.ts";
import { carriedAlong, movedScene, movementOf } from "./movedScene.ts";
import { createProjector } from "./projector.ts";

const example = exampleDesign();
const alone = { ...example, routers: new Map([...example.routers].filter(([id]) => id === asRouterId("hq"))) };

describe("a scene that is dragged about", () => {
  const scene = createProjector()(example, check(example));

  it("says what of it stands elsewhere: the object and the lines that end at it", () => {
    const lan = asCanvasId("hq-lan");
    const after = movedScene(scene, new Map([[lan, { x: 11, y: 22 }]]));
    const movement = movementOf(after);
    expect(movement?.base).toBe(scene);
    expect([...(movement?.moved.keys() ?? [])]).toEqual([
      scene.nodes.find(({ id }) => id === lan),
      ...scene.cables.filter(({ to }) => to === lan),
    ]);
    for (const [was, is] of movement?.moved ?? []) {
      expect([...after.nodes, ...after.cables]).toContain(is);
      expect([...after.nodes, ...after.cables]).not.toContain(was);
    }
    expect(movementOf(scene)).toBeUndefined();
  });

  it("carries along any part of it that was chosen before", () => {
    const hq = asRouterId("hq");
    const part = { nodes: scene.nodes.slice(0, 1), peerings: scene.peerings, cables: [] };
    const after = movedScene(scene, new Map([[hq, { x: 500, y: 600 }]]));
    const carried = carriedAlong(part, movementOf(after));
    expect(carried.nodes).toEqual([after.nodes[0]]);
    expect(carried.nodes[0]).toBe(after.nodes[0]);
    expect(carried.peerings[0]).toBe(after.peerings[0]);
    expect([carried.peerings[0]?.fromBox, carried.peerings[0]?.toBox]).toContain(after.nodes[0]?.box);
  });

  it("takes the far end that nobody answers along with the router that names it", () => {
    const before = createProjector()(alone, check(alone));
    const [outside, hq] = [before.nodes.find(({ reference }) => reference === null), before.nodes[0]];
    const after = movedScene(before, new Map([["hq", { x: (hq?.box.x ?? 0) + 30, y: (hq?.box.y ?? 0) - 40 }]]));
    const box = after.nodes.find(({ id }) => id === outside?.id)?.box;
    expect(box).toMatchObject({ x: (outside?.box.x ?? 0) + 30, y: (outside?.box.y ?? 0) - 40 });
    expect(after.peerings[0]?.toBox).toEqual(box);
  });
});

import { describe, expect, it } from "vitest";
import { readSiteTable } from "../generate/siteTable.ts";
import { generateDesign } from "../generate/generateDesign.ts";
import type { Topology } from "../generate/topology.ts";
import { asCanvasId, type Design, type Position } from "../model/design.ts";
import { asRouterId } from "../model/router.ts";
import { arrangedLayout } from "./arrange.ts";
import { CLOUD_SIZE, ROUTER_SIZE, SUBNET_SIZE } from "./objectSizes.ts";

function generated(topology: Topology, count: number): Design {
  let next = 0;
  const table = readSiteTable(Array.from({ length: count }, (_, index) => `S${index + 1}`).join("\n"));
  const answer = generateDesign({
    topology,
    sites: table.sites,
    ids: { router: () => asRouterId(`r${++next}`), canvas: () => asCanvasId(`c${++next}`) },
    key: (a, b) => `key-${a}-${b}`,
  });
  if (answer.kind === "refused") throw new Error(answer.reason);
  return answer.design;
}

function boxes(design: Design): readonly (Position & { readonly width: number; readonly height: number })[] {
  return [...arrangedLayout(design)].map(([id, place]) => {
    const size = design.routers.has(asRouterId(id))
      ? ROUTER_SIZE
      : design.clouds.has(asCanvasId(id))
        ? CLOUD_SIZE
        : SUBNET_SIZE;
    return { ...place, ...size };
  });
}

describe("an arranged design", () => {
  it.each([
    ["hub-spoke", 2],
    ["hub-spoke", 3],
    ["hub-spoke", 8],
    ["hub-spoke", 40],
    ["dual-hub", 9],
    ["mesh", 3],
    ["mesh", 7],
    ["mesh", 9],
    ["mesh", 11],
    ["mesh", 12],
    ["partial-mesh", 20],
  ] as const)("of a %s of %i has nothing standing on anything else", (topology, count) => {
    const all = boxes(generated(topology, count));
    const touching = all.flatMap((one, index) =>
      all
        .slice(index + 1)
        .filter(
          (other) =>
            one.x < other.x + other.width &&
            other.x < one.x + one.width &&
            one.y < other.y + other.height &&
            other.y < one.y + one.height,
        ),
    );
    expect(touching).toEqual([]);
  });

  it("has its hub in the middle of the spokes", () => {
    const design = generated("hub-spoke", 7);
    const layout = arrangedLayout(design);
    const [hub, ...spokes] = [...design.routers.keys()].map((id) => layout.get(id)!);
    const mean = (pick: (place: Position) => number) => spokes.reduce((sum, one) => sum + pick(one), 0) / spokes.length;
    expect(Math.abs(mean((one) => one.x) - hub!.x)).toBeLessThan(ROUTER_SIZE.width);
    expect(Math.abs(mean((one) => one.y) - hub!.y)).toBeLessThan(ROUTER_SIZE.height * 2);
  });
});

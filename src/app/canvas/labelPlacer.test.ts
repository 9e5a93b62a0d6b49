import { describe, expect, it } from "vitest";
import { cableLabelBox } from "./cableLabelPlace.ts";
import { course, overlaps, passesThrough, type Rectangle } from "./geometry.ts";
import { labelPlacer } from "./labelPlacer.ts";

const hub: Rectangle = { x: 0, y: 0, width: 190, height: 84 };
const far: Rectangle = { x: 0, y: 700, width: 190, height: 84 };

describe("the labels of a drawing", () => {
  it("of a tunnel stands in the middle where nothing else does", () => {
    expect(labelPlacer(1, [hub, far]).tunnel(() => course(hub, far, 0, 1), "agreed")).toEqual({
      share: 0.5,
      isShort: false,
    });
  });

  it("of a tunnel that passes below an object stands beside that object", () => {
    const lan: Rectangle = { x: 10, y: 350, width: 170, height: 56 };
    const way = course(hub, far, 0, 1);
    const { y } = way.at(labelPlacer(1, [hub, far, lan]).tunnel(() => way, "agreed").share);
    expect(y < lan.y - 12 || y > lan.y + lan.height + 12).toBe(true);
  });

  it("of two tunnels that cross stand apart", () => {
    const labels = labelPlacer(2, []);
    const ways = [
      course(hub, { ...hub, x: 600, y: 600 }, 0, 1),
      course({ ...hub, x: 600 }, { ...hub, y: 600 }, 0, 1),
    ].map((way) => way.at(labels.tunnel(() => way, "agreed · AES-256").share));
    expect(Math.abs((ways[0]?.y ?? 0) - (ways[1]?.y ?? 0))).toBeGreaterThan(24);
  });

  it("of a tunnel shrinks to its sign where its words have no room", () => {
    const labels = labelPlacer(2, []);
    const near = course(hub, { ...hub, x: 600 }, 0, 1);
    labels.tunnel(() => near, "agreed · AES-256 · group 14");
    expect(labels.tunnel(() => near, "agreed · AES-256 · group 14").isShort).toBe(true);
  });

  it("of two cables that leave a router side by side stand apart", () => {
    const labels = labelPlacer(1, [hub]);
    const up = course(hub, { x: 10, y: -300, width: 170, height: 56 }, 0, 1);
    const aside = course(hub, { x: 300, y: -600, width: 150, height: 80 }, 0, 1);
    const [one, other] = [up, aside].map((way) =>
      cableLabelBox(
        way,
        labels.cable(() => way, "Gi0/0"),
        "Gi0/0",
      ),
    );
    if (!one || !other) throw new Error("Both have a label.");
    expect(overlaps(one, other)).toBe(false);
  });

  it("of a cable keeps off a tunnel that leaves the router beside it", () => {
    const lan: Rectangle = { x: 10, y: 300, width: 170, height: 56 };
    const cable = course(hub, lan, 0, 1);
    const spotBeside = (x: number) => {
      const labels = labelPlacer(2, []);
      const tunnel = course(hub, { ...hub, x, y: 700 }, 0, 1);
      labels.tunnel(() => tunnel, "");
      const spot = labels.cable(() => cable, "Gi0/1");
      return { spot, isStruck: passesThrough(tunnel, cableLabelBox(cable, spot, "Gi0/1")) };
    };
    for (const x of [-160, -80, 60, 120, 180]) expect(spotBeside(x).isStruck).toBe(false);
    expect(new Set([-80, 120].map((x) => spotBeside(x).spot % 2)).size).toBe(2);
  });
});

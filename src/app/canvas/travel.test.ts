import { describe, expect, it } from "vitest";
import { asRouterId } from "../../core/index.ts";
import { coveredBy } from "./OverlapSigns.tsx";
import type { PeeringLine, Scene, SceneNode } from "./scene.ts";
import { endTowards, neighbourOf, nextTunnel } from "./travel.ts";

function node(name: string, x: number, y: number): SceneNode {
  const id = asRouterId(name);
  return {
    id,
    reference: { kind: "router", id },
    name: `Router ${name}`,
    description: "",
    box: { x, y, width: 100, height: 60 },
    content: {
      kind: "router",
      id,
      title: name,
      address: null,
      interfaces: "",
      status: null,
      tunnels: 0,
      lans: 0,
      errors: 0,
      warnings: 0,
    },
  };
}

function tunnel(from: SceneNode, to: SceneNode, lane = 0, lanes = 1): PeeringLine {
  return {
    id: `${from.id}-${to.id}${lanes > 1 ? `-${lane}` : ""}`,
    name: "",
    from: from.id,
    to: to.id,
    fromBox: from.box,
    toBox: to.box,
    status: "agreed",
    byDesign: false,
    backup: false,
    direction: "both",
    label: "",
    lane,
    lanes,
    labelAt: { share: 0.5, isShort: false },
  };
}

const hub = node("hub", 0, 0);
const north = node("north", 0, -400);
const east = node("east", 400, 0);
const south = node("south", 0, 400);
const scene: Scene = {
  nodes: [hub, north, east, south],
  peerings: [tunnel(hub, south), tunnel(east, hub), tunnel(hub, north)],
  cables: [],
};
const at = (one: SceneNode) => ({ kind: "router", id: asRouterId(one.id) }) as const;
const on = (id: string) => ({ kind: "peering", id }) as const;
const up = { x: 0, y: -1 };
const right = { x: 1, y: 0 };

describe("going through a drawing by keys", () => {
  it("leads to the nearest object on a side, and nowhere at the border", () => {
    expect(neighbourOf(scene, "hub", right)?.id).toBe("east");
    expect(neighbourOf(scene, "south", up)?.id).toBe("hub");
    expect(neighbourOf(scene, "north", up)).toBeUndefined();
  });

  it("goes through the tunnels of a router clockwise, and round", () => {
    expect(nextTunnel(scene, at(hub), "hub", false)?.id).toBe("hub-north");
    expect(nextTunnel(scene, on("hub-north"), "hub", false)?.id).toBe("east-hub");
    expect(nextTunnel(scene, on("east-hub"), "hub", false)?.id).toBe("hub-south");
    expect(nextTunnel(scene, on("hub-south"), "hub", false)?.id).toBe("hub-north");
    expect(nextTunnel(scene, on("hub-north"), "hub", true)?.id).toBe("hub-south");
  });

  it("stays with the router that it began at, whichever end of the tunnel that is", () => {
    expect(nextTunnel(scene, on("east-hub"), "east", false)?.id).toBe("east-hub");
  });

  it("tells parallel tunnels apart", () => {
    const two = { ...scene, peerings: [tunnel(hub, east, 1, 2), tunnel(hub, east, 0, 2)] };
    expect(nextTunnel(two, at(hub), "hub", false)?.id).toBe("hub-east-0");
    expect(nextTunnel(two, on("hub-east-0"), "hub", false)?.id).toBe("hub-east-1");
  });

  it("has no tunnel to go to where there is none", () => {
    expect(nextTunnel({ ...scene, peerings: [] }, at(hub), "hub", false)).toBeUndefined();
  });

  it("follows a tunnel to the end on a side, and to neither across it", () => {
    expect(endTowards(scene, "hub-north", up)?.id).toBe("north");
    expect(endTowards(scene, "east-hub", right)?.id).toBe("east");
    expect(endTowards(scene, "hub-north", right)).toBeUndefined();
  });
});

describe("objects that stand upon each other", () => {
  it("are told of once, with a frame around both", () => {
    const above = node("above", 30, 40);
    const [sign, ...more] = coveredBy({ ...scene, nodes: [...scene.nodes, above] }, new Set(["above", "hub"]));
    expect(more).toEqual([]);
    expect(sign).toMatchObject({
      words: "Router hub overlaps Router above",
      frame: { x: 0, y: 0, width: 130, height: 100 },
    });
  });

  it("are not looked for among what was not touched", () => {
    expect(coveredBy({ ...scene, nodes: [hub, node("same", 0, 0)] }, new Set())).toEqual([]);
  });
});

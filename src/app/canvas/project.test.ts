import { describe, expect, it } from "vitest";
import {
  applyEdits,
  asCanvasId,
  asRouterId,
  changeSubnetPrefix,
  check,
  EMPTY_DESIGN,
  exampleDesign,
  importRouters,
  parse,
  parsePrefix,
  moveOperation,
  perform,
  type Design,
} from "../../core/index.ts";
import { createProjector } from "./projector.ts";
import { movedScene } from "./movedScene.ts";
import type { Scene } from "./scene.ts";

const example = exampleDesign();
const sceneOf = (design: Design) => createProjector()(design, check(design));
const nodeOf = (scene: Scene, id: string) => scene.nodes.find((node) => node.id === id);

describe("the projection of a design", () => {
  it("names every object as the page's contract does", () => {
    const scene = sceneOf(example);
    expect(scene.nodes.map(({ name }) => name)).toEqual([
      "Router HQ",
      "Router Branch",
      "Subnet 10.1.0.0/24",
      "Subnet 10.2.0.0/24",
      "Internet",
    ]);
    expect(scene.peerings.map(({ name, label, direction }) => [name, label, direction])).toEqual([
      ["Peering Branch – HQ: agreed", "agreed · AES-256 · group 14", "both"],
    ]);
    expect(scene.cables.map((cable) => cable.interface)).toEqual(["Gi0/1", "Gi0/1", "Gi0/0", "Gi0/0"]);
  });

  it("says of a router what a person would ask first", () => {
    expect(nodeOf(sceneOf(example), "hq")).toMatchObject({
      description: "198.51.100.2, 1 tunnel, 1 subnet",
      content: { kind: "router", title: "HQ", address: "198.51.100.2", status: "agreed", tunnels: 1, lans: 1 },
    });
  });

  it("says of a subnet that its addresses are somewhere else too", () => {
    const conflicts = (design: Design) =>
      sceneOf(design).nodes.flatMap(({ content }) =>
        content.kind === "subnet" && content.conflict ? [content.id] : [],
      );
    expect(conflicts(example)).toEqual([]);
    const same = perform(example, changeSubnetPrefix(asCanvasId("branch-lan"), parsePrefix("10.1.0.0/24")!));
    expect(conflicts(same)).toEqual(["hq-lan", "branch-lan"]);
  });

  it("keeps the identity of everything that a drag does not touch", () => {
    const project = createProjector();
    const judgement = check(example);
    const before = project(example, judgement);
    const after = movedScene(before, new Map([["branch-lan", { x: 1, y: 2 }]]));
    expect(nodeOf(after, "branch-lan")).not.toBe(nodeOf(before, "branch-lan"));
    for (const id of ["hq", "branch", "hq-lan", "internet"]) expect(nodeOf(after, id)).toBe(nodeOf(before, id));
    expect(after.peerings[0]).toBe(before.peerings[0]);
    const kept = after.cables.filter((cable) => before.cables.includes(cable));
    expect(kept.map(({ to }) => to)).toEqual(["hq-lan", "internet", "internet"]);
  });

  it("makes anew only what an edit of a router concerns, and nothing when it is undone and done again", () => {
    const project = createProjector();
    const renamed = applyEdits(example, [
      { op: "put", key: { router: asRouterId("branch"), kind: "host", name: "" }, element: { hostname: "Branch2" } },
    ]);
    const before = project(example, check(example));
    const after = project(renamed, check(renamed));
    const kept = after.nodes.filter((node) => before.nodes.includes(node));
    expect(kept.map(({ id }) => id)).toEqual(["hq", "hq-lan", "branch-lan", "internet"]);
    expect(after.peerings.map(({ name }) => name)).toEqual(["Peering Branch2 – HQ: agreed"]);
    expect(after.cables.map((cable) => before.cables.includes(cable))).toEqual([true, false, true, false]);
    const again = project({ ...renamed }, check(renamed));
    expect([...again.nodes, ...again.peerings, ...again.cables]).toEqual([
      ...after.nodes,
      ...after.peerings,
      ...after.cables,
    ]);
    again.nodes.forEach((node, index) => expect(node).toBe(after.nodes[index]));
    again.peerings.forEach((line, index) => expect(line).toBe(after.peerings[index]));
  });

  it("forgets what is gone: what comes back in another place is drawn there", () => {
    const project = createProjector();
    const judgement = check(example);
    project(example, judgement);
    project({ ...example, subnets: new Map() }, judgement);
    const moved = perform(example, moveOperation(new Map([["hq-lan", { x: -5, y: 7 }]])));
    expect(nodeOf(project(moved, judgement), "hq-lan")?.box).toMatchObject({ x: -5, y: 7 });
  });

  it("shows the end of a peering that is outside the design beside the router that names it", () => {
    const alone = { ...example, routers: new Map([...example.routers].filter(([id]) => id === asRouterId("hq"))) };
    const scene = sceneOf(alone);
    expect(scene.peerings.map(({ name }) => name)).toEqual(["Peering HQ – 203.0.113.2: unknown"]);
    const outside = scene.nodes.find(({ content }) => content.kind === "outside");
    expect(outside).toMatchObject({ reference: null, content: { label: "203.0.113.2" } });
    expect(scene.peerings[0]).toMatchObject({
      from: "hq",
      to: outside!.id,
      label: "unknown · peer outside the design",
    });
  });

  it("says in a sign alone that a far end is outside, where a router names many", () => {
    const peers = Array.from({ length: 4 }, (_, index) => 20 + index);
    const text = [
      "hostname HUB",
      ...peers.map((sequence) => `crypto map VPN ${sequence} ipsec-isakmp\n set peer 192.0.2.${sequence}`),
      "interface GigabitEthernet0/0\n ip address 198.51.100.2 255.255.255.252\n crypto map VPN",
    ].join("\n");
    const read = parse(text);
    const routers = read.kind === "configurations" ? read.routers : [];
    const ids = { canvas: () => asCanvasId("internet") };
    const { peerings, nodes } = sceneOf(perform(EMPTY_DESIGN, importRouters(routers, ids)));
    expect(peerings.map(({ labelAt }) => labelAt)).toEqual(peers.map(() => ({ share: 0.9, isShort: true })));
    const outside = nodes.filter(({ content }) => content.kind === "outside");
    expect(new Set(outside.map(({ box }) => `${box.x} ${box.y}`)).size).toBe(4);
  });

  it("shows a peer outside the design once, whoever names it, and moves it along with a router that alone does", () => {
    const spoke = (name: string, vrf: string) => `hostname ${name}
crypto map VPN 10 ipsec-isakmp
 set peer 192.0.2.1
crypto map VPN 20 ipsec-isakmp
 set peer 192.0.2.1
interface GigabitEthernet0/0${vrf}
 ip address 198.51.100.${name.length} 255.255.255.0
 crypto map VPN
`;
    const texts = [spoke("A", ""), spoke("BB", ""), spoke("CCC", "\n vrf forwarding RED")];
    const routers = texts.flatMap((text, index) => {
      const read = parse(text, { makeId: () => asRouterId(`r${index}`) });
      return read.kind === "configurations" ? read.routers : [];
    });
    let made = 0;
    const ids = { canvas: () => asCanvasId(`c${(made += 1)}`) };
    const scene = sceneOf(perform(EMPTY_DESIGN, importRouters(routers, ids)));
    const outside = scene.nodes.filter(({ content }) => content.kind === "outside");
    expect(outside.map(({ name }) => name)).toEqual(["Outside the design: 192.0.2.1", "Outside the design: 192.0.2.1"]);
    expect(
      scene.peerings.map(({ from, to, lane, lanes }) => [from, outside.findIndex(({ id }) => id === to), lane, lanes]),
    ).toEqual([
      ["r0", 0, 0, 2],
      ["r0", 0, 1, 2],
      ["r1", 0, 0, 2],
      ["r1", 0, 1, 2],
      ["r2", 1, 0, 2],
      ["r2", 1, 1, 2],
    ]);
    const [shared, own] = outside;
    const dragged = (id: string, what: string) =>
      nodeOf(movedScene(scene, new Map([[id, { x: 5000, y: 5000 }]])), what)?.box;
    expect(dragged("r0", shared!.id)).toEqual(shared!.box);
    expect(dragged("r2", own!.id)).not.toEqual(own!.box);
  });

  it("puts a moved object where the design's layout says", () => {
    const moved = perform(example, moveOperation(new Map([["hq", { x: -5, y: 7 }]])));
    expect(nodeOf(sceneOf(moved), "hq")?.box).toMatchObject({ x: -5, y: 7 });
  });
});

import type { Design, Position } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";
import { CLOUD_SIZE, ROUTER_SIZE, SUBNET_SIZE } from "./objectSizes.ts";
import { peerGraph } from "./peerGraph.ts";

/** Between a router and its subnets there has to be room for a cable and an interface's name. */
const lanGap = 96;
const gap = 60;
/** Room for an edge's label between two routers that stand beside each other. */
const edgeGap = 350;

/**
 * A legible place for everything: two routers beside each other, a hub in the middle of its spokes, a small mesh on a ring, else
 * rows. Subnets stand beside their router, away from the middle; clouds above. General graphs are the page's business, which has
 * a library for them.
 */
export function arrangedLayout(design: Design): ReadonlyMap<string, Position> {
  const routers = [...design.routers.keys()];
  const blocks = blockSize(design);
  const centres = routerCentres(design, routers, blocks);
  const layout = new Map<string, Position>();
  for (const [router, centre] of centres) {
    layout.set(router, { x: centre.x - ROUTER_SIZE.width / 2, y: centre.y - ROUTER_SIZE.height / 2 });
  }
  placeSubnets(design, centres, layout);
  placeClouds(design, layout);
  placeClients(design, layout);
  return rounded(layout);
}

interface Centre extends Position {
  /** Which side of the router its subnets stand on. */
  readonly lan: "above" | "below";
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The room that the router with the most subnets needs. */
function blockSize(design: Design): Size {
  const perRouter = new Map<string, number>();
  for (const subnet of design.subnets.values()) {
    const owner = subnet.attachments[0]?.router;
    if (owner !== undefined) perRouter.set(owner, (perRouter.get(owner) ?? 0) + 1);
  }
  const most = Math.min(3, Math.max(1, ...perRouter.values()));
  return {
    width: Math.max(ROUTER_SIZE.width, most * (SUBNET_SIZE.width + 20)),
    height: ROUTER_SIZE.height + (perRouter.size > 0 ? lanGap + SUBNET_SIZE.height : 0),
  };
}

function routerCentres(design: Design, routers: readonly RouterId[], block: Size): ReadonlyMap<RouterId, Centre> {
  const neighbours = peerGraph(design);
  const hubs = hubsOf(routers, neighbours);
  if (routers.length <= 2) return line(routers, Math.max(block.width, ROUTER_SIZE.width) + edgeGap);
  if (hubs.length > 0) {
    const spokes = routers.filter((router) => !hubs.includes(router));
    return new Map([...middle(hubs, block), ...rings(spokes, block, hubs.length)]);
  }
  if (routers.length <= 12 && [...neighbours.values()].some((peers) => peers.size > 0)) return ring(routers, block);
  return grid(routers, block);
}

/**
 * The routers, four at most, that all others are linked to and those to nobody else: one hub, or several that share the spokes.
 * Empty where there is no such shape.
 */
function hubsOf(
  routers: readonly RouterId[],
  neighbours: ReadonlyMap<RouterId, ReadonlySet<RouterId>>,
): readonly RouterId[] {
  const degree = (router: RouterId) => neighbours.get(router)?.size ?? 0;
  const busiest = [...routers].sort((one, other) => degree(other) - degree(one));
  for (let count = 1; count <= 4; count += 1) {
    const hubs = new Set(busiest.slice(0, count));
    const spokes = routers.filter((router) => !hubs.has(router));
    const isSpoke = (router: RouterId) =>
      degree(router) > 0 && [...(neighbours.get(router) ?? [])].every((peer) => hubs.has(peer));
    if (spokes.length > count && spokes.every(isSpoke)) return [...hubs];
  }
  return [];
}

/** Hubs stand beside each other around the middle. */
function middle(hubs: readonly RouterId[], block: Size): ReadonlyMap<RouterId, Centre> {
  const step = block.width + gap;
  return new Map(hubs.map((hub, index) => [hub, { x: (index - (hubs.length - 1) / 2) * step, y: 0, lan: "below" }]));
}

/** Rings around the middle, each as full as its length allows, turned by half a step in turn so that edges pass between. */
function rings(routers: readonly RouterId[], block: Size, hubs: number): ReadonlyMap<RouterId, Centre> {
  const centres = new Map<RouterId, Centre>();
  for (let first = 0, number = 0; first < routers.length; number += 1) {
    const radiusX = (hubs * (block.width + gap)) / 2 + block.width / 2 + 260 + number * (block.width + gap) * 1.2;
    const radiusY = block.height + 180 + number * (block.height + gap * 2);
    const around = Math.PI * (radiusX + radiusY);
    const room = Math.max(6, Math.floor(around / Math.hypot(block.width + gap, block.height)));
    const inRing = routers.slice(first, first + room);
    // Nobody stands straight below the hubs, where their own subnets are; every other ring is turned further.
    const turned = (number + (inRing.length % 2 === 0 ? 1 : 0)) % 2 === 1;
    inRing.forEach((router, index) => {
      const angle = ((index + (turned ? 0.5 : 0)) / inRing.length) * 2 * Math.PI - Math.PI / 2;
      const y = radiusY * Math.sin(angle);
      centres.set(router, { x: radiusX * Math.cos(angle), y, lan: y < -1 ? "above" : "below" });
    });
    first += inRing.length;
  }
  return centres;
}

function line(routers: readonly RouterId[], step: number): ReadonlyMap<RouterId, Centre> {
  return new Map(routers.map((router, index) => [router, { x: index * step, y: 0, lan: "below" }]));
}

/** A ring that is wider than high, as screens are, and large enough that neighbours don't touch. */
function ring(routers: readonly RouterId[], block: Size): ReadonlyMap<RouterId, Centre> {
  const around = (routers.length * (block.width + gap)) / (2 * Math.PI);
  const radiusX = Math.max(around * 1.2, block.width + 260);
  // Up to six routers have room beside each other; more of them stand above each other at the sides.
  const least = Math.max(around * 0.9, routers.length <= 6 ? ROUTER_SIZE.height + 2 * gap : block.height + 180);
  const standing = (radiusY: number) =>
    routers.map((_, index): Centre => {
      const angle = (index / routers.length) * 2 * Math.PI - Math.PI / 2;
      const y = radiusY * Math.sin(angle);
      return { x: radiusX * Math.cos(angle), y, lan: y < -1 ? "above" : "below" };
    });
  let centres = standing(least);
  for (let more = 1.1; more < 3 && touch(centres, block); more += 0.1) centres = standing(least * more);
  return new Map(routers.flatMap((router, index) => (centres[index] ? [[router, centres[index]]] : [])));
}

/** Whether two routers, or what hangs on them, stand on each other. */
function touch(centres: readonly Centre[], block: Size): boolean {
  const top = ({ y, lan }: Centre) =>
    lan === "below" ? y - ROUTER_SIZE.height / 2 : y + ROUTER_SIZE.height / 2 - block.height;
  return centres.some((one, index) =>
    centres
      .slice(index + 1)
      .some((other) => Math.abs(one.x - other.x) < block.width && Math.abs(top(one) - top(other)) < block.height),
  );
}

function grid(routers: readonly RouterId[], block: Size): ReadonlyMap<RouterId, Centre> {
  const columns = Math.ceil(Math.sqrt(routers.length * 1.6));
  return new Map(
    routers.map((router, index) => [
      router,
      {
        x: (index % columns) * (block.width + 2 * gap),
        y: Math.floor(index / columns) * (block.height + 2 * gap),
        lan: "below",
      },
    ]),
  );
}

function placeSubnets(design: Design, centres: ReadonlyMap<RouterId, Centre>, layout: Map<string, Position>): void {
  const beside = new Map<RouterId, string[]>();
  const alone: string[] = [];
  for (const subnet of design.subnets.values()) {
    const owners = [...new Set(subnet.attachments.map((end) => end.router))].filter((router) => centres.has(router));
    const [owner] = owners;
    if (owner === undefined) alone.push(subnet.id);
    else if (owners.length === 1) beside.set(owner, [...(beside.get(owner) ?? []), subnet.id]);
    else {
      // A segment that several routers share stands below the middle of them.
      const all = owners.flatMap((router) => centres.get(router) ?? []);
      const x = all.reduce((sum, centre) => sum + centre.x, 0) / all.length - SUBNET_SIZE.width / 2;
      const y = Math.max(...all.map((centre) => centre.y)) + ROUTER_SIZE.height / 2 + lanGap + SUBNET_SIZE.height + 30;
      layout.set(subnet.id, { x, y });
    }
  }
  for (const [router, subnets] of beside) {
    const centre = centres.get(router);
    if (!centre) continue;
    subnets.forEach((id, index) => {
      // At most three stand in a row; more make further rows, away from the router.
      const row = Math.floor(index / 3);
      const inRow = Math.min(3, subnets.length - row * 3);
      const step = SUBNET_SIZE.width + 20;
      const away = ROUTER_SIZE.height / 2 + lanGap + row * (SUBNET_SIZE.height + 24);
      layout.set(id, {
        x: centre.x + ((index % 3) - (inRow - 1) / 2) * step - SUBNET_SIZE.width / 2,
        y: centre.lan === "below" ? centre.y + away : centre.y - away - SUBNET_SIZE.height,
      });
    });
  }
  const bottom = Math.max(0, ...[...layout.values()].map(({ y }) => y + ROUTER_SIZE.height));
  const left = Math.min(0, ...[...layout.values()].map(({ x }) => x));
  alone.forEach((id, index) => {
    layout.set(id, { x: left + index * (SUBNET_SIZE.width + 20), y: bottom + gap });
  });
}

/** Clouds stand in a row above the middle of everything. */
function placeClouds(design: Design, layout: Map<string, Position>): void {
  const { left, right, top } = extent(layout);
  const step = CLOUD_SIZE.width + 40;
  const clouds = [...design.clouds.keys()];
  const first = (left + right) / 2 - (clouds.length * step - 40) / 2;
  clouds.forEach((id, index) => {
    layout.set(id, { x: first + index * step, y: top - CLOUD_SIZE.height - 80 });
  });
}

function placeClients(design: Design, layout: Map<string, Position>): void {
  const { left, bottom } = extent(layout);
  let next = left;
  for (const clients of design.remoteClients.values()) {
    layout.set(clients.id, { x: next, y: bottom + gap });
    next += SUBNET_SIZE.width + 40;
  }
}

/** The rectangle that a layout takes, with the size of a router at every place. */
export function extent(layout: ReadonlyMap<string, Position>): {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
} {
  if (layout.size === 0) return { left: 0, right: 0, top: 0, bottom: 0 };
  const places = [...layout.values()];
  return places.reduce(
    (all, { x, y }) => ({
      left: Math.min(all.left, x),
      right: Math.max(all.right, x + ROUTER_SIZE.width),
      top: Math.min(all.top, y),
      bottom: Math.max(all.bottom, y + ROUTER_SIZE.height),
    }),
    { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity },
  );
}

/** On whole multiples of ten, and with the upper left corner near the origin. */
function rounded(layout: ReadonlyMap<string, Position>): ReadonlyMap<string, Position> {
  const { left, top } = extent(layout);
  return new Map(
    [...layout].map(([id, { x, y }]) => [
      id,
      { x: Math.round((x - left) / 10) * 10 + 40, y: Math.round((y - top) / 10) * 10 + 40 },
    ]),
  );
}

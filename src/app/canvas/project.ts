import {
  CLOUD_SIZE,
  conflictedSubnets,
  formatIpv4,
  formatPrefix,
  ROUTER_SIZE,
  routerNames,
  SUBNET_SIZE,
  wanInterface,
  type CheckResult,
  type Design,
  type JudgedPeering,
  type PeeringStatus,
  type RouterId,
} from "../../core/index.ts";
import { NOT_YET_JUDGED } from "../../store/judgement.ts";
import { designObjects, farName, referenceKey, type DesignObject } from "../objects/designObjects.ts";
import { course, freePlace, type Rectangle } from "./geometry.ts";
import { interfaceLines } from "./interfaceLines.ts";
import { labelPlacer, type LabelPlacer } from "./labelPlacer.ts";
import { labelWords } from "./peeringLabelBox.ts";
import { directionOf, peeringLabel } from "./peeringLabel.ts";
import {
  EMPTY_SCENE,
  OUTSIDE,
  type Cable,
  type NodeContent,
  type PeeringLine,
  type Scene,
  type SceneNode,
} from "./scene.ts";
import { shortInterfaceName } from "./shortInterfaceName.ts";

const OUTSIDE_SIZE = { width: 148, height: 36 } as const;

/**
 * What the canvas draws of a design. Whatever is the same as in the scene before keeps its identity, so that an edit renders only
 * what it touches.
 */
export function project(design: Design, judgement: CheckResult, before = EMPTY_SCENE): Scene {
  const { findings, peerings } = judgement;
  const objects = new Map(designObjects(design, peerings).map((one) => [referenceKey(one.reference), one]));
  const boxes = boxesOf(design);
  const severities = countFindings(findings);
  const tunnels = tunnelsOf(peerings);
  const kept = new Map(before.nodes.map((node) => [node.id, node]));
  const nodes: SceneNode[] = [];
  const add = (id: string, object: DesignObject | undefined, description: string, content: NodeContent) => {
    const box = boxes.get(id);
    if (!box || !object) return;
    const node = { id, reference: object.reference, name: object.name, description, box, content };
    nodes.push(same(kept.get(id), node));
  };
  const lans = lanCounts(design);
  for (const [id, router] of design.routers) {
    const object = objects.get(`router ${id}`);
    const { errors, warnings } = severities.get(id) ?? { errors: 0, warnings: 0 };
    const own = tunnels.get(id) ?? [];
    const content: NodeContent = {
      kind: "router",
      id,
      title: object?.title ?? id,
      address: addressOf(design, id),
      interfaces: interfaceLines(router),
      status: worst(own),
      tunnels: judgement === NOT_YET_JUDGED ? null : own.length,
      lans: lans.get(id) ?? 0,
      errors,
      warnings,
    };
    add(id, object, describeRouter(content), content);
  }
  const conflicted = conflictedSubnets(design);
  for (const subnet of design.subnets.values()) {
    const attached = subnet.attachments.length;
    const conflict = conflicted.has(subnet.id);
    const description = [subnet.label ?? "", conflict ? "address conflict" : ""]
      .filter((word) => word !== "")
      .join(", ");
    add(subnet.id, objects.get(`subnet ${subnet.id}`), description, {
      kind: "subnet",
      id: subnet.id,
      prefix: formatPrefix(subnet.prefix),
      label: subnet.label ?? null,
      attached,
      conflict,
    });
  }
  for (const cloud of design.clouds.values()) {
    const attached = cloud.attachments.length;
    const content: NodeContent = { kind: "cloud", id: cloud.id, label: cloud.label, attached };
    add(cloud.id, objects.get(`cloud ${cloud.id}`), counted(attached, "connection"), content);
  }
  for (const clients of design.remoteClients.values()) {
    const content: NodeContent = {
      kind: "remoteClients",
      id: clients.id,
      label: clients.label,
      group: clients.group ?? null,
    };
    add(clients.id, objects.get(`remoteClients ${clients.id}`), clients.group ?? "", content);
  }
  for (const node of outsideNodes(peerings, boxes)) {
    boxes.set(node.id, node.box);
    nodes.push(same(kept.get(node.id), node));
  }
  const labels = labelPlacer(
    peerings.length,
    nodes.map(({ box }) => box),
  );
  return {
    nodes,
    peerings: peeringLines(design, peerings, boxes, objects, before.peerings, labels),
    cables: cablesOf(design, boxes, before.cables, labels),
  };
}

function boxesOf(design: Design): Map<string, Rectangle> {
  const boxes = new Map<string, Rectangle>();
  const place = (id: string, size: { readonly width: number; readonly height: number }) => {
    const position = design.layout.get(id) ?? { x: 0, y: 0 };
    boxes.set(id, { x: position.x, y: position.y, width: size.width, height: size.height });
  };
  for (const id of design.routers.keys()) place(id, ROUTER_SIZE);
  for (const id of design.subnets.keys()) place(id, SUBNET_SIZE);
  for (const id of design.clouds.keys()) place(id, CLOUD_SIZE);
  for (const id of design.remoteClients.keys()) place(id, SUBNET_SIZE);
  return boxes;
}

/** The far ends that no router of the design answers, each beside the router that names it. */
function outsideNodes(peerings: readonly JudgedPeering[], boxes: ReadonlyMap<string, Rectangle>): readonly SceneNode[] {
  const taken = [...boxes.values()];
  return peerings.flatMap(({ peering }) => {
    const near = boxes.get(peering.a.router);
    if (peering.b || !near) return [];
    const wished = { x: near.x + near.width + 240, y: near.y - 60, ...OUTSIDE_SIZE };
    const box = { ...freePlace(wished, taken), ...OUTSIDE_SIZE };
    taken.push(box);
    const label = farName(peering);
    return [
      {
        id: outsideId(peering.id),
        reference: null,
        name: `Outside the design: ${label}`,
        description: "",
        box,
        content: { kind: "outside" as const, label },
      },
    ];
  });
}

function outsideId(peering: string): string {
  return `${OUTSIDE}${peering}`;
}

function peeringLines(
  design: Design,
  peerings: readonly JudgedPeering[],
  boxes: ReadonlyMap<string, Rectangle>,
  objects: ReadonlyMap<string, DesignObject>,
  before: readonly PeeringLine[],
  labels: LabelPlacer,
): readonly PeeringLine[] {
  const names = routerNames(design.routers);
  const kept = new Map(before.map((line) => [line.id, line]));
  const lanes = new Map<string, number>();
  const pairOf = ({ peering }: JudgedPeering) => `${peering.a.router}|${peering.b?.router ?? outsideId(peering.id)}`;
  for (const judged of peerings) lanes.set(pairOf(judged), (lanes.get(pairOf(judged)) ?? 0) + 1);
  const used = new Map<string, number>();
  return peerings.flatMap((judged) => {
    const { peering, status, byDesign } = judged;
    const [from, to] = [peering.a.router, peering.b?.router ?? outsideId(peering.id)];
    const [fromBox, toBox] = [boxes.get(from), boxes.get(to)];
    if (!fromBox || !toBox) return [];
    const pair = pairOf(judged);
    const lane = used.get(pair) ?? 0;
    used.set(pair, lane + 1);
    const label = peeringLabel(design, judged, (id) => names.get(id) ?? id);
    const way = course(fromBox, toBox, lane, lanes.get(pair) ?? 1);
    const backup = peering.role === "backup";
    const line: PeeringLine = {
      id: peering.id,
      name: objects.get(`peering ${peering.id}`)?.name ?? "",
      from,
      to,
      fromBox,
      toBox,
      status,
      byDesign,
      backup,
      direction: directionOf(judged),
      label,
      lane,
      lanes: lanes.get(pair) ?? 1,
      labelAt: labels.tunnel(way, labelWords({ label, backup })),
    };
    return [same(kept.get(line.id), line)];
  });
}

function cablesOf(
  design: Design,
  boxes: ReadonlyMap<string, Rectangle>,
  before: readonly Cable[],
  labels: LabelPlacer,
): readonly Cable[] {
  const names = routerNames(design.routers);
  const kept = new Map(before.map((cable) => [cable.id, cable]));
  const cables: Cable[] = [];
  const add = (id: string, target: string, from: string, title: string, shown: string) => {
    const [fromBox, toBox] = [boxes.get(from), boxes.get(target)];
    if (!fromBox || !toBox) return;
    const labelSpot = labels.cable(course(fromBox, toBox, 0, 1), shown);
    const cable: Cable = { id, name: title, from, to: target, fromBox, toBox, interface: shown, labelSpot };
    cables.push(same(kept.get(id), cable));
  };
  const attached = [
    ...[...design.subnets.values()].map((one) => ({ ...one, title: formatPrefix(one.prefix) })),
    ...[...design.clouds.values()].map((one) => ({ ...one, title: one.label })),
  ];
  for (const { id, attachments, title } of attached) {
    for (const end of attachments) {
      const name = `Cable ${names.get(end.router) ?? ""} ${end.interface} – ${title}`;
      add(`${id}|${end.router}|${end.interface}`, id, end.router, name, shortInterfaceName(end.interface));
    }
  }
  for (const { id, gateway, label } of design.remoteClients.values()) {
    if (gateway) add(`${id}|${gateway}|`, id, gateway, `Gateway ${names.get(gateway) ?? ""} – ${label}`, "");
  }
  return cables;
}

function addressOf(design: Design, id: RouterId): string | null {
  const address = wanInterface(design, id)?.address;
  if (!address) return null;
  if (address.kind === "static") return formatIpv4(address.address);
  return address.kind === "unnumbered" ? `as ${shortInterfaceName(address.interface)}` : address.kind.toUpperCase();
}

function lanCounts(design: Design): ReadonlyMap<RouterId, number> {
  const counts = new Map<RouterId, number>();
  for (const { attachments } of design.subnets.values()) {
    for (const { router } of attachments) counts.set(router, (counts.get(router) ?? 0) + 1);
  }
  return counts;
}

function tunnelsOf(peerings: readonly JudgedPeering[]): ReadonlyMap<RouterId, readonly JudgedPeering[]> {
  const tunnels = new Map<RouterId, JudgedPeering[]>();
  for (const judged of peerings) {
    for (const end of [judged.peering.a, judged.peering.b]) {
      if (!end) continue;
      const own = tunnels.get(end.router);
      if (own) own.push(judged);
      else tunnels.set(end.router, [judged]);
    }
  }
  return tunnels;
}

const WORST_FIRST: readonly PeeringStatus[] = ["broken", "partial", "one-way", "unknown", "agreed"];

function worst(peerings: readonly JudgedPeering[]): PeeringStatus | null {
  // One-way by design is as well as such a tunnel can be.
  const shown = peerings.map(({ status, byDesign }) => (byDesign ? "agreed" : status));
  return WORST_FIRST.find((status) => shown.includes(status)) ?? null;
}

interface Counts {
  readonly errors: number;
  readonly warnings: number;
}

/** A finding counts on the router that it blames first, so that one fault is not shown as two. */
function countFindings(findings: CheckResult["findings"]): ReadonlyMap<RouterId, Counts> {
  const counts = new Map<RouterId, Counts>();
  for (const { severity, places, suppressed } of findings) {
    const router = places[0]?.router;
    if (!router || suppressed !== undefined) continue;
    const { errors, warnings } = counts.get(router) ?? { errors: 0, warnings: 0 };
    counts.set(router, {
      errors: errors + (severity === "error" ? 1 : 0),
      warnings: warnings + (severity === "warning" ? 1 : 0),
    });
  }
  return counts;
}

function describeRouter(content: NodeContent & { readonly kind: "router" }): string {
  return [
    content.address ?? "no WAN address",
    ...(content.tunnels === null ? [] : [counted(content.tunnels, "tunnel")]),
    counted(content.lans, "subnet"),
    ...(content.errors > 0 ? [counted(content.errors, "error")] : []),
    ...(content.warnings > 0 ? [counted(content.warnings, "warning")] : []),
  ].join(", ");
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** The one before, where the new one says the same. */
function same<T extends object>(before: T | undefined, now: T): T {
  return before && equal(before, now) ? before : now;
}

function equal(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => equal((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]))
  );
}

import {
  CLOUD_SIZE,
  conflictedSubnets,
  formatIpv4,
  formatPrefix,
  memoByIdentity,
  ROUTER_SIZE,
  routerNames,
  SUBNET_SIZE,
  wanInterface,
  type CheckResult,
  type Design,
  type JudgedPeering,
  type Peering,
  type PeeringStatus,
  type RouterId,
} from "../../core/index.ts";
import { NOT_YET_JUDGED } from "../../store/judgement.ts";
import {
  clientsObject,
  cloudObject,
  farName,
  peeringObjects,
  routerObject,
  subnetObject,
} from "../objects/designObjects.ts";
import { boundsOf, course, type Rectangle } from "./geometry.ts";
import { interfaceLines } from "./interfaceLines.ts";
import { labelPlacer, type LabelPlacer, type TunnelLabelPlace } from "./labelPlacer.ts";
import { outsidePlaces } from "./outsidePlaces.ts";
import { labelWords } from "./peeringLabelBox.ts";
import { directionOf, peeringLabel } from "./peeringLabel.ts";
import { rectangleIndex } from "./rectangleIndex.ts";
import { OUTSIDE, type Cable, type NodeContent, type PeeringLine, type Scene, type SceneNode } from "./scene.ts";
import { endProjection, type SceneMemory } from "./sceneMemory.ts";
import { shortInterfaceName } from "./shortInterfaceName.ts";

/**
 * What the canvas draws of a design. Whatever is the same as in the scene before keeps its identity, so that an edit renders only
 * what it touches; and what it was made from is compared first, so that an edit of one router in thousands makes little anew.
 */
export function project(design: Design, judgement: CheckResult, memory: SceneMemory): Scene {
  const { findings, peerings } = judgement;
  const names = routerNames(design.routers);
  const boxes = boxesOf(design, memory.boxes);
  const severities = countFindings(findings);
  const tunnels = tunnelsOf(peerings);
  const lans = lanCounts(design.subnets);
  const isJudged = judgement !== NOT_YET_JUDGED;
  const nodes: SceneNode[] = [];
  const add = (id: string, inputs: readonly unknown[], make: () => Omit<SceneNode, "id" | "box">) => {
    const box = boxes.get(id);
    if (box) nodes.push(memory.nodes.of(id, [box, ...inputs], () => ({ id, box, ...make() })));
  };
  for (const router of design.routers.values()) {
    const { id } = router;
    const object = routerObject(router, names.get(id) ?? id);
    const { errors, warnings } = severities.get(id) ?? NOTHING_FOUND;
    const { count, status } = tunnels.get(id) ?? NO_TUNNELS;
    const attached = lans.get(id) ?? 0;
    const { subnets, clouds } = design;
    const inputs = [object, router.elements, subnets, clouds, isJudged, count, status, attached, errors, warnings];
    add(id, inputs, () => {
      const content: NodeContent = {
        kind: "router",
        id,
        title: object.title,
        address: addressOf(design, id),
        interfaces: interfaceLines(router),
        status,
        tunnels: isJudged ? count : null,
        lans: attached,
        errors,
        warnings,
      };
      return { reference: object.reference, name: object.name, description: describeRouter(content), content };
    });
  }
  const conflicted = conflictedSubnets(design);
  for (const subnet of design.subnets.values()) {
    const conflict = conflicted.has(subnet.id);
    add(subnet.id, [subnet, conflict], () => {
      const { reference, name } = subnetObject(subnet);
      const description = [subnet.label ?? "", conflict ? "address conflict" : ""]
        .filter((word) => word !== "")
        .join(", ");
      const content: NodeContent = {
        kind: "subnet",
        id: subnet.id,
        prefix: formatPrefix(subnet.prefix),
        label: subnet.label ?? null,
        attached: subnet.attachments.length,
        conflict,
      };
      return { reference, name, description, content };
    });
  }
  for (const cloud of design.clouds.values()) {
    add(cloud.id, [cloud], () => {
      const { reference, name } = cloudObject(cloud);
      const attached = cloud.attachments.length;
      const content: NodeContent = { kind: "cloud", id: cloud.id, label: cloud.label, attached };
      return { reference, name, description: counted(attached, "connection"), content };
    });
  }
  for (const clients of design.remoteClients.values()) {
    add(clients.id, [clients], () => {
      const { reference, name } = clientsObject(clients);
      const { id, label, group } = clients;
      const content: NodeContent = { kind: "remoteClients", id, label, group: group ?? null };
      return { reference, name, description: group ?? "", content };
    });
  }
  for (const node of outsideNodes(design, peerings, boxes)) {
    boxes.set(node.id, node.box);
    nodes.push(memory.nodes.of(node.id, [], () => node, true));
  }
  const labels = labelPlacer(
    peerings.length,
    nodes.map(({ box }) => box),
  );
  const scene = {
    nodes,
    peerings: peeringLines(design, peerings, boxes, labels, memory),
    cables: cablesOf(design, boxes, labels, memory.cables),
  };
  endProjection(memory);
  return scene;
}

const NOTHING_FOUND: Counts = { errors: 0, warnings: 0 };
const NO_TUNNELS: Tunnels = { count: 0, status: null };

const NOWHERE = { x: 0, y: 0 };

function boxesOf(design: Design, memory: SceneMemory["boxes"]): Map<string, Rectangle> {
  const boxes = new Map<string, Rectangle>();
  const place = (id: string, size: { readonly width: number; readonly height: number }) => {
    const position = design.layout.get(id) ?? NOWHERE;
    const { width, height } = size;
    boxes.set(
      id,
      memory.of(id, [position], () => ({ x: position.x, y: position.y, width, height })),
    );
  };
  for (const id of design.routers.keys()) place(id, ROUTER_SIZE);
  for (const id of design.subnets.keys()) place(id, SUBNET_SIZE);
  for (const id of design.clouds.keys()) place(id, CLOUD_SIZE);
  for (const id of design.remoteClients.keys()) place(id, SUBNET_SIZE);
  return boxes;
}

/**
 * The far ends that no router of the design answers, each beside the router that names it. Peers of one name are one far end, which stands
 * beside all who name it.
 */
function outsideNodes(
  design: Design,
  peerings: readonly JudgedPeering[],
  boxes: ReadonlyMap<string, Rectangle>,
): readonly SceneNode[] {
  const ends = new Map<string, { readonly label: string; readonly routers: Set<RouterId> }>();
  for (const { peering } of peerings) {
    if (peering.b) continue;
    const id = outsideId(design, peering);
    const end = ends.get(id);
    if (end) end.routers.add(peering.a.router);
    else ends.set(id, { label: farName(peering), routers: new Set([peering.a.router]) });
  }
  if (ends.size === 0) return [];
  const groups = new Map<string, { readonly routers: readonly RouterId[]; readonly ids: string[] }>();
  for (const [id, end] of ends) {
    const routers = [...end.routers].sort();
    const group = groups.get(routers.join("|"));
    if (group) group.ids.push(id);
    else groups.set(routers.join("|"), { routers, ids: [id] });
  }
  const taken = rectangleIndex(boxes.values());
  return [...groups.values()].flatMap(({ routers, ids }) => {
    const near = boundsOf(routers.flatMap((id) => boxes.get(id) ?? []));
    if (!near) return [];
    const places = outsidePlaces(near, ids.length, taken);
    return ids.flatMap((id, index) => {
      const [box, label] = [places[index], ends.get(id)?.label];
      if (!box || label === undefined) return [];
      const content = { kind: "outside" as const, label };
      return [{ id, reference: null, name: `Outside the design: ${label}`, description: "", box, content }];
    });
  });
}

/** Of more far ends than this beside one router, each needn't say in words that it is outside the design: that is seen. */
const MOST_WITH_WORDS = 3;
const AT_FAR_END: TunnelLabelPlace = { share: 0.9, isShort: true };

/** An address means one place within a VRF; a peer that is not named is a far end of its own. */
function outsideId(design: Design, { id, a }: Peering): string {
  if (!a.peer) return `${OUTSIDE}${id}`;
  const vrf = design.routers.get(a.router)?.elements.interface.get(a.interface ?? "")?.vrf ?? "";
  return `${OUTSIDE}${vrf} ${a.peer.configured}`;
}

function peeringLines(
  design: Design,
  peerings: readonly JudgedPeering[],
  boxes: ReadonlyMap<string, Rectangle>,
  labels: LabelPlacer,
  memory: SceneMemory,
): readonly PeeringLine[] {
  const names = routerNames(design.routers);
  const objects = peeringObjects(names, peerings);
  const ends = peerings.map(
    ({ peering }) => [peering.a.router, peering.b?.router ?? outsideId(design, peering)] as const,
  );
  const lanes = new Map<string, number>();
  const pairs = ends.map(([from, to]) => `${from}|${to}`);
  for (const pair of pairs) lanes.set(pair, (lanes.get(pair) ?? 0) + 1);
  const outside = new Map<string, number>();
  for (const { peering } of peerings)
    if (!peering.b) outside.set(peering.a.router, (outside.get(peering.a.router) ?? 0) + 1);
  const used = new Map<string, number>();
  return peerings.flatMap((judged, index) => {
    const { peering, status, byDesign } = judged;
    const [from = "", to = ""] = ends[index] ?? [];
    const [fromBox, toBox] = [boxes.get(from), boxes.get(to)];
    if (!fromBox || !toBox) return [];
    const pair = pairs[index] ?? "";
    const lane = used.get(pair) ?? 0;
    used.set(pair, lane + 1);
    const ofPair = lanes.get(pair) ?? 1;
    const name = objects[index]?.name ?? "";
    const label = memory.labels.of(peering.id, [judged, design.routers.get(peering.a.router)?.elements, name], () =>
      peeringLabel(design, judged, (id) => names.get(id) ?? id),
    );
    const backup = peering.role === "backup";
    const labelAt =
      !peering.b && (outside.get(from) ?? 0) > MOST_WITH_WORDS
        ? AT_FAR_END
        : labels.tunnel(() => course(fromBox, toBox, lane, ofPair), labelWords({ label, backup }));
    const inputs = [judged, fromBox, toBox, name, label, lane, ofPair, labelAt];
    return [
      memory.peerings.of(peering.id, inputs, () => ({
        id: peering.id,
        name,
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
        lanes: ofPair,
        labelAt,
      })),
    ];
  });
}

function cablesOf(
  design: Design,
  boxes: ReadonlyMap<string, Rectangle>,
  labels: LabelPlacer,
  memory: SceneMemory["cables"],
): readonly Cable[] {
  const names = routerNames(design.routers);
  const cables: Cable[] = [];
  const add = (id: string, target: string, from: RouterId, shown: string, told: string, nameOf: () => string) => {
    const [fromBox, toBox] = [boxes.get(from), boxes.get(target)];
    if (!fromBox || !toBox) return;
    const labelSpot = labels.cable(() => course(fromBox, toBox, 0, 1), shown);
    const inputs = [fromBox, toBox, names.get(from), told, labelSpot];
    const make = (): Cable => ({
      id,
      name: nameOf(),
      from,
      to: target,
      fromBox,
      toBox,
      interface: shown,
      labelSpot,
    });
    cables.push(memory.of(id, inputs, make));
  };
  const attached = [
    ...[...design.subnets.values()].map((one) => ({ ...one, title: subnetObject(one).title })),
    ...[...design.clouds.values()].map((one) => ({ ...one, title: one.label })),
  ];
  for (const { id, attachments, title } of attached) {
    for (const end of attachments) {
      const nameOf = () => `Cable ${names.get(end.router) ?? ""} ${end.interface} – ${title}`;
      const shown = shortInterfaceName(end.interface);
      add(`${id}|${end.router}|${end.interface}`, id, end.router, shown, title, nameOf);
    }
  }
  for (const { id, gateway, label } of design.remoteClients.values()) {
    if (!gateway) continue;
    add(`${id}|${gateway}|`, id, gateway, "", label, () => `Gateway ${names.get(gateway) ?? ""} – ${label}`);
  }
  return cables;
}

function addressOf(design: Design, id: RouterId): string | null {
  const address = wanInterface(design, id)?.address;
  if (!address) return null;
  if (address.kind === "static") return formatIpv4(address.address);
  return address.kind === "unnumbered" ? `as ${shortInterfaceName(address.interface)}` : address.kind.toUpperCase();
}

const lanCounts = memoByIdentity((subnets: Design["subnets"]): ReadonlyMap<RouterId, number> => {
  const counts = new Map<RouterId, number>();
  for (const { attachments } of subnets.values()) {
    for (const { router } of attachments) counts.set(router, (counts.get(router) ?? 0) + 1);
  }
  return counts;
});

interface Tunnels {
  readonly count: number;
  readonly status: PeeringStatus | null;
}

const tunnelsOf = memoByIdentity((peerings: readonly JudgedPeering[]): ReadonlyMap<RouterId, Tunnels> => {
  const tunnels = new Map<RouterId, Tunnels>();
  for (const { peering, status, byDesign } of peerings) {
    // One-way by design is as well as such a tunnel can be.
    const shown = byDesign ? "agreed" : status;
    for (const end of [peering.a, peering.b]) {
      if (!end) continue;
      const before = tunnels.get(end.router) ?? NO_TUNNELS;
      tunnels.set(end.router, { count: before.count + 1, status: worse(before.status, shown) });
    }
  }
  return tunnels;
});

const WORST_FIRST: readonly PeeringStatus[] = ["broken", "partial", "one-way", "unknown", "agreed"];

function worse(one: PeeringStatus | null, other: PeeringStatus): PeeringStatus {
  return one !== null && WORST_FIRST.indexOf(one) < WORST_FIRST.indexOf(other) ? one : other;
}

interface Counts {
  readonly errors: number;
  readonly warnings: number;
}

/** A finding counts on the router that it blames first, so that one fault is not shown as two. */
const countFindings = memoByIdentity((findings: CheckResult["findings"]): ReadonlyMap<RouterId, Counts> => {
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
});

function describeRouter(content: NodeContent & { readonly kind: "router" }): string {
  return [
    content.address ?? "no WAN address",
    ...(content.tunnels === null ? [] : [counted(content.tunnels, "tunnel")]),
    counted(content.lans, "subnet"),
    ...(content.errors > 0 ? [counted(content.errors, "error")] : []),
    ...(content.warnings > 0 ? [counted(content.warnings, "warning")] : []),
  ].join(", ");
}

export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

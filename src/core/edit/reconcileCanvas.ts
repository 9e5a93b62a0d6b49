import type { Attachment, CanvasId, Design, Position, Subnet } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";
import { prefixContains, type Ipv4Prefix } from "../net/ipv4.ts";
import { connectedPrefixes } from "../derive/routes.ts";
import { staticAddresses } from "./addressPlan.ts";
import { ROUTER_SIZE, SUBNET_SIZE } from "./objectSizes.ts";
import { draftOf, type DesignDraft } from "./designDraft.ts";
import type { Edit } from "./edit.ts";
import type { IdSource } from "./ids.ts";
import { lanInterfaces, lanPrefixes, wanInterface } from "./interfaceRoles.ts";
import { peerGraph } from "./peerGraph.ts";

/**
 * The edits that make the canvas follow configurations whose text has changed: subnets for new LAN interfaces, beside their
 * router; no cables to interfaces that are gone or have left the prefix; a subnet that all its interfaces left together
 * moves with them. Without `routers`, all are looked at.
 */
export function reconcileCanvas(
  design: Design,
  ids: Pick<IdSource, "canvas">,
  routers: Iterable<RouterId> = design.routers.keys(),
): readonly Edit[] {
  const changed = [...routers];
  const draft = draftOf(design);
  moveOrDetach(draft, new Set(changed));
  drawCables(draft, ids, { routers: changed, cloud: "use" });
  placeNewSubnets(draft, design);
  return draft.edits();
}

export interface CableOptions {
  /** Absent: all routers. */
  readonly routers?: Iterable<RouterId>;
  /** Whether a WAN interface may bring an Internet cloud onto the canvas, or only be attached to one that is there. */
  readonly cloud: "make" | "use";
}

/** Draws the cables that configurations tell of and the canvas lacks, with the subnets and the cloud that they lead to. */
export function drawCables(
  draft: DesignDraft,
  ids: Pick<IdSource, "canvas">,
  { routers = draft.design().routers.keys(), cloud }: CableOptions,
): void {
  const design = draft.design();
  const subnets = subnetFinder(design);
  const atCloud = new Set([...design.clouds.values()].flatMap((one) => one.attachments.map((end) => end.router)));
  const changed = new Map<CanvasId, Subnet>();
  const atClouds: Attachment[] = [];
  for (const router of routers) {
    const wan = wanInterface(design, router);
    for (const lan of lanInterfaces(design, router, wan)) {
      for (const prefix of lanPrefixes(lan)) {
        const known = subnets.find(prefix, router, lan.name);
        if (known === "attached") continue;
        const subnet: Subnet = known ?? { id: ids.canvas(), prefix, attachments: [] };
        const attached = { ...subnet, attachments: [...subnet.attachments, { router, interface: lan.name }] };
        changed.set(attached.id, attached);
        subnets.note(attached);
      }
    }
    if (wan && !atCloud.has(router)) atClouds.push({ router, interface: wan.name });
  }
  draft.applyAll([...changed.values()].map((subnet) => ({ op: "putSubnet", subnet })));
  if (atClouds.length === 0) return;
  const [first] = design.clouds.values();
  if (!first && cloud === "use") return;
  const target = first ?? { id: ids.canvas(), label: "Internet", attachments: [] };
  draft.apply({ op: "putCloud", cloud: { ...target, attachments: [...target.attachments, ...atClouds] } });
}

interface SubnetFinder {
  /** The subnet that an interface of a prefix belongs to; undefined where it is a new one. */
  find(prefix: Ipv4Prefix, router: RouterId, name: string): Subnet | "attached" | undefined;
  note(subnet: Subnet): void;
}

/**
 * Two interfaces of one prefix are in one segment, unless their routers are peers: then they are two sites that chose the same
 * private prefix, which is a fault to be shown and not a cable.
 */
function subnetFinder(design: Design): SubnetFinder {
  let peers: ReturnType<typeof peerGraph> | undefined;
  // Most interfaces are the only ones of their prefix, or attached already.
  const arePeers = (one: RouterId, other: RouterId) => (peers ??= peerGraph(design)).get(one)?.has(other) ?? false;
  const byPrefix = new Map<string, Map<CanvasId, Subnet>>();
  const keyOf = (prefix: Ipv4Prefix) => `${prefix.network}/${prefix.length}`;
  const note = (subnet: Subnet) => {
    const key = keyOf(subnet.prefix);
    byPrefix.set(key, (byPrefix.get(key) ?? new Map<CanvasId, Subnet>()).set(subnet.id, subnet));
  };
  for (const subnet of design.subnets.values()) note(subnet);
  return {
    note,
    find(prefix, router, name) {
      const same = [...(byPrefix.get(keyOf(prefix))?.values() ?? [])];
      const isMine = (end: Attachment) => end.router === router && end.interface === name;
      if (same.some((subnet) => subnet.attachments.some(isMine))) return "attached";
      const own = addressIn(design, { router, interface: name }, prefix);
      return same.find((subnet) =>
        subnet.attachments.every(
          (end) => end.router !== router && !arePeers(router, end.router) && addressIn(design, end, prefix) !== own,
        ),
      );
    },
  };
}

function addressIn(design: Design, end: Attachment, prefix: Ipv4Prefix): number | undefined {
  const one = design.routers.get(end.router)?.elements.interface.get(end.interface);
  return one && staticAddresses(one).find(({ address }) => prefixContains(prefix, address))?.address;
}

/** What became of each subnet's interfaces: those that left take their cable with them. */
function moveOrDetach(draft: DesignDraft, changed: ReadonlySet<RouterId>): void {
  for (const subnet of draft.design().subnets.values()) {
    if (!subnet.attachments.some((end) => changed.has(end.router))) continue;
    const prefixes = subnet.attachments.map((end) => prefixesAt(draft.design(), end));
    const stays = (index: number) => prefixes[index]?.some((prefix) => samePrefix(prefix, subnet.prefix)) ?? false;
    const kept = subnet.attachments.filter((_, index) => stays(index));
    if (kept.length === subnet.attachments.length) continue;
    const common = prefixes[0]?.filter((prefix) => prefixes.every((all) => all.some((one) => samePrefix(one, prefix))));
    const [moved] = common ?? [];
    const free = moved && ![...draft.design().subnets.values()].some((other) => samePrefix(other.prefix, moved));
    if (kept.length === 0 && moved && free) draft.apply({ op: "putSubnet", subnet: { ...subnet, prefix: moved } });
    else draft.apply({ op: "putSubnet", subnet: { ...subnet, attachments: kept } });
  }
  for (const cloud of draft.design().clouds.values()) {
    const kept = cloud.attachments.filter(
      (end) => !changed.has(end.router) || draft.elements(end.router).interface.has(end.interface),
    );
    if (kept.length < cloud.attachments.length) draft.apply({ op: "putCloud", cloud: { ...cloud, attachments: kept } });
  }
}

function prefixesAt(design: Design, end: Attachment): readonly Ipv4Prefix[] {
  const one = design.routers.get(end.router)?.elements.interface.get(end.interface);
  return one ? connectedPrefixes(one) : [];
}

/** New subnets go below their router, side by side with those that stand there. */
function placeNewSubnets(draft: DesignDraft, before: Design): void {
  for (const subnet of draft.design().subnets.values()) {
    const router = subnet.attachments[0]?.router;
    const beside = router === undefined ? undefined : draft.design().layout.get(router);
    if (before.subnets.has(subnet.id) || !beside) continue;
    draft.apply({ op: "place", id: subnet.id, position: freePlace(draft.design().layout, beside) });
  }
}

/** The first place in the row below a router that nothing stands on. */
export function freePlace(layout: ReadonlyMap<string, Position>, router: Position): Position {
  const y = router.y + ROUTER_SIZE.height + 96;
  const step = SUBNET_SIZE.width + 20;
  const start = router.x + (ROUTER_SIZE.width - SUBNET_SIZE.width) / 2;
  const places = [...layout.values()];
  for (let index = 0; ; index += 1) {
    // 0, then one to the right, one to the left, two to the right …
    const x = start + (index % 2 === 1 ? (index + 1) / 2 : -index / 2) * step;
    if (places.every((one) => Math.abs(one.x - x) >= step || Math.abs(one.y - y) >= SUBNET_SIZE.height + 30)) {
      return { x, y };
    }
  }
}

function samePrefix(one: Ipv4Prefix, other: Ipv4Prefix): boolean {
  return one.network === other.network && one.length === other.length;
}

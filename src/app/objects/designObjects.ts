import {
  formatIpv4,
  formatPrefix,
  routerNames,
  type Cloud,
  type Design,
  type JudgedPeering,
  type Peering,
  type RouterId,
} from "../../core/index.ts";
import type { ObjectReference } from "../../store/viewStore.ts";

/** Something that stands on the canvas and in the outline, under one name for eye, screen reader and test. */
export interface DesignObject {
  readonly reference: ObjectReference;
  /** The accessible name: "Router HQ", "Peering Branch – HQ: agreed". */
  readonly name: string;
  /** What it is called among its own kind: "HQ". */
  readonly title: string;
}

/** Everything in a design: routers, subnets, clouds and clients in the order in which they came, then the peerings. */
export function designObjects(design: Design, judged: readonly JudgedPeering[]): readonly DesignObject[] {
  const names = routerNames(design.routers);
  const routers = [...design.routers.keys()].map((id): DesignObject => {
    const title = names.get(id) ?? id;
    return { reference: { kind: "router", id }, name: `Router ${title}`, title };
  });
  const subnets = [...design.subnets.values()].map((subnet): DesignObject => {
    const title = formatPrefix(subnet.prefix);
    return { reference: { kind: "subnet", id: subnet.id }, name: `Subnet ${title}`, title };
  });
  const clouds = [...design.clouds.values()].map((cloud): DesignObject => ({
    reference: { kind: "cloud", id: cloud.id },
    name: cloudName(cloud),
    title: cloud.label,
  }));
  const clients = [...design.remoteClients.values()].map((one): DesignObject => ({
    reference: { kind: "remoteClients", id: one.id },
    name: one.label.startsWith("Remote clients") ? one.label : `Remote clients ${one.label}`,
    title: one.label,
  }));
  return [...routers, ...subnets, ...clouds, ...clients, ...peeringObjects(names, judged)];
}

/** A cloud's name begins with what it is, whatever it is labelled: "Internet MPLS". */
function cloudName({ label }: Cloud): string {
  return label.startsWith("Internet") ? label : `Internet ${label}`;
}

/** The accessible names of peerings; where two routers share several, the map and sequence of the first tell them apart. */
export function peeringObjects(
  names: ReadonlyMap<RouterId, string>,
  judged: readonly JudgedPeering[],
): readonly DesignObject[] {
  const pairs = judged.map(({ peering }) => pairName(names, peering));
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return judged.map(({ peering, status }, index): DesignObject => {
    const pair = pairs[index] ?? "";
    const several = (counts.get(pair) ?? 0) > 1 ? ` (${peering.a.cryptoMap} ${peering.a.sequence})` : "";
    const title = `${pair}${several}`;
    return { reference: { kind: "peering", id: peering.id }, name: `Peering ${title}: ${status}`, title };
  });
}

function pairName(names: ReadonlyMap<RouterId, string>, peering: Peering): string {
  const near = names.get(peering.a.router) ?? "";
  return `${near} – ${peering.b ? (names.get(peering.b.router) ?? "") : farName(peering)}`;
}

/** What stands at the far end of a peering that no router of the design answers: the address that was configured. */
export function farName({ a }: Peering): string {
  if (a.peer) return a.peer.configured;
  return a.address === null ? "any" : `any peer of ${formatIpv4(a.address)}`;
}

/** One text per object, for maps and keys. */
export function referenceKey({ kind, id }: ObjectReference): string {
  return `${kind} ${id}`;
}

export function sameReference(one: ObjectReference, other: ObjectReference): boolean {
  return one.kind === other.kind && one.id === other.id;
}

import {
  formatIpv4,
  formatPrefix,
  memoByIdentity,
  routerNames,
  type Cloud,
  type Design,
  type JudgedPeering,
  type Peering,
  type RemoteClients,
  type Router,
  type RouterId,
  type Subnet,
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
  const { routers, subnets, clouds, remoteClients } = design;
  const names = routerNames(routers);
  return [
    ...[...routers.values()].map((router) => routerObject(router, names.get(router.id) ?? router.id)),
    ...[...subnets.values()].map((one) => subnetObject(one)),
    ...[...clouds.values()].map((one) => cloudObject(one)),
    ...[...remoteClients.values()].map((one) => clientsObject(one)),
    ...peeringObjects(names, judged),
  ];
}

export function routerObject(router: Router, title: string): DesignObject {
  const known = routerObjects.get(router);
  if (known?.title === title) return known;
  const object: DesignObject = { reference: { kind: "router", id: router.id }, name: `Router ${title}`, title };
  routerObjects.set(router, object);
  return object;
}

export const subnetObject = memoByIdentity((subnet: Subnet): DesignObject => {
  const title = formatPrefix(subnet.prefix);
  return { reference: { kind: "subnet", id: subnet.id }, name: `Subnet ${title}`, title };
});

export const cloudObject = memoByIdentity((cloud: Cloud): DesignObject => ({
  reference: { kind: "cloud", id: cloud.id },
  name: cloudName(cloud),
  title: cloud.label,
}));

export const clientsObject = memoByIdentity(({ id, label }: RemoteClients): DesignObject => ({
  reference: { kind: "remoteClients", id },
  name: label.startsWith("Remote clients") ? label : `Remote clients ${label}`,
  title: label,
}));

// A design of thousands of routers is listed anew at each key; what did not change is the same object as before.
const routerObjects = new WeakMap<Router, DesignObject>();

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
  return judged.map((one, index): DesignObject => {
    const { peering, status } = one;
    const pair = pairs[index] ?? "";
    const several = (counts.get(pair) ?? 0) > 1 ? ` (${peering.a.cryptoMap} ${peering.a.sequence})` : "";
    const title = several === "" ? pair : `${pair}${several}`;
    const known = objectsOfPeerings.get(one);
    if (known?.title === title) return known;
    const object: DesignObject = {
      reference: { kind: "peering", id: peering.id },
      name: `Peering ${title}: ${status}`,
      title,
    };
    objectsOfPeerings.set(one, object);
    return object;
  });
}

const objectsOfPeerings = new WeakMap<JudgedPeering, DesignObject>();

function pairName(names: ReadonlyMap<RouterId, string>, peering: Peering): string {
  const near = names.get(peering.a.router) ?? "";
  const far = peering.b ? (names.get(peering.b.router) ?? "") : farName(peering);
  const known = pairNames.get(peering);
  if (known?.near === near && known.far === far) return known.pair;
  const pair = `${near} – ${far}`;
  pairNames.set(peering, { near, far, pair });
  return pair;
}

const pairNames = new WeakMap<Peering, { readonly near: string; readonly far: string; readonly pair: string }>();

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

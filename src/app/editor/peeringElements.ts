import type {
  CryptoMapEntryBody,
  Design,
  ElementKey,
  JudgedPeering,
  Peering,
  PeeringEnd,
  Place,
  Router,
} from "../../core/index.ts";

/** The elements that an end of a peering is made of: its map entry first, then the access list and the transform sets it names. */
export function endElements(router: Router, end: PeeringEnd): readonly ElementKey[] {
  const entry = mapEntryKey(end);
  const body = entryBody(router, end);
  const list = body?.matchAddress;
  return [
    entry,
    ...(list !== undefined && router.elements.accessList.has(list)
      ? [{ router: router.id, kind: "accessList" as const, name: list }]
      : []),
    ...(body?.transformSets ?? [])
      .filter((name) => router.elements.transformSet.has(name))
      .map((name) => ({ router: router.id, kind: "transformSet" as const, name })),
  ];
}

/** Both ends of a peering; one where nobody answers. */
export function endsOf(peering: Peering): readonly PeeringEnd[] {
  return peering.b ? [peering.a, peering.b] : [peering.a];
}

/** The peerings that an element takes part in, as the map entry of an end or as what that entry names. */
export function peeringsOfElement(
  design: Design,
  peerings: readonly JudgedPeering[],
  element: ElementKey,
): readonly Peering[] {
  const router = design.routers.get(element.router);
  if (!router) return [];
  return peerings
    .map((judged) => judged.peering)
    .filter((peering) =>
      endsOf(peering).some(
        (end) => end.router === router.id && endElements(router, end).some((key) => sameElement(key, element)),
      ),
    );
}

/**
 * The entries of the peers' crypto access lists that answer an entry, by the flows that pair them. Empty where the place is not
 * an entry of a crypto access list, or nothing on the other side is its counterpart.
 */
export function mirrorPlaces(design: Design, peerings: readonly JudgedPeering[], place: Place): readonly Place[] {
  if (place.kind !== "accessList" || typeof place.item !== "number") return [];
  const mirrors: Place[] = [];
  for (const { peering } of peerings) {
    if (!peering.b) continue;
    for (const [near, far, side] of [
      [peering.a, peering.b, "a"],
      [peering.b, peering.a, "b"],
    ] as const) {
      if (near.router !== place.router || cryptoListName(design, near) !== place.name) continue;
      const list = cryptoListName(design, far);
      if (list === undefined) continue;
      for (const flow of peering.flows) {
        const theirs = side === "a" ? flow.b : flow.a;
        if (flow[side] !== place.item || theirs === null) continue;
        const mirror: Place = { router: far.router, kind: "accessList", name: list, field: "lines", item: theirs };
        if (!mirrors.some((one) => samePlace(one, mirror))) mirrors.push(mirror);
      }
    }
  }
  return mirrors;
}

export function sameElement(one: ElementKey, other: ElementKey): boolean {
  return one.router === other.router && one.kind === other.kind && one.name === other.name;
}

export function samePlace(one: Place, other: Place): boolean {
  return sameElement(one, other) && one.field === other.field && one.item === other.item;
}

function cryptoListName(design: Design, end: PeeringEnd): string | undefined {
  const router = design.routers.get(end.router);
  return router && entryBody(router, end)?.matchAddress;
}

function entryBody(router: Router, end: PeeringEnd): CryptoMapEntryBody | undefined {
  return end.dynamicMap
    ? router.elements.dynamicMapEntry.get(`${end.dynamicMap.name} ${end.dynamicMap.sequence}`)
    : router.elements.cryptoMapEntry.get(`${end.cryptoMap} ${end.sequence}`);
}

/** The map entry that stands for an end: on a dynamic end the one that accepts. */
export function mapEntryKey(end: PeeringEnd): ElementKey {
  return end.dynamicMap
    ? {
        router: end.router,
        kind: "dynamicMapEntry",
        name: `${end.dynamicMap.name} ${end.dynamicMap.sequence}`,
      }
    : { router: end.router, kind: "cryptoMapEntry", name: `${end.cryptoMap} ${end.sequence}` };
}

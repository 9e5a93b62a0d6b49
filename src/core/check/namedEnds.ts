import type { PeeringEnd } from "../derive/peering.ts";
import type { Place, Router, RouterId } from "../model/router.ts";
import type { JudgedPeering } from "../negotiate/trace.ts";
import { entryIn, type CryptoEntry } from "./cryptoEntries.ts";
import type { PeeringRouters } from "./rule.ts";

/** An end of a peering with its router's name and the entry that stands for it. */
export interface NamedEnd {
  readonly router: Router;
  readonly name: string;
  readonly end: PeeringEnd;
  readonly entry: CryptoEntry;
}

/** Both ends of a peering, a first; undefined where nobody answers. */
export function namedEnds(
  { peering }: JudgedPeering,
  { a, b, nameA, nameB }: PeeringRouters,
): readonly [NamedEnd, NamedEnd] | undefined {
  if (!b || !peering.b) return undefined;
  const one = namedEnd(a, nameA, peering.a);
  const other = namedEnd(b, nameB, peering.b);
  return one && other && [one, other];
}

/** Both ends of a peering that somebody answers, the one that a refusal calls `near` first. */
export function nearAndFar(
  judged: JudgedPeering,
  routers: PeeringRouters,
  near: string,
): readonly [NamedEnd, NamedEnd] {
  const ends = namedEnds(judged, routers);
  if (!ends) throw new Error(`The peering of ${near} has one end only.`);
  const [one, other] = ends;
  return near === other.name ? [other, one] : ends;
}

/** The end's router of this id. */
export function routerOfPair({ a, b }: PeeringRouters, id: RouterId): Router {
  const router = [a, b].find((one) => one?.id === id);
  if (!router) throw new Error(`Router ${id} is no end of the peering.`);
  return router;
}

/** One of the places that a refusal gives. */
export function placeAt(places: readonly Place[], index: number): Place {
  const place = places[index];
  if (!place) throw new Error(`There is no place ${index}.`);
  return place;
}

function namedEnd(router: Router, name: string, end: PeeringEnd): NamedEnd | undefined {
  const { dynamicMap } = end;
  const entry = dynamicMap
    ? entryIn(router, "dynamicMapEntry", `${dynamicMap.name} ${dynamicMap.sequence}`)
    : entryIn(router, "cryptoMapEntry", `${end.cryptoMap} ${end.sequence}`);
  return entry && { router, name, end, entry };
}

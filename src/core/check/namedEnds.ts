import type { PeeringEnd } from "../derive/peering.ts";
import type { Router } from "../model/router.ts";
import type { JudgedPeering } from "../negotiate/trace.ts";
import { entryAt, type CryptoEntry } from "./cryptoEntries.ts";
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

/** Both ends, the one that a refusal calls `near` first. */
export function nearAndFar(
  judged: JudgedPeering,
  routers: PeeringRouters,
  near: string | undefined,
): readonly [NamedEnd, NamedEnd] | undefined {
  const ends = namedEnds(judged, routers);
  return ends && near === ends[1].name ? [ends[1], ends[0]] : ends;
}

function namedEnd(router: Router, name: string, end: PeeringEnd): NamedEnd | undefined {
  const { dynamicMap } = end;
  const entry = entryAt(
    { routers: new Map([[router.id, router]]) },
    dynamicMap
      ? { router: router.id, kind: "dynamicMapEntry", name: `${dynamicMap.name} ${dynamicMap.sequence}` }
      : { router: router.id, kind: "cryptoMapEntry", name: `${end.cryptoMap} ${end.sequence}` },
  );
  return entry && { router, name, end, entry };
}

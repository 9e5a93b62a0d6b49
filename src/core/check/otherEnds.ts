import type { PeeringEnd } from "../derive/peering.ts";
import type { Design } from "../model/design.ts";
import type { Place } from "../model/router.ts";
import type { JudgedPeering } from "../negotiate/trace.ts";
import { entryAt, type CryptoEntry } from "./cryptoEntries.ts";

/** For each entry those that stand at the other ends of its peerings, each once. */
export function entriesAtOtherEnds(
  design: Design,
  peerings: readonly JudgedPeering[],
): (entry: CryptoEntry) => readonly CryptoEntry[] {
  const found = new Map<string, Map<string, Place>>();
  const enter = (own: Place, far: Place) => {
    const known = found.get(keyOf(own));
    if (known) known.set(keyOf(far), far);
    else found.set(keyOf(own), new Map([[keyOf(far), far]]));
  };
  for (const { peering } of peerings) {
    if (!peering.b) continue;
    const [one, other] = [placeOfEnd(peering.a), placeOfEnd(peering.b)];
    enter(one, other);
    enter(other, one);
  }
  return ({ router, kind, name }) =>
    [...(found.get(keyOf({ router: router.id, kind, name }))?.values() ?? [])].flatMap(
      (far) => entryAt(design, far) ?? [],
    );
}

function placeOfEnd({ router, cryptoMap, sequence, dynamicMap }: PeeringEnd): Place {
  return dynamicMap
    ? { router, kind: "dynamicMapEntry", name: `${dynamicMap.name} ${dynamicMap.sequence}` }
    : { router, kind: "cryptoMapEntry", name: `${cryptoMap} ${sequence}` };
}

function keyOf({ router, kind, name }: Place): string {
  return `${router} ${kind} ${name}`;
}

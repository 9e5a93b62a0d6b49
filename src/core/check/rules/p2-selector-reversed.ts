import type { Router } from "../../model/router.ts";
import { intersectsAny, localNetworks } from "../localNetworks.ts";
import { projectedRule } from "../projectedRule.ts";
import { selectorFixes } from "../selectorFixes.ts";

/** The list was copied to the peer instead of being turned round. */
export const p2SelectorReversed = projectedRule({
  id: "p2-selector-reversed",
  severity: "error",
  fix: "auto",
  docs: {
    what: "Both peers have the same entry: it was copied, not mirrored.",
    why: "Each crypto access list is written from its own router's point of view. The copy asks for the other side's traffic, which no peer permits.",
    remedy: "Swap source and destination on the router whose own networks are the destination.",
    source: "Cisco TAC, crypto-map-based IPsec VPN fundamentals: the access list is defined from the local perspective",
  },
  messages: {
    copied:
      "Line {nearSequence} of ACL {nearList} on {near} ({asked}) and line {farSequence} of ACL {list} on {far} ({held}) are written the same way round; one of them must be swapped.",
  },
  symmetric: true,
  message: () => "copied",
  fixes(judged, routers, refusal) {
    const [turnFar, turnNear] = selectorFixes(judged, routers, refusal);
    const { nearList, nearSequence, list, farSequence } = refusal.data;
    const [near, far] = refusal.places[0]?.router === routers.a.id ? [routers.a, routers.b] : [routers.b, routers.a];
    // The list whose source is on its own router's side is the one that is right.
    return [
      ...(turnFar && !isFromHere(far, list, Number(farSequence)) ? [turnFar] : []),
      ...(turnNear && !isFromHere(near, nearList, Number(nearSequence)) ? [turnNear] : []),
    ];
  },
});

/** Whether the text says that an entry's source is a network of its own router. */
function isFromHere(router: Router | null, list: string, sequence: number): boolean {
  const entry = router?.elements.accessList.get(list)?.lines.find((line) => line.sequence === sequence);
  const local = router ? localNetworks(router) : undefined;
  if (!local || entry?.kind !== "entry" || entry.source.kind !== "addresses") return false;
  return intersectsAny(local.inside, entry.source);
}

import type { Design, JudgedPeering, Place, RouterId } from "../../core/index.ts";
import type { ObjectReference } from "../../store/viewStore.ts";
import { endsOf, peeringsOfElement } from "./peeringElements.ts";

/**
 * What a caret at a place selects on the canvas: the peering that the place belongs to, where there is exactly one, else the
 * router. A selected peering stays selected while the caret is somewhere in one of its two texts that belongs to no other.
 */
export function caretSelection(
  design: Design,
  peerings: readonly JudgedPeering[],
  router: RouterId,
  place: Place | null,
  current: readonly ObjectReference[],
): ObjectReference {
  const own: ObjectReference = { kind: "router", id: router };
  if (!place) return keptPeering(peerings, router, current) ?? own;
  const among = peeringsOfElement(design, peerings, place);
  const kept = current[0];
  if (kept?.kind === "peering" && among.some((peering) => peering.id === kept.id)) return kept;
  return among.length === 1 && among[0] ? { kind: "peering", id: among[0].id } : own;
}

/** A blank line or a separator says nothing, so it takes nothing away. */
function keptPeering(
  peerings: readonly JudgedPeering[],
  router: RouterId,
  current: readonly ObjectReference[],
): ObjectReference | undefined {
  const [only] = current;
  if (current.length !== 1 || only?.kind !== "peering") return undefined;
  const selected = peerings.find((judged) => judged.peering.id === only.id);
  return selected && endsOf(selected.peering).some((end) => end.router === router) ? only : undefined;
}

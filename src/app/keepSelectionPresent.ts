import type { CheckResult, Design, JudgedPeering } from "../core/index.ts";
import { effectiveDesign, type DesignStore } from "../store/designStore.ts";
import type { ObjectReference, ViewStore } from "../store/viewStore.ts";
import { designObjects, referenceKey } from "./objects/designObjects.ts";

/**
 * Lets the selection follow the design: what an undo or a text took away is selected no longer, and a peering that only changed its
 * name, such as its sequence number, stays selected.
 */
export function keepSelectionPresent(
  design: DesignStore,
  view: ViewStore,
  judge: (design: Design) => CheckResult,
): () => void {
  return design.subscribe((state, before) => {
    const { selection } = view.getState();
    if (selection.length === 0 || (state.design === before.design && state.draft === before.draft)) return;
    const [now, then] = [effectiveDesign(state), effectiveDesign(before)];
    if (now.routers === then.routers && now.subnets === then.subnets && now.clouds === then.clouds) return;
    const { peerings } = judge(now);
    const present = new Set(designObjects(now, peerings).map(({ reference }) => referenceKey(reference)));
    const followed = selection.flatMap((reference): readonly ObjectReference[] => {
      if (reference.kind === "cable" || present.has(referenceKey(reference))) return [reference];
      return reference.kind === "peering" ? successor(reference.id, judge(then).peerings, peerings) : [];
    });
    if (followed.length !== selection.length || followed.some((one, index) => one !== selection[index])) {
      view.setState({ selection: followed });
    }
  });
}

/** The one new peering between the same two routers. */
function successor(
  id: string,
  before: readonly JudgedPeering[],
  now: readonly JudgedPeering[],
): readonly ObjectReference[] {
  const old = before.find(({ peering }) => peering.id === id);
  if (!old) return [];
  const known = new Set(before.map(({ peering }) => peering.id));
  const fresh = now.filter(
    ({ peering }) =>
      !known.has(peering.id) &&
      peering.a.router === old.peering.a.router &&
      (peering.b?.router ?? null) === (old.peering.b?.router ?? null),
  );
  return fresh.slice(0, 1).map(({ peering }) => ({ kind: "peering", id: peering.id }));
}

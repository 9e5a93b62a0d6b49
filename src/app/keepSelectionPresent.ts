import type { Design, JudgedPeering } from "../core/index.ts";
import { effectiveDesign, type DesignStore } from "../store/designStore.ts";
import type { Judgement } from "../store/judgement.ts";
import type { ObjectReference, ViewStore } from "../store/viewStore.ts";

/**
 * Lets the selection follow the design: what an undo or a text took away is selected no longer, and a peering that only changed its
 * name, such as its sequence number, stays selected.
 */
export function keepSelectionPresent(design: DesignStore, view: ViewStore, judgement: Judgement): () => void {
  const keep = (follow: (reference: ObjectReference) => readonly ObjectReference[]) => {
    const { selection } = view.getState();
    const followed = selection.flatMap(follow);
    if (followed.length !== selection.length || followed.some((one, index) => one !== selection[index])) {
      view.setState({ selection: followed });
    }
  };
  const stopDesign = design.subscribe((state, before) => {
    if (view.getState().selection.length === 0) return;
    if (state.design === before.design && state.draft === before.draft) return;
    const [now, then] = [effectiveDesign(state), effectiveDesign(before)];
    if (now.routers === then.routers && now.subnets === then.subnets && now.clouds === then.clouds) return;
    keep((reference) => (isPresent(now, reference) ? [reference] : []));
  });
  const stopJudgement = judgement.subscribe(({ result }, { result: before }) => {
    if (result === before || !view.getState().selection.some(({ kind }) => kind === "peering")) return;
    const present = new Set(result.peerings.map(({ peering }) => peering.id));
    keep((reference) => {
      if (reference.kind !== "peering" || present.has(reference.id)) return [reference];
      return successor(reference.id, before.peerings, result.peerings);
    });
  });
  return () => {
    stopDesign();
    stopJudgement();
  };
}

/** Whether an object stands in a design; of a line, that is told by what is derived from it. */
function isPresent({ routers, subnets, clouds, remoteClients }: Design, { kind, id }: ObjectReference): boolean {
  const places: ReadonlyMap<string, unknown> | null = {
    router: routers,
    subnet: subnets,
    cloud: clouds,
    remoteClients,
    cable: null,
    peering: null,
  }[kind];
  return places === null || places.has(id);
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

import type { JudgedPeering, Place, RouterId } from "../../core/index.ts";
import type { ObjectReference, ViewState } from "../../store/viewStore.ts";
import { endsOf, mapEntryKey } from "./peeringElements.ts";

/** What the editor shows for a selection: the tabs to open, and where to scroll in each. */
export interface SelectionTexts {
  readonly openTab: RouterId;
  readonly besideTab: RouterId | null;
  readonly scrollTo: readonly Place[];
}

/**
 * The texts of what is selected on the canvas: a router's own, or both ends of a peering where texts stand side by side. Null where the
 * selection has no text, so that what is shown stays.
 */
export function selectionTexts(
  selection: readonly ObjectReference[],
  peerings: readonly JudgedPeering[],
  view: Pick<ViewState, "openTab" | "besideTab">,
): SelectionTexts | null {
  const [only] = selection;
  if (selection.length !== 1 || !only) return null;
  if (only.kind === "router") {
    if (view.besideTab === only.id) return { openTab: view.openTab ?? only.id, besideTab: only.id, scrollTo: [] };
    return { openTab: only.id, besideTab: view.besideTab, scrollTo: [] };
  }
  if (only.kind !== "peering") return null;
  const peering = peerings.find((judged) => judged.peering.id === only.id)?.peering;
  if (!peering) return null;
  const ends = endsOf(peering);
  const shown = ends.find((end) => end.router === view.openTab) ?? peering.a;
  const other = ends.find((end) => end !== shown);
  return {
    openTab: shown.router,
    besideTab: view.besideTab === null ? null : (other?.router ?? view.besideTab),
    scrollTo: ends.map(mapEntryKey),
  };
}

/** The router to show beside another: the other end of the selected peering, else its first peer, else any other router. */
export function besideOf(
  router: RouterId,
  routers: readonly RouterId[],
  peerings: readonly JudgedPeering[],
  selection: readonly ObjectReference[],
): RouterId | null {
  const [only] = selection;
  const ofRouter = peerings
    .map((judged) => judged.peering)
    .filter((peering) => peering.b && endsOf(peering).some((end) => end.router === router));
  const chosen = ofRouter.find((peering) => only?.kind === "peering" && peering.id === only.id) ?? ofRouter[0];
  const peer = chosen && endsOf(chosen).find((end) => end.router !== router)?.router;
  return peer ?? routers.find((id) => id !== router) ?? null;
}

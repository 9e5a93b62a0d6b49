import type { Workbench } from "../workbench.ts";

/** Ids of the selected things that have a place on the canvas. */
export function selectedIds({ view }: Pick<Workbench, "view">): readonly string[] {
  return view
    .getState()
    .selection.filter(({ kind }) => kind !== "peering" && kind !== "cable")
    .map(({ id }) => id);
}

import type { Action } from "./action.ts";
import { designActions } from "./designActions.ts";
import { fileActions } from "./fileActions.ts";
import { toolActions } from "./toolActions.ts";
import { viewActions } from "./viewActions.ts";

/** Every action of the page, in the order in which the command palette lists them. */
export const allActions: readonly Action[] = [
  ...Object.values(designActions),
  ...Object.values(fileActions),
  ...Object.values(viewActions),
  ...toolActions,
];

/** The same in groups, for the list of shortcuts. */
export const actionGroups: readonly { readonly title: string; readonly actions: readonly Action[] }[] = [
  { title: "Design", actions: Object.values(designActions) },
  { title: "File", actions: Object.values(fileActions) },
  { title: "View", actions: Object.values(viewActions) },
];

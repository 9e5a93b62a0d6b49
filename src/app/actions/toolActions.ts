import { TOOLS } from "../tools/tools.ts";
import type { Action } from "./action.ts";

/** One action per tool: it opens the tool's tab, wherever the page has folded it away. */
export const toolActions: readonly Action[] = TOOLS.map(({ name, label, icon }) => ({
  id: `show-${name}`,
  label: `Show ${label.toLowerCase()}`,
  icon,
  run: ({ view }) => view.setState({ tool: name, toolsOpen: true, dockOpen: true }),
}));

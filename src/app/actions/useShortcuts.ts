import { useEffect } from "react";
import { useWorkbench } from "../workbench.ts";
import { allActions } from "./allActions.ts";
import { isTyping, matches } from "./shortcut.ts";

/** Runs actions by their keys. A key that somebody else has used up, or that is typed into a field, is left alone. */
export function useShortcuts(): void {
  const workbench = useWorkbench();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const { dialog, mode } = workbench.view.getState();
      if (dialog !== null || mode !== "edit") return;
      const typing = isTyping(event.target);
      const action = allActions.find(
        ({ shortcuts, whileTyping, native }) =>
          !native && (!typing || whileTyping) && shortcuts?.some((one) => matches(one, event)),
      );
      if (!action) return;
      if (action.isEnabled?.(workbench) ?? true) {
        event.preventDefault();
        action.run(workbench);
      } else if (event.ctrlKey || event.metaKey) {
        // The browser's own meaning of the key would surprise: Ctrl+E is not to leave the page because nothing can be exported.
        event.preventDefault();
      }
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [workbench]);
}

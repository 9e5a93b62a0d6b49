import { historyEntries } from "../../store/designStore.ts";
import { Dialog } from "../controls/Dialog.tsx";
import { useDesignState, useHistory } from "../stores.tsx";
import { useWorkbench } from "../workbench.ts";
import "./dialogs.css";

/** What was done, step by step; choosing a step goes back to it, or forward again. */
export function HistoryDialog({ onClose }: { readonly onClose: () => void }) {
  const { design } = useWorkbench();
  // Both are read so that the list follows every step.
  useHistory((history) => history.pastStates.length);
  useDesignState((state) => state.design);
  const entries = [...historyEntries(design)].reverse();
  const go = (offset: number) => {
    if (offset < 0) design.getState().undo(-offset);
    if (offset > 0) design.getState().redo(offset);
  };
  return (
    <Dialog title="History" description="Choose a step to return to it." onClose={onClose}>
      <ol className="history-list">
        {entries.map(({ label, offset }) => (
          <li key={offset}>
            <button
              type="button"
              aria-current={offset === 0 ? "step" : undefined}
              className={offset > 0 ? "history-future" : ""}
              onClick={() => go(offset)}
            >
              {label === "" ? "Opened" : label}
            </button>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

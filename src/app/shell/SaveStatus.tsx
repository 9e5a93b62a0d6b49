import { Check, CloudOff, LoaderCircle, LockKeyhole } from "lucide-react";
import { useStore } from "zustand";
import { downloadDesignFile } from "../actions/realFiles.ts";
import { editSharedCopy } from "../actions/designFiles.ts";
import { Button, Hint } from "../controls/Button.tsx";
import { useDesignState, useView } from "../stores.tsx";
import { useWorkbench } from "../workbench.ts";

const LABELS = { saved: "Saved", saving: "Saving…", failed: "Not saved" } as const;

/** Whether the design is safe. When it is not, the way to keep it stands beside it. */
export function SaveStatus() {
  const workbench = useWorkbench();
  const { status, savedAt, failure } = useStore(workbench.library.saver.state);
  const readOnly = useDesignState((state) => state.readOnly);
  if (readOnly) return <ReadOnlyNotice />;
  const label = LABELS[status];
  const detail =
    failure ??
    (savedAt === null
      ? "Everything is kept in this browser; nothing is sent anywhere."
      : `Saved in this browser at ${new Date(savedAt).toLocaleTimeString()}. Nothing is sent anywhere.`);
  return (
    <div className="save-area">
      <Hint text={detail}>
        <div className={`save-status save-${status}`} role="status" aria-label={label} tabIndex={0}>
          <StatusIcon status={status} />
          {label}
        </div>
      </Hint>
      {status === "failed" ? (
        <Button look="danger" onClick={() => downloadDesignFile(workbench)}>
          Download now
        </Button>
      ) : null}
    </div>
  );
}

function StatusIcon({ status }: { readonly status: keyof typeof LABELS }) {
  if (status === "failed") return <CloudOff size={14} aria-hidden />;
  if (status === "saving") return <LoaderCircle size={14} aria-hidden />;
  return <Check size={14} aria-hidden />;
}

/** A second tab on the same design looks on; this makes it the one that writes. */
function ReadOnlyNotice() {
  const workbench = useWorkbench();
  const { library, notify } = workbench;
  const sharedDesign = useView((view) => view.sharedDesign);
  if (sharedDesign === library.saver.id()) {
    return (
      <div className="save-area">
        <div className="save-status save-read-only" role="status" aria-label="Read-only">
          <LockKeyhole size={14} aria-hidden />
          From a link
        </div>
        <Button look="primary" onClick={() => editSharedCopy(workbench)}>
          Edit a copy
        </Button>
      </div>
    );
  }
  return (
    <div className="save-area">
      <div className="save-status save-read-only" role="status" aria-label="Read-only">
        <LockKeyhole size={14} aria-hidden />
        Open in another tab
      </div>
      <Button
        onClick={() => {
          library.takeOver().catch((error: unknown) => {
            notify(error instanceof Error ? error.message : String(error), "error");
          });
        }}
      >
        Take over
      </Button>
    </div>
  );
}

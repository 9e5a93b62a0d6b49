import { useEffect, useRef, useState } from "react";
import { Copy, FileUp, FlaskConical, Trash2, Undo2 } from "lucide-react";
import type { Checkpoint, DesignSummary } from "../../store/designStorage.ts";
import { openDesignFile, openExample } from "../actions/designFiles.ts";
import { canPickFiles, openRealFile } from "../actions/realFiles.ts";
import { Button, IconButton } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { counted } from "../canvas/project.ts";
import { useWorkbench } from "../workbench.ts";
import "./dialogs.css";

/** The designs of this browser, the checkpoints of the open one, and design files. */
export function OpenDialog({ onClose }: { readonly onClose: () => void }) {
  const workbench = useWorkbench();
  const { library } = workbench;
  const [designs, setDesigns] = useState<readonly DesignSummary[] | null>(null);
  const [checkpoints, setCheckpoints] = useState<readonly Checkpoint[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [version, setVersion] = useState(0);
  // The design whose row changed last: the focus stays with it.
  const [changed, setChanged] = useState<string | null>(null);
  const chooser = useRef<HTMLInputElement>(null);

  useEffect(() => {
    let gone = false;
    Promise.all([library.list(), library.checkpoints()]).then(
      ([listed, kept]) => {
        if (gone) return;
        setDesigns(listed);
        setCheckpoints(kept);
      },
      (error: unknown) => !gone && setFailure(messageOf(error)),
    );
    return () => {
      gone = true;
    };
  }, [library, version]);

  const deleted = library.deleted();
  const rows = [
    ...(designs ?? []).filter(({ id }) => !deleted.some((one) => one.id === id)),
    ...deleted.map((one) => ({ ...one, isDeleted: true as const })),
  ].sort((one, other) => other.savedAt - one.savedAt);

  const attempt = async (action: () => Promise<unknown>, closes: boolean) => {
    try {
      await action();
      if (closes) onClose();
      else setVersion((count) => count + 1);
    } catch (error) {
      setFailure(messageOf(error));
    }
  };

  const pickFile = async () => {
    try {
      if (await openRealFile(workbench)) onClose();
    } catch (error) {
      setFailure(messageOf(error));
    }
  };

  return (
    <Dialog
      title="Open"
      description="Your designs are kept in this browser only."
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => void attempt(() => openExample(workbench), true)}>
            <FlaskConical size={15} aria-hidden />
            The example
          </Button>
          <span className="footer-space" />
          <Button
            look="primary"
            onClick={() => {
              if (canPickFiles()) void pickFile();
              else chooser.current?.click();
            }}
          >
            <FileUp size={15} aria-hidden />
            Design file…
          </Button>
        </>
      }
    >
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label="Design file"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = "";
          if (file) void attempt(async () => openDesignFile(workbench, await file.text()), true);
        }}
      />
      {failure === null ? null : (
        <p role="alert" className="import-refusal">
          {failure}
        </p>
      )}
      {designs && rows.length === 0 ? <p>No design is kept yet. The open one is kept with its first change.</p> : null}
      <ul className="design-list" aria-label="Designs">
        {rows.map((one) =>
          "isDeleted" in one ? (
            <li key={one.id} className="design-deleted">
              <p role="status">
                <strong>{one.name}</strong> is deleted. It can be brought back until the page is closed.
              </p>
              <Button
                autoFocus={one.id === changed}
                aria-label={`Undo the deletion of ${one.name}`}
                onClick={() => {
                  setChanged(one.id);
                  void attempt(() => library.putBack(one.id), false);
                }}
              >
                <Undo2 size={15} aria-hidden />
                Undo
              </Button>
            </li>
          ) : (
            <li key={one.id}>
              <button
                type="button"
                className="design-choice"
                autoFocus={one.id === changed}
                onClick={() => void attempt(() => library.open(one.id), true)}
              >
                <strong>{one.name}</strong>
                <span>
                  {counted(one.routers, "router")}, {new Date(one.savedAt).toLocaleString()}
                  {one.id === library.saver.id() ? ", open" : ""}
                </span>
              </button>
              <IconButton
                label={`Duplicate ${one.name}`}
                onClick={() => void attempt(() => library.duplicate(one.id), true)}
              >
                <Copy size={15} />
              </IconButton>
              <IconButton
                label={`Delete ${one.name}`}
                disabled={one.id === library.saver.id()}
                onClick={() => {
                  setChanged(one.id);
                  void attempt(() => library.remove(one.id), false);
                }}
              >
                <Trash2 size={15} />
              </IconButton>
            </li>
          ),
        )}
      </ul>
      {checkpoints.length > 0 ? (
        <>
          <h3 className="dialog-section">Checkpoints of the open design</h3>
          <ul className="design-list" aria-label="Checkpoints">
            {checkpoints.map((checkpoint) => (
              <li key={checkpoint.key}>
                <button
                  type="button"
                  className="design-choice"
                  onClick={() =>
                    void attempt(async () => {
                      await library.restore(checkpoint);
                      workbench.canvas.current?.fit();
                      onClose();
                    }, false)
                  }
                >
                  <strong>{checkpoint.reason}</strong>
                  <span>{new Date(checkpoint.savedAt).toLocaleString()}</span>
                </button>
                {checkpoint.named ? (
                  <IconButton
                    label={`Delete the checkpoint ${checkpoint.reason}`}
                    onClick={() => void attempt(() => library.removeCheckpoint(checkpoint), false)}
                  >
                    <Trash2 size={15} />
                  </IconButton>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Dialog>
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import { useEffect, useRef, useState } from "react";
import { Copy, FileUp, FlaskConical, Trash2 } from "lucide-react";
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
  const chooser = useRef<HTMLInputElement>(null);

  useEffect(() => {
    let gone = false;
    Promise.all([library.list(), library.checkpoints()]).then(
      ([listed, kept]) => {
        if (gone) return;
        setDesigns([...listed].sort((one, other) => other.savedAt - one.savedAt));
        setCheckpoints(kept);
      },
      (error: unknown) => !gone && setFailure(messageOf(error)),
    );
    return () => {
      gone = true;
    };
  }, [library, version]);

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
      {designs?.length === 0 ? <p>No design is kept yet. The open one is kept with its first change.</p> : null}
      <ul className="design-list" aria-label="Designs">
        {designs?.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="design-choice"
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
              onClick={() => void attempt(() => library.remove(one.id), false)}
            >
              <Trash2 size={15} />
            </IconButton>
          </li>
        ))}
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

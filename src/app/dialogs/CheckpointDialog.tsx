import { useId, useState } from "react";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { useWorkbench } from "../workbench.ts";
import "./dialogs.css";

/** Keeps the design as it is now under a name, to be gone back to from the dialog that opens designs. */
export function CheckpointDialog({ onClose }: { readonly onClose: () => void }) {
  const workbench = useWorkbench();
  const [name, setName] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  const form = useId();
  const wanted = name.trim();

  const keep = async () => {
    workbench.design.getState().commitDraft();
    try {
      await workbench.library.saver.checkpoint(wanted, true);
    } catch (error) {
      setFailure(`The browser could not keep it: ${error instanceof Error ? error.message : String(error)}`);
      return;
    }
    workbench.notify(`“${wanted}” is kept. Go back to it under Open…`);
    onClose();
  };

  return (
    <Dialog
      title="Keep a checkpoint"
      description="The design as it is now, in this browser, until you delete it."
      onClose={onClose}
      footer={
        <>
          <span className="footer-space" />
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} look="primary" disabled={wanted === ""}>
            Keep
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted !== "") void keep();
        }}
      >
        <label className="checkpoint-name">
          Name
          <input
            className="field-input"
            autoFocus
            maxLength={120}
            placeholder="Before the new branch"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </label>
      </form>
      {failure === null ? null : (
        <p className="import-refusal" role="alert">
          {failure}
        </p>
      )}
    </Dialog>
  );
}

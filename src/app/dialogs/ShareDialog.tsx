import { useEffect, useState } from "react";
import { ClipboardCopy, Save } from "lucide-react";
import { saveDesignFile } from "../actions/realFiles.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { counted } from "../canvas/project.ts";
import type { PageMode } from "../../store/viewStore.ts";
import { useEffectiveDesign, useView } from "../stores.tsx";
import { useWorkbench } from "../workbench.ts";
import { useLessons } from "../lesson/lessons.ts";
import type { LinkView } from "./linkView.ts";
import { makeShareLink, type ShareLink } from "./shareLink.ts";
import "./dialogs.css";

const MODES: readonly { readonly value: PageMode; readonly label: string }[] = [
  { value: "edit", label: "in the designer, with what is seen and selected now" },
  { value: "present", label: "as a presentation" },
  { value: "embed", label: "as a drawing to embed in another page" },
];

/** A link that has the whole design in it. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const workbench = useWorkbench();
  const design = useEffectiveDesign();
  const [link, setLink] = useState<ShareLink | null>(null);
  const [mode, setMode] = useState<PageMode>("edit");
  const [selected] = useView((view) => view.selection);
  const tab = useView((view) => view.openTab);
  const theme = useView((view) => view.theme);
  // The dialog covers the canvas, so that what is seen of it stays the same.
  const [at] = useState(() => workbench.canvas.current?.seenPart() ?? null);
  const { format, saver } = workbench.library;
  const step = useLessons(({ exercise }) =>
    exercise?.kind === "scenario" && exercise.design === saver.id() ? exercise : null,
  );

  useEffect(() => {
    let gone = false;
    const view: LinkView = {
      mode,
      // A designer has its own person's theme; a drawing within a page has that of the page.
      ...(mode === "edit" ? {} : { theme }),
      ...(selected && { selected }),
      ...(tab !== null && mode === "edit" && { tab }),
      ...(at && mode !== "present" && { at }),
      ...(step && mode === "edit" && { step: { lesson: step.lesson, scenario: step.scenario } }),
    };
    void makeShareLink(design, format, location.href, view).then((made) => {
      if (!gone) setLink(made);
    });
    return () => {
      gone = true;
    };
  }, [design, format, mode, theme, selected, tab, at, step]);

  const copy = async () => {
    if (!link) return;
    try {
      await navigator.clipboard.writeText(link.address);
      workbench.notify("The link is on the clipboard.");
    } catch {
      workbench.notify("The browser did not let the page write to the clipboard.", "error");
    }
  };
  return (
    <Dialog
      title="Share"
      description="The design travels in the link itself. No server keeps it."
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => saveDesignFile(workbench)}>
            <Save size={15} aria-hidden />
            Save design file
          </Button>
          <span className="footer-space" />
          <Button look="primary" disabled={!link} onClick={() => void copy()}>
            <ClipboardCopy size={15} aria-hidden />
            Copy link
          </Button>
        </>
      }
    >
      <label className="share-mode">
        Opens
        <select
          className="field-input"
          value={mode}
          onChange={(event) => {
            const chosen = MODES.find(({ value }) => value === event.currentTarget.value);
            if (chosen) setMode(chosen.value);
          }}
        >
          {MODES.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <textarea
        className="field-input share-link"
        aria-label="Link"
        readOnly
        rows={4}
        value={link?.address ?? ""}
        onFocus={(event) => event.currentTarget.select()}
      />
      {link ? (
        <p className="share-note">
          {counted(link.address.length, "character")}.{" "}
          {link.secretsLeftOut === 0
            ? "There are no keys in the design."
            : `${counted(link.secretsLeftOut, "key")} left out, with placeholders in their place. The design file has them.`}
        </p>
      ) : null}
      {link?.isTooLong ? (
        <p className="export-warning" role="alert">
          The link is long, and some programs cut long links. Send the design file instead; it has your keys in it.
        </p>
      ) : null}
    </Dialog>
  );
}

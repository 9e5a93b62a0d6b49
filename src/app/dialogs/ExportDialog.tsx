import { useMemo, useState } from "react";
import { ClipboardCopy, Download, FileArchive, Save } from "lucide-react";
import { routerNames, routerText, withoutSecrets, type Design } from "../../core/index.ts";
import { download, fileStem, saveDesignFile } from "../actions/designFiles.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { useEffectiveDesign } from "../stores.tsx";
import { useWorkbench } from "../workbench.ts";
import { exportedConfigurations, pasteHazards } from "./exportedConfigurations.ts";
import "./dialogs.css";

/** Hands out configurations: one or all, with keys or with placeholders in their place. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const workbench = useWorkbench();
  const design = useEffectiveDesign();
  const [withKeys, setWithKeys] = useState(true);
  const [chosen, setChosen] = useState(0);
  const shown = useMemo(() => exportedConfigurations(design, withKeys), [design, withKeys]);
  const preview = useMemo(() => previewOf(design, withKeys), [design, withKeys]);
  const current = shown[chosen] ?? shown[0];
  const hazards = current ? pasteHazards(current.text) : [];

  const copy = async () => {
    if (!current) return;
    try {
      await navigator.clipboard.writeText(current.text);
      workbench.notify(`The configuration of ${current.name} is on the clipboard.`);
    } catch {
      workbench.notify("The browser did not let the page write to the clipboard.", "error");
    }
  };
  const zipAll = async () => {
    const { zipSync, strToU8 } = await import("fflate");
    const files = Object.fromEntries(shown.map(({ file, text }) => [file, strToU8(text)]));
    const zipped = zipSync(files, { level: 6 });
    download(`${fileStem(design.name)}.zip`, new Blob([zipped], { type: "application/zip" }));
  };

  return (
    <Dialog
      wide
      title="Export"
      description="Configurations ready to paste into routers, and the design as a file."
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => saveDesignFile(workbench)}>
            <Save size={15} aria-hidden />
            Save design file
          </Button>
          <span className="footer-space" />
          <Button disabled={!current} onClick={() => void copy()}>
            <ClipboardCopy size={15} aria-hidden />
            Copy
          </Button>
          <Button
            disabled={!current}
            onClick={() => current && download(current.file, new Blob([current.text], { type: "text/plain" }))}
          >
            <Download size={15} aria-hidden />
            Download
          </Button>
          <Button look="primary" disabled={shown.length === 0} onClick={() => void zipAll()}>
            <FileArchive size={15} aria-hidden />
            All as zip
          </Button>
        </>
      }
    >
      {current ? (
        <div className="export">
          <div className="export-routers" role="group" aria-label="Routers">
            {shown.map(({ name }, index) => (
              <button key={name} type="button" aria-pressed={current.name === name} onClick={() => setChosen(index)}>
                {name}
              </button>
            ))}
          </div>
          <pre className="export-text" tabIndex={0} aria-label={`Configuration of ${current.name}`}>
            {preview.get(current.name)}
          </pre>
          <label className="checkbox-row export-note">
            <input type="checkbox" checked={withKeys} onChange={(event) => setWithKeys(event.currentTarget.checked)} />
            With pre-shared keys and passwords. They are not shown here, but stand in what is copied and downloaded.
          </label>
          {hazards.map((hazard) => (
            <p key={hazard} className="export-warning">
              {hazard}
            </p>
          ))}
        </div>
      ) : (
        <p>There is no router to export yet.</p>
      )}
    </Dialog>
  );
}

/** What is shown never has a key in it, whatever is handed out. */
function previewOf(design: Design, withKeys: boolean): ReadonlyMap<string, string> {
  const masked = withoutSecrets(design).design;
  const names = routerNames(masked.routers);
  return new Map(
    [...masked.routers.values()].map((router) => {
      const { text } = routerText(router);
      return [names.get(router.id) ?? "", withKeys ? text.replaceAll(/\bsecret-\d+\b/g, "••••••••") : text];
    }),
  );
}

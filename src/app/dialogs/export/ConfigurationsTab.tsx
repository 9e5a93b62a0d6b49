import { useMemo, useState } from "react";
import { ClipboardCopy, Download, FileArchive, Save, TriangleAlert } from "lucide-react";
import { routerNames, routerText, withoutSecrets, type Design } from "../../../core/index.ts";
import { download, fileStem } from "../../actions/designFiles.ts";
import { saveDesignFile } from "../../actions/realFiles.ts";
import { Button } from "../../controls/Button.tsx";
import { useEffectiveDesign } from "../../stores.tsx";
import { useWorkbench } from "../../workbench.ts";
import { exportedConfigurations, hazardSentences, readyToPaste } from "./exportedConfigurations.ts";
import { ExportFoot, type ExportTabProps } from "./ExportFoot.tsx";

/** Configurations: one or all, with keys or with placeholders in their place, ready to paste or as they would stand in a file. */
export function ConfigurationsTab({ foot }: ExportTabProps) {
  const workbench = useWorkbench();
  const design = useEffectiveDesign();
  const [withKeys, setWithKeys] = useState(true);
  const [entersMode, setEntersMode] = useState(false);
  const [chosen, setChosen] = useState(0);
  const shown = useMemo(() => exportedConfigurations(design, { withKeys, entersMode }), [design, withKeys, entersMode]);
  const preview = useMemo(() => previewOf(design, withKeys, entersMode), [design, withKeys, entersMode]);
  const warned = useMemo(() => shown.map(({ text }) => hazardSentences(text)), [shown]);
  const index = chosen < shown.length ? chosen : 0;
  const [current, warnings = []] = [shown[index], warned[index]];

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
    download(`${fileStem(design.name)}.zip`, new Blob([zipSync(files, { level: 6 })], { type: "application/zip" }));
  };

  return (
    <>
      {current ? (
        <div className="export">
          <div className="export-routers" role="group" aria-label="Routers">
            {shown.map(({ name }, at) => (
              <button key={name} type="button" aria-pressed={current.name === name} onClick={() => setChosen(at)}>
                <span>{name}</span>
                {(warned[at] ?? []).length > 0 ? (
                  <TriangleAlert size={13} role="img" aria-label="has something that a terminal would not take" />
                ) : null}
              </button>
            ))}
          </div>
          <pre className="export-text" tabIndex={0} aria-label={`Configuration of ${current.name}`}>
            {preview.get(current.name)}
          </pre>
          <div className="export-choices">
            <label className="checkbox-row">
              <input
                type="checkbox"
                checked={withKeys}
                onChange={(event) => setWithKeys(event.currentTarget.checked)}
              />
              With pre-shared keys and passwords. They are hidden here, but stand in what is copied and downloaded.
            </label>
            <label className="checkbox-row">
              <input
                type="checkbox"
                checked={entersMode}
                onChange={(event) => setEntersMode(event.currentTarget.checked)}
              />
              Begin with “configure terminal”, to paste at the router’s prompt.
            </label>
          </div>
          {warnings.length > 0 ? (
            <ul className="export-warnings" aria-label="What a terminal would not take">
              {warnings.map((warning) => (
                <li key={warning} className="export-warning">
                  <TriangleAlert size={14} aria-hidden />
                  {warning}
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      ) : (
        <p>There is no router to export yet.</p>
      )}
      <ExportFoot foot={foot}>
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
      </ExportFoot>
    </>
  );
}

/** What is shown never has a key in it, whatever is handed out. */
function previewOf(design: Design, withKeys: boolean, entersMode: boolean): ReadonlyMap<string, string> {
  const masked = withoutSecrets(design).design;
  const names = routerNames(masked.routers);
  return new Map(
    [...masked.routers.values()].map((router) => {
      const text = readyToPaste(routerText(router).text, entersMode);
      return [names.get(router.id) ?? "", withKeys ? text.replaceAll(/\bsecret-\d+\b/g, "••••••••") : text];
    }),
  );
}

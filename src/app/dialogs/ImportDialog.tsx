import { useDeferredValue, useMemo, useRef, useState, type DragEvent } from "react";
import { FileUp, FolderUp, TriangleAlert, X } from "lucide-react";
import { importRouters, ownName } from "../../core/index.ts";
import { effectiveDesign } from "../../store/designStore.ts";
import { configurationsOf, droppedFiles, isDesignFile, textsOfFiles } from "../actions/broughtFiles.ts";
import { openDesignFile } from "../actions/designFiles.ts";
import { Button, IconButton } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { RouterIcon } from "../canvas/RouterIcon.tsx";
import { counted } from "../canvas/project.ts";
import { useWorkbench } from "../workbench.ts";
import type { BroughtText } from "../../store/viewStore.ts";
import { IMPORTED } from "./change/baselines.ts";
import { readConfigurations, type BroughtRouter } from "./readConfigurations.ts";
import "./dialogs.css";

/** Brings running-configs into the design: pasted, chosen or dropped, one or many. What was found is shown before it is taken. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const workbench = useWorkbench();
  const { brought } = workbench.view.getState();
  const [pasted, setPasted] = useState(() => brought.find(({ file }) => file === undefined)?.text ?? "");
  const [files, setFiles] = useState<readonly BroughtText[]>(() => brought.filter(({ file }) => file !== undefined));
  const [replaces, setReplaces] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const folderChooser = useRef<HTMLInputElement>(null);
  const text = useDeferredValue(pasted);
  const found = useMemo(
    () => readConfigurations([...(text.trim() === "" ? [] : [{ text }]), ...files], workbench.ids),
    [text, files, workbench.ids],
  );
  const known = new Set([...effectiveDesign(workbench.design.getState()).routers.values()].map(lowerName));
  const repeated = found.routers.filter(({ router }) => known.has(lowerName(router)));

  const take = async (list: Promise<readonly File[]>) => {
    try {
      const texts = await textsOfFiles(await list);
      const [first] = texts;
      if (first && isDesignFile(texts)) await openDesignFile(workbench, first.text);
      else setFiles((before) => [...before, ...texts]);
      setFailure(first ? null : "There is no configuration in it (.cfg, .conf, .txt or .ios).");
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    void take(droppedFiles(event.dataTransfer));
  };
  const onImport = () => {
    void workbench.library.saver.checkpoint("Before import").catch(() => {
      workbench.announce("No checkpoint could be kept. The import can be undone all the same.");
    });
    const routers = found.routers.map(({ router }) => router);
    const done = workbench.design.getState().run(importRouters(routers, workbench.ids, { replaceSameName: replaces }));
    if (!done) {
      setFailure("Nothing was imported: this tab is read-only.");
      return;
    }
    // What was imported is what the routers run: change scripts begin there, also after a reload.
    void workbench.library.saver.checkpoint(IMPORTED).catch(() => undefined);
    workbench.view.setState({ selection: [] });
    workbench.canvas.current?.fit();
    workbench.notify(`${counted(routers.length, "router")} imported.`);
    onClose();
  };

  return (
    <Dialog
      wide
      title="Import configurations"
      description="Paste or drop the output of show running-config, of one router or of many, as files, folders or a zip. Nothing is sent anywhere."
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => chooser.current?.click()}>
            <FileUp size={15} aria-hidden />
            Choose files…
          </Button>
          <Button onClick={() => folderChooser.current?.click()}>
            <FolderUp size={15} aria-hidden />
            Choose a folder…
          </Button>
          <span className="footer-space" />
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={found.routers.length === 0} onClick={onImport}>
            {found.routers.length === 0 ? "Import" : `Import ${counted(found.routers.length, "router")}`}
          </Button>
        </>
      }
    >
      <div className="import" onDrop={onDrop} onDragOver={(event) => event.preventDefault()}>
        <textarea
          className="field-input import-text"
          aria-label="Configuration text"
          placeholder={"hostname HQ\n!\ncrypto isakmp policy 10\n …\n\nPaste here, or drop files."}
          autoFocus
          spellCheck={false}
          value={pasted}
          onChange={(event) => setPasted(event.currentTarget.value)}
        />
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          aria-label="Configuration files"
          accept=".cfg,.conf,.txt,.ios,.log,.json,.zip,text/plain"
          onChange={(event) => {
            void take(Promise.resolve([...(event.currentTarget.files ?? [])]));
            event.currentTarget.value = "";
          }}
        />
        <input
          ref={(input) => {
            folderChooser.current = input;
            // React knows no such property.
            if (input) input.webkitdirectory = true;
          }}
          type="file"
          hidden
          aria-label="Folder of configurations"
          onChange={(event) => {
            void take(Promise.resolve(configurationsOf([...(event.currentTarget.files ?? [])])));
            event.currentTarget.value = "";
          }}
        />
        {files.length > 0 ? (
          <ul className="import-files" aria-label="Files">
            {files.map(({ file }, index) => (
              <li key={index}>
                {file}
                <IconButton
                  label={`Remove ${file ?? "file"}`}
                  onClick={() => setFiles(files.filter((_, other) => other !== index))}
                >
                  <X size={13} />
                </IconButton>
              </li>
            ))}
          </ul>
        ) : null}
        {failure === null ? null : (
          <p className="import-refusal" role="alert">
            {failure}
          </p>
        )}
        {found.refusals.map((refusal) => (
          <p key={refusal} className="import-refusal" role="alert">
            {refusal}
          </p>
        ))}
        {found.routers.length > 0 ? (
          <ul className="import-routers" aria-label="Routers found">
            {found.routers.map((one) => (
              <FoundRouter key={one.router.id} found={one} />
            ))}
          </ul>
        ) : null}
        {repeated.length > 0 ? (
          <label className="checkbox-row">
            <input type="checkbox" checked={replaces} onChange={(event) => setReplaces(event.currentTarget.checked)} />
            Replace the {repeated.length === 1 ? "router" : "routers"} of the same name (
            {repeated.map(({ name }) => name).join(", ")})
          </label>
        ) : null}
      </div>
    </Dialog>
  );
}

const DIAGNOSTICS_SHOWN = 6;

function FoundRouter({ found }: { readonly found: BroughtRouter }) {
  const { name, lines, modelled, diagnostics } = found;
  const shown = diagnostics.slice(0, DIAGNOSTICS_SHOWN);
  return (
    <li className="import-router">
      <p>
        <RouterIcon size={16} />
        <strong>{name}</strong>
        <span>
          {counted(lines, "line")}, {modelled} understood, the rest kept as they are
        </span>
      </p>
      {shown.length > 0 ? (
        <ul>
          {shown.map((diagnostic, index) => (
            <li key={index} className={`severity-${diagnostic.severity}`}>
              <TriangleAlert size={12} aria-hidden />
              Line {diagnostic.line}: {diagnostic.message}
            </li>
          ))}
          {diagnostics.length > shown.length ? <li>and {diagnostics.length - shown.length} more</li> : null}
        </ul>
      ) : null}
    </li>
  );
}

function lowerName(router: Parameters<typeof ownName>[0]): string {
  return ownName(router).toLowerCase();
}

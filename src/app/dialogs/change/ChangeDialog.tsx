import { useEffect, useMemo, useState } from "react";
import { ArrowDown, ArrowUp, ClipboardCopy, Download, NotebookPen } from "lucide-react";
import {
  changeScripts,
  changeText,
  designSecrets,
  redacted,
  scriptText,
  type ChangeScript,
  type Design,
  type RouterChange,
  type ScriptLine,
} from "../../../core/index.ts";
import type { Checkpoint } from "../../../store/designStorage.ts";
import { counted } from "../../canvas/project.ts";
import { download, fileStem } from "../../actions/designFiles.ts";
import { Button } from "../../controls/Button.tsx";
import { Dialog } from "../../controls/Dialog.tsx";
import { useEffectiveDesign, useHistory } from "../../stores.tsx";
import { useWorkbench } from "../../workbench.ts";
import { baselinesOf, likelyBaseline, type Baseline } from "./baselines.ts";
import "../dialogs.css";
import "./change.css";

/** The commands that lead from an earlier state to the present one, per router, and the way back. */
export function ChangeDialog({ onClose }: { readonly onClose: () => void }) {
  const { library } = useWorkbench();
  const design = useEffectiveDesign();
  const steps = useHistory((history) => history.pastStates);
  const [checkpoints, setCheckpoints] = useState<readonly Checkpoint[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    library.checkpoints().then(
      (kept) => !gone && setCheckpoints(kept),
      // What can't be read can't be compared with; the steps of this session are there all the same.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [library]);
  const baselines = useMemo(
    () =>
      baselinesOf(
        steps.flatMap(({ design: earlier, label }) => (earlier ? [{ design: earlier, label: label ?? "" }] : [])),
        checkpoints,
        (text) => library.format.read(text).design,
      ),
    [steps, checkpoints, library],
  );
  const baseline = baselines.find(({ id }) => id === chosen) ?? likelyBaseline(baselines);
  return (
    <Dialog
      wide
      title="Change script"
      description="The commands that make the routers what the design is now, in an order that keeps every other tunnel up."
      onClose={onClose}
    >
      {baseline === undefined ? (
        <p className="change-none">Nothing has changed since the design was opened, and there is no checkpoint yet.</p>
      ) : (
        <>
          <label className="change-from">
            From
            <BaselineChoice baselines={baselines} value={baseline.id} onChoose={setChosen} />
            to now
          </label>
          <Changes key={baseline.id} baseline={baseline} design={design} />
        </>
      )}
    </Dialog>
  );
}

interface BaselineChoiceProps {
  readonly baselines: readonly Baseline[];
  readonly value: string;
  readonly onChoose: (id: string) => void;
}

function BaselineChoice({ baselines, value, onChoose }: BaselineChoiceProps) {
  const options = (group: Baseline["group"]) =>
    baselines
      .filter((one) => one.group === group)
      .map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ));
  return (
    <select
      className="field-input"
      aria-label="Compare with"
      value={value}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      <optgroup label="Steps since the design was opened">{options("session")}</optgroup>
      <optgroup label="Checkpoints">{options("checkpoint")}</optgroup>
    </select>
  );
}

interface ChangesProps {
  readonly baseline: Baseline;
  readonly design: Design;
}

function Changes({ baseline, design }: ChangesProps) {
  const workbench = useWorkbench();
  const [at, setAt] = useState(0);
  const [goesBack, setGoesBack] = useState(false);
  const found = useMemo(() => compared(baseline, design), [baseline, design]);
  if ("failure" in found) {
    return (
      <p role="alert" className="import-refusal">
        {found.failure}
      </p>
    );
  }
  const { changes, secrets } = found;
  const change = changes[at < changes.length ? at : 0];
  if (!change) return <p className="change-none">Nothing differs: there is nothing to paste.</p>;
  const script = goesBack ? change.back : change.change;
  const text = scriptText(script);
  const stem = `${fileStem(change.name)}-${goesBack ? "back" : "change"}`;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => workbench.notify(`The script for ${change.name} is on the clipboard.`),
      () => workbench.notify("The browser did not let the page write to the clipboard.", "error"),
    );
  return (
    <>
      <div className="change">
        <div className="change-routers" role="group" aria-label="Routers">
          {changes.map((one, index) => (
            <button key={one.name} type="button" aria-pressed={one === change} onClick={() => setAt(index)}>
              <strong>{one.name}</strong>
              <span>{summary(one)}</span>
            </button>
          ))}
        </div>
        <div className="change-script">
          <div className="change-ways" role="group" aria-label="Direction">
            <button type="button" aria-pressed={!goesBack} onClick={() => setGoesBack(false)}>
              Change
            </button>
            <button type="button" aria-pressed={goesBack} onClick={() => setGoesBack(true)}>
              Way back
            </button>
          </div>
          <ScriptView name={change.name} script={script} secrets={secrets} gone={emptyWords(change, goesBack)} />
        </div>
      </div>
      <div className="change-foot">
        <p>Keys are hidden here, but stand in what is copied and downloaded.</p>
        <Button disabled={script.lines.length === 0} onClick={() => void copy()}>
          <ClipboardCopy size={15} aria-hidden />
          Copy
        </Button>
        <Button
          disabled={script.lines.length === 0}
          onClick={() => download(`${stem}.txt`, new Blob([text], { type: "text/plain" }))}
        >
          <Download size={15} aria-hidden />
          Download
        </Button>
        <Button
          look="primary"
          onClick={() =>
            download(`${fileStem(design.name)}-changes.txt`, new Blob([changeText(changes)], { type: "text/plain" }))
          }
        >
          <Download size={15} aria-hidden />
          All routers and ways back
        </Button>
      </div>
    </>
  );
}

interface ScriptViewProps {
  readonly name: string;
  readonly script: ChangeScript;
  readonly secrets: ReadonlySet<string>;
  /** What is said where there is no line. */
  readonly gone: string;
}

function ScriptView({ name, script, secrets, gone }: ScriptViewProps) {
  return (
    <div className="change-text" tabIndex={0} role="region" aria-label={`Script for ${name}`}>
      {script.notes.length > 0 ? (
        <ul className="change-notes" aria-label="What a person has to do">
          {script.notes.map((note) => (
            <li key={note}>
              <NotebookPen size={14} aria-hidden />
              {note}
            </li>
          ))}
        </ul>
      ) : null}
      {script.lines.length === 0 ? <p className="change-none">{gone}</p> : null}
      <ol>
        {script.lines.map((line, index) => (
          <Line key={index} line={line} secrets={secrets} />
        ))}
      </ol>
    </div>
  );
}

/** A command, with what happens to tunnels at it. */
function Line({ line, secrets }: { readonly line: ScriptLine; readonly secrets: ReadonlySet<string> }) {
  const { text, drops, restores, note } = line;
  return (
    <li className={drops === undefined ? "" : "change-drops"}>
      <code>{redacted(text, secrets)}</code>
      {drops === undefined ? null : (
        <span className="change-mark change-mark-drops">
          <ArrowDown size={12} aria-hidden />
          {drops} {drops.includes(", ") ? "go" : "goes"} down
        </span>
      )}
      {restores === undefined ? null : (
        <span className="change-mark change-mark-restores">
          <ArrowUp size={12} aria-hidden />
          {restores} can come up
        </span>
      )}
      {note === undefined ? null : <span className="change-mark">{note}</span>}
    </li>
  );
}

function compared(
  baseline: Baseline,
  design: Design,
): { readonly failure: string } | { readonly changes: readonly RouterChange[]; readonly secrets: ReadonlySet<string> } {
  try {
    const before = baseline.open();
    const secrets = new Set([...designSecrets(before), ...designSecrets(design)]);
    return { changes: changeScripts(before, design), secrets };
  } catch (error) {
    return { failure: `This state can't be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function summary({ kind, change }: RouterChange): string {
  if (kind === "added") return "new";
  if (kind === "removed") return "gone";
  const drops = change.lines.filter(({ drops: down }) => down !== undefined).length;
  return drops === 0
    ? `${counted(change.lines.length, "line")}, no tunnel drops`
    : counted(change.lines.length, "line");
}

function emptyWords({ kind, name }: RouterChange, goesBack: boolean): string {
  if (kind === "added") return `${name} is new: on the way back there is nothing to paste.`;
  if (kind === "removed" && !goesBack) return `${name} is gone from the design: there is nothing to paste.`;
  return "There is nothing to paste.";
}

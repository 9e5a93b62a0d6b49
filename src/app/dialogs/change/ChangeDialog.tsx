import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { ArrowDown, ArrowUp, ClipboardCopy, Download, FileUp, NotebookPen } from "lucide-react";
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
import { fileStates } from "./fileStates.ts";
import "../dialogs.css";
import "./change.css";

/** The commands that lead from an earlier state to the present one, or from file to file, per router, and the way back. */
export function ChangeDialog({ onClose }: { readonly onClose: () => void }) {
  const { library, ids } = useWorkbench();
  const design = useEffectiveDesign();
  const steps = useHistory((history) => history.pastStates);
  const [checkpoints, setCheckpoints] = useState<readonly Checkpoint[]>([]);
  const [files, setFiles] = useState<readonly Baseline[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [target, setTarget] = useState(NOW);
  const [failure, setFailure] = useState<string | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
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
  const readDesign = useCallback((text: string) => library.format.read(text).design, [library]);
  const baselines = useMemo(
    () => [
      ...baselinesOf(
        steps.flatMap(({ design: earlier, label }) => (earlier ? [{ design: earlier, label: label ?? "" }] : [])),
        checkpoints,
        readDesign,
      ),
      ...files,
    ],
    [steps, checkpoints, files, readDesign],
  );
  const baseline = baselines.find(({ id }) => id === chosen) ?? likelyBaseline(baselines);
  const now = useMemo(() => present(design), [design]);
  const wanted = baselines.find(({ id }) => id === target) ?? now;

  const take = async (list: readonly File[]) => {
    try {
      const texts = await Promise.all(list.map(async (file) => ({ file: file.name, text: await file.text() })));
      const added = fileStates(texts, files, readDesign, ids);
      setFiles([...files, ...added]);
      setFailure(null);
      // What routers run leads to what they are to be: the one file to the design, and the first of two to the second.
      const [from, to] = added.length > 1 ? added : [...files.slice(-1), ...added];
      if (from) setChosen(from.id);
      setTarget(to?.id ?? NOW);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Dialog
      wide
      title="Change script"
      description="The commands that make the routers what they are to be, in an order that keeps every other tunnel up."
      onClose={onClose}
    >
      <div className="change-from">
        {baseline === undefined ? null : (
          <>
            <label>
              From
              <StateChoice label="Compare with" states={baselines} value={baseline.id} onChoose={setChosen} />
            </label>
            <label>
              to
              <StateChoice label="Lead to" states={[now, ...baselines]} value={wanted.id} onChoose={setTarget} />
            </label>
          </>
        )}
        <Button onClick={() => chooser.current?.click()}>
          <FileUp size={15} aria-hidden />
          Add files…
        </Button>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          aria-label="Files to compare"
          accept=".cfg,.conf,.txt,.ios,.log,.json,text/plain"
          onChange={(event) => {
            void take([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = "";
          }}
        />
      </div>
      {failure === null ? null : (
        <p className="import-refusal" role="alert">
          {failure}
        </p>
      )}
      {baseline === undefined ? (
        <p className="change-none">
          Nothing has changed since the design was opened, and there is no checkpoint yet. Add what a router runs as a
          file, or two files to compare.
        </p>
      ) : (
        <Changes key={`${baseline.id} ${wanted.id}`} baseline={baseline} wanted={wanted} />
      )}
    </Dialog>
  );
}

/** What the script leads to where nothing else is chosen. */
const NOW = "now";

function present(design: Design): Baseline {
  return { id: NOW, label: "Now", group: "now", open: () => design };
}

interface StateChoiceProps {
  readonly label: string;
  readonly states: readonly Baseline[];
  readonly value: string;
  readonly onChoose: (id: string) => void;
}

const groups: readonly (readonly [Exclude<Baseline["group"], "now">, string])[] = [
  ["session", "Steps since the design was opened"],
  ["checkpoint", "Checkpoints"],
  ["file", "Files"],
];

function StateChoice({ label, states, value, onChoose }: StateChoiceProps) {
  const options = (group: Baseline["group"]) =>
    states
      .filter((one) => one.group === group)
      .map((one) => (
        <option key={one.id} value={one.id}>
          {one.label}
        </option>
      ));
  return (
    <select
      className="field-input"
      aria-label={label}
      value={value}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      {options("now")}
      {groups.map(([group, title]) =>
        states.some((one) => one.group === group) ? (
          <optgroup key={group} label={title}>
            {options(group)}
          </optgroup>
        ) : null,
      )}
    </select>
  );
}

interface ChangesProps {
  readonly baseline: Baseline;
  readonly wanted: Baseline;
}

function Changes({ baseline, wanted }: ChangesProps) {
  const workbench = useWorkbench();
  const [at, setAt] = useState(0);
  const [goesBack, setGoesBack] = useState(false);
  const found = useMemo(() => compared(baseline, wanted), [baseline, wanted]);
  if ("failure" in found) {
    return (
      <p role="alert" className="import-refusal">
        {found.failure}
      </p>
    );
  }
  const { changes, name: designName, secrets } = found;
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
            download(`${fileStem(designName)}-changes.txt`, new Blob([changeText(changes)], { type: "text/plain" }))
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

interface Compared {
  readonly changes: readonly RouterChange[];
  /** Of the state that the changes lead to. */
  readonly name: string;
  readonly secrets: ReadonlySet<string>;
}

function compared(baseline: Baseline, wanted: Baseline): { readonly failure: string } | Compared {
  try {
    const [before, after] = [baseline.open(), wanted.open()];
    const secrets = new Set([...designSecrets(before), ...designSecrets(after)]);
    return { changes: changeScripts(before, after), name: after.name, secrets };
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

import { useDeferredValue, useMemo, useState } from "react";
import { CircleCheck, CircleX, Info, Split, TriangleAlert } from "lucide-react";
import { explainOutput, routerNames, type ExplainedOutput, type ExplainedRow, type RowTone } from "../../core/index.ts";
import { reveal } from "../../store/viewStore.ts";
import { Dialog } from "../controls/Dialog.tsx";
import { useEffectiveDesign } from "../stores.tsx";
import { useWorkbench } from "../workbench.ts";
import { sessionOf } from "./terminalSession.ts";
import "./explainOutput.css";

const placeholder = "HQ#show crypto isakmp sa\ndst             src             state          conn-id status\n…";

/** Output of real routers, pasted and told row by row against the design. Nothing of it is kept. */
export function ExplainOutputDialog({ onClose }: { readonly onClose: () => void }) {
  const workbench = useWorkbench();
  const design = useEffectiveDesign();
  const [text, setText] = useState("");
  const pasted = useDeferredValue(text);
  const asked = sessionOf(workbench.design).getState().router ?? undefined;
  const outputs = useMemo(() => explainOutput(design, pasted, asked), [design, pasted, asked]);
  return (
    <Dialog
      wide
      title="Explain output"
      description="Paste what show crypto isakmp sa, ipsec sa, session, map, show access-lists or debug crypto printed, of one router or of several. It is held against the design, and sent nowhere."
      onClose={onClose}
    >
      <textarea
        className="field-input explain-text"
        aria-label="Output of a router"
        placeholder={placeholder}
        autoFocus
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div aria-live="polite">
        {pasted.trim() !== "" && outputs.length === 0 ? (
          <p className="explain-none">
            Nothing here is output that can be explained. It begins best with the prompt and the command, as it stands
            on the terminal.
          </p>
        ) : null}
        {outputs.map((output, index) => (
          <OutputSection key={index} output={output} onClose={onClose} />
        ))}
      </div>
    </Dialog>
  );
}

interface SectionProps {
  readonly output: ExplainedOutput;
  readonly onClose: () => void;
}

function OutputSection({ output, onClose }: SectionProps) {
  const design = useEffectiveDesign();
  const { command, router, rows, missing } = output;
  const name = router === null ? undefined : routerNames(design.routers).get(router);
  return (
    <section className="explain-output">
      <h3>
        <code>{command}</code>
        {name === undefined ? " of a router that the text does not tell" : ` of ${name}`}
      </h3>
      <ul aria-label={`Rows of ${command}`}>
        {rows.map((row, index) => (
          <Row key={index} row={row} onClose={onClose} />
        ))}
      </ul>
      {missing.length > 0 ? (
        <ul className="explain-missing" aria-label="Missing">
          {missing.map((sentence) => (
            <li key={sentence}>
              <Split size={14} aria-hidden />
              {sentence}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

const tones: Readonly<Record<RowTone, { readonly Icon: typeof Info; readonly word: string }>> = {
  good: { Icon: CircleCheck, word: "In order" },
  info: { Icon: Info, word: "Note" },
  warning: { Icon: TriangleAlert, word: "Look here" },
  bad: { Icon: CircleX, word: "Down" },
};

function Row({ row, onClose }: { readonly row: ExplainedRow; readonly onClose: () => void }) {
  const workbench = useWorkbench();
  const { about, tone, says, differs, place, peering, line, endLine } = row;
  const { Icon, word } = tones[tone];
  return (
    <li className={`explain-row explain-${tone}`}>
      <p className="explain-about">
        <Icon size={15} aria-label={word} />
        <strong>{about}</strong>
        <span className="explain-lines">{line === endLine ? `line ${line}` : `lines ${line} to ${endLine}`}</span>
      </p>
      {says.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {differs.map((sentence) => (
        <p key={sentence} className="explain-differs">
          <Split size={14} aria-label="Against the design" />
          {sentence}
        </p>
      ))}
      {place !== undefined || peering !== null ? (
        <p className="explain-links">
          {place === undefined ? null : (
            <button
              type="button"
              onClick={() => {
                onClose();
                reveal(workbench.view, { router: place.router, place, focus: true });
              }}
            >
              Show in the configuration
            </button>
          )}
          {peering === null ? null : (
            <button
              type="button"
              onClick={() => {
                onClose();
                workbench.view.setState({ selection: [{ kind: "peering", id: peering }] });
                workbench.canvas.current?.show({ kind: "peering", id: peering });
              }}
            >
              Show the peering
            </button>
          )}
        </p>
      ) : null}
    </li>
  );
}

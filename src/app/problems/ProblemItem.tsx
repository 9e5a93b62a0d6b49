import { useId, useState, type SubmitEvent } from "react";
import { Check, Undo2, Wrench } from "lucide-react";
import {
  acceptingComment,
  applicableFix,
  completeFix,
  fixInputProblem,
  placeText,
  routerNames,
  routerText,
  withdrawAcceptance,
  type Finding,
  type Fix,
} from "../../core/index.ts";
import { effectiveDesign } from "../../store/designStore.ts";
import { reveal } from "../../store/viewStore.ts";
import { Button, LinkButton } from "../controls/Button.tsx";
import { useDesignState, useEffectiveDesign } from "../stores.tsx";
import { useWorkbench, type Workbench } from "../workbench.ts";
import { AcceptForm } from "./AcceptForm.tsx";
import { Explanation } from "./Explanation.tsx";
import { FixAllButton } from "./FixAllButton.tsx";
import { FixPreview, PreviewButton } from "./FixPreview.tsx";
import { linesOfFinding } from "./linesOfFinding.ts";
import { showFinding } from "./nextProblem.ts";
import { SeverityIcon, severityNames } from "./severity.tsx";

interface ProblemItemProps {
  readonly finding: Finding;
  /** How many findings its rule has. */
  readonly ofKind?: number | undefined;
}

/** One finding: what is wrong, where, what it means, and what can be done about it. */
export function ProblemItem({ finding, ofKind = 0 }: ProblemItemProps) {
  const workbench = useWorkbench();
  const design = useEffectiveDesign();
  const readOnly = useDesignState((state) => state.readOnly);
  const [accepting, setAccepting] = useState(false);
  const names = routerNames(design.routers);
  const [explained, setExplained] = useState(false);
  const explanation = useId();
  return (
    <li className={`problem severity-${finding.severity}`}>
      <button type="button" className="problem-words" onClick={() => showFinding(workbench, finding, true)}>
        <span className="problem-severity">
          <SeverityIcon severity={finding.severity} />
          {severityNames[finding.severity].one}
        </span>{" "}
        <span className="problem-message">{finding.message}</span>
      </button>
      <p className="problem-places">
        {linesOfFinding(design, finding).map(({ place, line }) => (
          <LinkButton
            key={place.router}
            onClick={() => reveal(workbench.view, { router: place.router, place, focus: true })}
          >
            {names.get(place.router)} line {line}
          </LinkButton>
        ))}
        <button
          type="button"
          className="problem-rule"
          aria-expanded={explained}
          aria-controls={explained ? explanation : undefined}
          aria-label={`Explain ${finding.rule}`}
          title="What this rule means"
          onClick={() => setExplained(!explained)}
        >
          {finding.rule}
        </button>
      </p>
      {explained ? <Explanation rule={finding.rule} id={explanation} /> : null}
      {finding.suppressed === undefined ? null : <p className="problem-reason">Accepted: {finding.suppressed}</p>}
      <div className="problem-fixes">
        {finding.suppressed !== undefined
          ? null
          : finding.fixes.map((fix) => <FixButton key={fix.title} finding={finding} fix={fix} disabled={readOnly} />)}
        {finding.suppressed === undefined && ofKind > 1 && applicableFix(finding, true) ? (
          <FixAllButton rule={finding.rule} />
        ) : null}
        {accepting ? (
          <AcceptForm finding={finding} onClose={() => setAccepting(false)} />
        ) : (
          <button
            type="button"
            className="problem-accept"
            disabled={readOnly}
            onClick={() => (finding.suppressed === undefined ? setAccepting(true) : withdraw(workbench, finding))}
          >
            {finding.suppressed === undefined ? <Check size={13} aria-hidden /> : <Undo2 size={13} aria-hidden />}
            {finding.suppressed === undefined ? "Accept…" : "No longer accept"}
          </button>
        )}
      </div>
    </li>
  );
}

/** Lets a finding stand again, by the design's list or by taking the comment out of the text that accepts it. */
function withdraw(workbench: Workbench, finding: Finding): void {
  const store = workbench.design;
  const design = effectiveDesign(store.getState());
  const comment = acceptingComment(design, finding, placeText);
  const router = comment && design.routers.get(comment.router);
  if (!router) {
    store.getState().run(withdrawAcceptance(finding, placeText));
    return;
  }
  const lines = routerText(router).lines.filter((_line, index) => index !== comment.line - 1);
  store.getState().draftText(router.id, lines.map(({ text }) => `${text}\n`).join(""));
  store.getState().commitDraft();
}

interface FixButtonProps {
  readonly finding: Finding;
  readonly fix: Fix;
  readonly disabled: boolean;
}

/** Applies a fix; one that needs a value asks for it in place. */
export function FixButton({ finding, fix, disabled }: FixButtonProps) {
  const workbench = useWorkbench();
  const [asked, setAsked] = useState(false);
  const apply = (value: string) => {
    const state = workbench.design.getState();
    const edits = completeFix(effectiveDesign(state), finding, fix, value);
    if (state.runEdits(fix.title, edits)) workbench.announce(`Fixed: ${fix.title}`);
    else workbench.notify("The fix no longer applies.", "warning");
  };
  const [previewed, setPreviewed] = useState(false);
  if (asked && fix.needs) return <FixQuestion fix={fix} onAnswer={apply} onCancel={() => setAsked(false)} />;
  return (
    <>
      <span className="problem-fix-row">
        <button
          type="button"
          className="problem-fix"
          disabled={disabled}
          title={
            fix.safe ? "This changes neither what is protected nor how." : "This changes what is protected, or how."
          }
          onClick={() => (fix.needs ? setAsked(true) : apply(""))}
        >
          <Wrench size={13} aria-hidden />
          <span>Fix: {fix.title}</span>
        </button>
        {fix.needs ? null : (
          <PreviewButton title={fix.title} open={previewed} onToggle={() => setPreviewed(!previewed)} />
        )}
      </span>
      {previewed ? <FixPreview edits={fix.edits} /> : null}
    </>
  );
}

interface FixQuestionProps {
  readonly fix: Fix;
  readonly onAnswer: (value: string) => void;
  readonly onCancel: () => void;
}

function FixQuestion({ fix, onAnswer, onCancel }: FixQuestionProps) {
  const { newKey } = useWorkbench();
  const { needs } = fix;
  const [value, setValue] = useState(
    needs?.suggestion ?? (needs?.type === "key" ? newKey() : (needs?.choices?.[0] ?? "")),
  );
  const [refused, setRefused] = useState<string | undefined>();
  if (!needs) return null;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const problem = fixInputProblem(needs, value);
    setRefused(problem);
    if (problem === undefined) onAnswer(value);
  };
  return (
    <form className="fix-question" onSubmit={submit}>
      <label>
        {needs.label}
        {needs.type === "choice" ? (
          <select
            className="field-input"
            value={value}
            autoFocus
            onChange={(event) => setValue(event.currentTarget.value)}
          >
            {needs.choices?.map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </select>
        ) : (
          <input
            className="field-input"
            value={value}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            aria-invalid={refused !== undefined}
            onChange={(event) => setValue(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape") onCancel();
            }}
          />
        )}
      </label>
      {refused === undefined ? null : <p role="alert">{refused}</p>}
      <div className="fix-question-buttons">
        <Button onClick={onCancel}>Cancel</Button>
        <Button look="primary" type="submit">
          Apply
        </Button>
      </div>
    </form>
  );
}

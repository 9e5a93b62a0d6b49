import { useId, useMemo, useState, type ReactNode } from "react";
import { ArrowDown, ArrowUp, ClipboardCopy, PencilLine, Plus, Save, Target, Trash2 } from "lucide-react";
import {
  check,
  describeGoal,
  injectFault,
  judgeGoals,
  lessonSecrets,
  loadLesson,
  possibleGoals,
  saveLesson,
  type Design,
  type Goal,
  type Lesson,
  type Scenario,
} from "../../core/index.ts";
import { newDesignId } from "../../store/identities.ts";
import type { ScenarioDraft } from "../../store/lessonStore.ts";
import { download, fileStem } from "../actions/designFiles.ts";
import { counted } from "../canvas/project.ts";
import { Button, IconButton } from "../controls/Button.tsx";
import { useEffectiveDesign } from "../stores.tsx";
import { useJudgement, useWorkbench, type Workbench } from "../workbench.ts";
import { makeLessonLink } from "./lessonLink.ts";
import { lessonStore, openLesson, useLessons } from "./lessons.ts";

/** Some programs cut longer addresses; then a file is the better way. */
const LONGEST_ADDRESS = 8000;

/** Writes a lesson: scenarios of the designs that are open meanwhile, in an order, to be handed out as a file or a link. */
export function AuthorPane({ onClose }: { readonly onClose: () => void }) {
  const written = useLessons((state) => state.written);
  const draft = useLessons((state) => state.draft);
  const lesson = useMemo(() => (written === null ? null : readWritten(written)), [written]);
  return (
    <div className="lesson-body">
      <header className="lesson-heading">
        <div>
          <p className="lesson-kind">Writing</p>
          <h2>{lesson?.title ?? "A new lesson"}</h2>
        </div>
        <Button look="quiet" onClick={onClose}>
          Back to all scenarios
        </Button>
      </header>
      {lesson ? <WrittenLesson lesson={lesson} /> : null}
      {draft ? <DraftForm draft={draft} lesson={lesson} /> : <NewScenario />}
      {lesson ? <ShareLesson lesson={lesson} /> : null}
    </div>
  );
}

function readWritten(text: string): Lesson | null {
  const result = loadLesson(text);
  return result.kind === "lesson" ? result.lesson : null;
}

/** Keeps the lesson as a file's text; one without scenarios is none. */
function keep(lesson: Lesson): void {
  lessonStore.setState({ written: lesson.scenarios.length === 0 ? null : saveLesson(lesson, { withSecrets: true }) });
}

function WrittenLesson({ lesson }: { readonly lesson: Lesson }) {
  const { scenarios } = lesson;
  const put = (order: readonly Scenario[]) => keep({ ...lesson, scenarios: order });
  const swap = (index: number, other: number) =>
    put(scenarios.map((one, at) => scenarios[at === index ? other : at === other ? index : at] ?? one));
  return (
    <section aria-label="Scenarios of this lesson">
      <Field label="Title of the lesson">
        {(id) => (
          <input
            id={id}
            className="field-input"
            defaultValue={lesson.title}
            onBlur={(event) => {
              const title = event.target.value.trim();
              if (title !== "") keep({ ...lesson, title });
            }}
          />
        )}
      </Field>
      <ol className="lesson-order">
        {scenarios.map(({ id, title, goals }, index) => (
          <li key={id}>
            <span>
              <strong>{title}</strong>
              <span className="lesson-goal">{counted(goals.length, "goal")}</span>
            </span>
            <IconButton label={`Move ${title} up`} disabled={index === 0} onClick={() => swap(index, index - 1)}>
              <ArrowUp size={15} />
            </IconButton>
            <IconButton
              label={`Move ${title} down`}
              disabled={index === scenarios.length - 1}
              onClick={() => swap(index, index + 1)}
            >
              <ArrowDown size={15} />
            </IconButton>
            <IconButton
              label={`Remove ${title}`}
              onClick={() => put(scenarios.filter((_, position) => position !== index))}
            >
              <Trash2 size={15} />
            </IconButton>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The first step: the design that is open now is how it should be in the end. */
function NewScenario() {
  const workbench = useWorkbench();
  const design = useEffectiveDesign();
  return (
    <section aria-label="New scenario" className="lesson-step">
      <h3>New scenario</h3>
      <p>
        Open the design as it should be in the end. Its goals are chosen from what is true of it; after that you break
        it.
      </p>
      <div className="lesson-buttons">
        <Button
          look="primary"
          disabled={design.routers.size === 0}
          onClick={() =>
            lessonStore.setState({
              draft: {
                title: design.name,
                goal: "",
                text: "",
                hints: "",
                solution: textOf(workbench, design),
                start: null,
                goals: possibleGoals(design, check(design))
                  .filter(({ kind }) => kind === "peering" || kind === "traffic" || kind === "clients")
                  .filter((goal) => goal.kind !== "peering" || goal.type === undefined)
                  .map(describeGoal),
              },
            })
          }
        >
          <Target size={15} aria-hidden />
          Take this design as the solution
        </Button>
      </div>
    </section>
  );
}

function textOf({ library }: Workbench, design: Design): string {
  return library.format.write(design);
}

function DraftForm({ draft, lesson }: { readonly draft: ScenarioDraft; readonly lesson: Lesson | null }) {
  const workbench = useWorkbench();
  const { format } = workbench.library;
  const solution = useMemo(() => format.read(draft.solution).design, [draft.solution, format]);
  const start = useMemo(() => (draft.start === null ? null : format.read(draft.start).design), [draft.start, format]);
  const possible = useMemo(() => possibleGoals(solution, check(solution)), [solution]);
  const chosen = possible.filter((goal) => draft.goals.includes(describeGoal(goal)));
  const set = (changes: Partial<ScenarioDraft>) => lessonStore.setState({ draft: { ...draft, ...changes } });
  const obstacle = obstacleOf(draft, start, chosen);
  const add = () => {
    if (obstacle !== null || !start) return;
    const scenario: Scenario = {
      id: newDesignId(),
      title: draft.title.trim(),
      goal: draft.goal.trim() === "" ? (chosen[0] ? describeGoal(chosen[0]) : "") : draft.goal.trim(),
      text: draft.text.trim(),
      start,
      solution,
      hints: draft.hints
        .split("\n")
        .map((text) => ({ text: text.trim() }))
        .filter(({ text }) => text !== ""),
      goals: chosen,
    };
    keep(
      lesson
        ? { ...lesson, scenarios: [...lesson.scenarios, scenario] }
        : { id: newDesignId(), title: scenario.title, scenarios: [scenario] },
    );
    lessonStore.setState({ draft: null });
    workbench.notify(`${scenario.title} is in the lesson.`);
  };
  return (
    <section aria-label="New scenario" className="lesson-step">
      <h3>New scenario</h3>
      <Field label="Title">
        {(id) => (
          <input
            id={id}
            className="field-input"
            value={draft.title}
            onChange={(event) => set({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label="Goal, in a sentence">
        {(id) => (
          <input
            id={id}
            className="field-input"
            placeholder={chosen[0] ? describeGoal(chosen[0]) : ""}
            value={draft.goal}
            onChange={(event) => set({ goal: event.target.value })}
          />
        )}
      </Field>
      <Field label="The situation">
        {(id) => (
          <textarea
            id={id}
            className="field-input"
            rows={3}
            value={draft.text}
            onChange={(event) => set({ text: event.target.value })}
          />
        )}
      </Field>
      <fieldset className="lesson-goals">
        <legend>Goals, from what is true of the solution</legend>
        {possible.map((goal) => {
          const text = describeGoal(goal);
          return (
            <label key={text}>
              <input
                type="checkbox"
                checked={draft.goals.includes(text)}
                onChange={(event) =>
                  set({
                    goals: event.target.checked ? [...draft.goals, text] : draft.goals.filter((one) => one !== text),
                  })
                }
              />
              {text}
            </label>
          );
        })}
      </fieldset>
      <Field label="Hints, one per line, the general ones first">
        {(id) => (
          <textarea
            id={id}
            className="field-input"
            rows={3}
            value={draft.hints}
            onChange={(event) => set({ hints: event.target.value })}
          />
        )}
      </Field>
      <StartChoice
        solution={solution}
        hasStart={start !== null}
        onChoose={(one) => set({ start: textOf(workbench, one) })}
      />
      <p className="lesson-readiness" role="status">
        {obstacle ?? `The start misses ${counted(missedBy(start, chosen), "goal")} of ${String(chosen.length)}. Good.`}
      </p>
      <div className="lesson-buttons">
        <Button look="primary" disabled={obstacle !== null} onClick={add}>
          <Plus size={15} aria-hidden />
          Add to the lesson
        </Button>
        <Button onClick={() => lessonStore.setState({ draft: null })}>Discard</Button>
      </div>
    </section>
  );
}

/** Where the task begins: the design as it is open now, or the solution with a fault in it. */
function StartChoice({
  solution,
  hasStart,
  onChoose,
}: {
  readonly solution: Design;
  readonly hasStart: boolean;
  readonly onChoose: (start: Design) => void;
}) {
  const workbench = useWorkbench();
  const open = useEffectiveDesign();
  const { peerings } = useJudgement();
  const [seed, setSeed] = useState("1");
  const seedId = useId();
  const fault = () => {
    const made = /^\d{1,6}$/.test(seed) ? injectFault(solution, Number(seed)) : null;
    if (made) onChoose(made.faulty);
    else workbench.notify("No such fault can be made in the solution.", "warning");
  };
  const broken = peerings.filter(({ status }) => status !== "agreed").length;
  return (
    <section aria-label="Start" className="lesson-step">
      <h4>{hasStart ? "The start is chosen" : "The start"}</h4>
      <p>Break the design that is open and take it, or let a number break the solution.</p>
      <div className="lesson-buttons">
        <Button onClick={() => onChoose(open)}>
          <PencilLine size={15} aria-hidden />
          Take this design as the start{broken > 0 ? ` (${counted(broken, "peering")} not agreed)` : ""}
        </Button>
        <label className="lesson-seed" htmlFor={seedId}>
          Number
          <input
            id={seedId}
            className="field-input"
            inputMode="numeric"
            value={seed}
            onChange={(event) => setSeed(event.target.value.trim())}
          />
        </label>
        <Button onClick={fault}>Start with this fault</Button>
      </div>
    </section>
  );
}

function missedBy(start: Design | null, goals: readonly Goal[]): number {
  if (!start) return goals.length;
  return judgeGoals(start, check(start), goals).filter(({ isReached }) => !isReached).length;
}

/** Why a scenario can't be added yet; null when it can. */
function obstacleOf(draft: ScenarioDraft, start: Design | null, chosen: readonly Goal[]): string | null {
  if (draft.title.trim() === "") return "A title is missing.";
  if (chosen.length === 0) return "A goal is missing.";
  if (!start) return "The start is missing.";
  return missedBy(start, chosen) === 0 ? "The start reaches all goals already: break something first." : null;
}

function ShareLesson({ lesson }: { readonly lesson: Lesson }) {
  const workbench = useWorkbench();
  const [withSecrets, setWithSecrets] = useState(false);
  const secrets = useMemo(() => lessonSecrets(lesson), [lesson]);
  const text = () => saveLesson(lesson, { withSecrets });
  const copy = async () => {
    const address = await makeLessonLink(text(), location.href);
    try {
      await navigator.clipboard.writeText(address);
      if (address.length <= LONGEST_ADDRESS) workbench.notify("The link is on the clipboard.");
      else {
        workbench.notify("The link is on the clipboard. It is long, and some programs cut long links.", "warning");
      }
    } catch {
      workbench.notify("The browser did not let the page write to the clipboard.", "error");
    }
  };
  return (
    <section aria-label="Hand out" className="lesson-step">
      <h3>Hand out</h3>
      {secrets > 0 ? (
        <label className="lesson-secrets">
          <input type="checkbox" checked={withSecrets} onChange={(event) => setWithSecrets(event.target.checked)} />
          <span>
            Hand out {counted(secrets, "key or password")} too. Otherwise placeholders stand for them, equal where they
            are equal.
          </span>
        </label>
      ) : null}
      <div className="lesson-buttons">
        <Button look="primary" onClick={() => void copy()}>
          <ClipboardCopy size={15} aria-hidden />
          Copy the link
        </Button>
        <Button
          onClick={() =>
            download(`${fileStem(lesson.title)}.lesson.json`, new Blob([text()], { type: "application/json" }))
          }
        >
          <Save size={15} aria-hidden />
          Save as a file
        </Button>
        <Button
          onClick={() => {
            openLesson(text());
            workbench.notify(`${lesson.title} stands among the scenarios.`);
          }}
        >
          Put among the scenarios
        </Button>
      </div>
    </section>
  );
}

function Field({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="lesson-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

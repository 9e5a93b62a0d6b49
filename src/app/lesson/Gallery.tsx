import { useId, useRef, useState } from "react";
import { Bug, CircleCheck, FileUp, PencilLine, Play, Trash2 } from "lucide-react";
import { LARGEST_SEED, type Lesson, type Scenario } from "../../core/index.ts";
import { counted } from "../canvas/project.ts";
import { Button, IconButton } from "../controls/Button.tsx";
import { useWorkbench } from "../workbench.ts";
import { scenarioKey, startFault, startScenario } from "./exercises.ts";
import { closeLesson, openLesson, useLessons, useShelf } from "./lessons.ts";

/** What there is to do: a fault in the open design, or a scenario of a lesson. */
export function Gallery({ onWrite }: { readonly onWrite: () => void }) {
  const shelf = useShelf();
  return (
    <div className="lesson-body">
      <FaultForm />
      <div className="lesson-shelf-bar">
        <h2>Scenarios</h2>
        <span className="lesson-space" />
        <OpenButton />
        <Button onClick={onWrite}>
          <PencilLine size={15} aria-hidden />
          Write a lesson
        </Button>
      </div>
      {shelf.map(({ lesson, isOwn }) => (
        <LessonShelf key={lesson.id} lesson={lesson} isOwn={isOwn} />
      ))}
    </div>
  );
}

function FaultForm() {
  const workbench = useWorkbench();
  const [seed, setSeed] = useState("1");
  const [failure, setFailure] = useState<string | null>(null);
  const hintId = useId();
  const number = /^\d{1,6}$/.test(seed.trim()) ? Number(seed) : null;
  const inject = async () => {
    if (number === null) {
      setFailure(`A number from 0 to ${String(LARGEST_SEED)} is needed.`);
      return;
    }
    const done = await startFault(workbench, number);
    setFailure(done ? null : "No tunnel of this design comes up, so there is none that could be broken.");
  };
  return (
    <form
      className="lesson-fault"
      onSubmit={(event) => {
        event.preventDefault();
        void inject();
      }}
    >
      <h2>Find a fault</h2>
      <p id={hintId}>
        One of the 25 most frequent misconfigurations is made in a copy of the open design. The same number makes the
        same fault for everybody.
      </p>
      <div className="lesson-buttons">
        <label className="lesson-seed">
          Number
          <input
            className="field-input"
            inputMode="numeric"
            aria-describedby={hintId}
            aria-invalid={number === null}
            value={seed}
            onChange={(event) => setSeed(event.target.value)}
          />
        </label>
        <Button type="submit" look="primary">
          <Bug size={15} aria-hidden />
          Inject a fault…
        </Button>
      </div>
      {failure === null ? null : (
        <p role="alert" className="lesson-failure">
          {failure}
        </p>
      )}
    </form>
  );
}

function OpenButton() {
  const workbench = useWorkbench();
  const chooser = useRef<HTMLInputElement>(null);
  const open = async (file: File) => {
    try {
      const { lesson, problems } = openLesson(await file.text());
      workbench.notify(problems.length === 0 ? `The lesson “${lesson.title}” is open.` : problems.join(" "));
    } catch (error) {
      workbench.notify(error instanceof Error ? error.message : String(error), "error");
    }
  };
  return (
    <>
      <Button onClick={() => chooser.current?.click()}>
        <FileUp size={15} aria-hidden />
        Open a lesson…
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label="Lesson file"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = "";
          if (file) void open(file);
        }}
      />
    </>
  );
}

function LessonShelf({ lesson, isOwn }: { readonly lesson: Lesson; readonly isOwn: boolean }) {
  const solved = useLessons((state) => state.solved);
  const done = lesson.scenarios.filter((scenario) => solved.includes(scenarioKey(lesson, scenario))).length;
  return (
    <section className="lesson-shelf" aria-label={lesson.title}>
      <header>
        <h3>{lesson.title}</h3>
        <span className="lesson-progress">
          {done} of {counted(lesson.scenarios.length, "scenario")} solved
        </span>
        {isOwn ? (
          <IconButton label={`Remove the lesson ${lesson.title}`} onClick={() => closeLesson(lesson.id)}>
            <Trash2 size={15} />
          </IconButton>
        ) : null}
      </header>
      <ul>
        {lesson.scenarios.map((scenario) => (
          <ScenarioRow
            key={scenario.id}
            lesson={lesson}
            scenario={scenario}
            isSolved={solved.includes(scenarioKey(lesson, scenario))}
          />
        ))}
      </ul>
    </section>
  );
}

interface ScenarioRowProps {
  readonly lesson: Lesson;
  readonly scenario: Scenario;
  readonly isSolved: boolean;
}

function ScenarioRow({ lesson, scenario, isSolved }: ScenarioRowProps) {
  const workbench = useWorkbench();
  return (
    <li>
      <button
        type="button"
        className="lesson-choice"
        onClick={() => void startScenario(workbench, lesson, scenario)}
        aria-label={`Start ${scenario.title}${isSolved ? ", solved" : ""}`}
      >
        {isSolved ? (
          <CircleCheck className="lesson-done" size={17} aria-hidden />
        ) : (
          <Play className="lesson-play" size={17} strokeWidth={1.9} aria-hidden />
        )}
        <span>
          <strong>{scenario.title}</strong>
          <span className="lesson-goal">{scenario.goal}</span>
        </span>
      </button>
    </li>
  );
}

import { useEffect, type ReactNode } from "react";
import { Eye, Lightbulb, LogOut, PartyPopper, RotateCcw } from "lucide-react";
import type { FaultCriterion } from "../../core/index.ts";
import type { Exercise } from "../../store/lessonStore.ts";
import { markSolved } from "../../store/lessonStore.ts";
import { Button, LinkButton } from "../controls/Button.tsx";
import { useWorkbench } from "../workbench.ts";
import { Criteria } from "./Criteria.tsx";
import { changeExercise, hideProblems, leaveExercise } from "./exercises.ts";
import { lessonStore } from "./lessons.ts";

export interface ExerciseFrameProps {
  readonly exercise: Exercise;
  /** What it is remembered by once it is solved. */
  readonly solvedKey: string;
  readonly kind: string;
  readonly title: string;
  readonly goal: string;
  readonly text: ReactNode;
  readonly criteria: readonly FaultCriterion[];
  readonly hints: readonly { readonly text: string; readonly onShow?: () => void }[];
  /** What is shown when the solution is asked for. */
  readonly solution: ReactNode;
  readonly onReset: () => void;
  /** The way on, once it is solved. */
  readonly next?: ReactNode;
}

/** A running exercise: what is to be reached and what is reached, hints by degree, and the solution for who gives up. */
export function ExerciseFrame(props: ExerciseFrameProps) {
  const { exercise, solvedKey, kind, title, goal, text, criteria, hints, solution, onReset, next } = props;
  const workbench = useWorkbench();
  const isSolved = criteria.length > 0 && criteria.every(({ isReached }) => isReached);
  useEffect(() => {
    if (!isSolved || exercise.solved) return;
    markSolved(lessonStore, solvedKey);
    changeExercise({ solved: true });
    hideProblems(workbench, false);
    workbench.notify(`Solved: ${exercise.kind === "fault" ? kind : title}`);
  }, [isSolved, exercise.kind, exercise.solved, kind, solvedKey, title, workbench]);
  const shownHints = hints.slice(0, exercise.hints);
  return (
    <div className="lesson-body">
      <header className="lesson-heading">
        <div>
          <p className="lesson-kind">{kind}</p>
          <h2>{title}</h2>
        </div>
        <Button look="quiet" onClick={() => void leaveExercise(workbench)}>
          <LogOut size={15} aria-hidden />
          Leave
        </Button>
      </header>
      <p className="lesson-target">{goal}</p>
      <div className="lesson-text">{text}</div>

      <Criteria criteria={criteria} />

      {isSolved ? (
        <div className="lesson-solved">
          <PartyPopper size={20} aria-hidden />
          <strong>Solved.</strong>
          <span className="lesson-space" />
          {next}
        </div>
      ) : null}

      {shownHints.length > 0 ? (
        <section aria-label="Hints">
          <h3>Hints</h3>
          <ol className="lesson-hints">
            {shownHints.map((hint) => (
              <li key={hint.text}>
                {hint.text}
                {hint.onShow ? <LinkButton onClick={hint.onShow}>Show the place</LinkButton> : null}
              </li>
            ))}
          </ol>
        </section>
      ) : null}

      {exercise.revealed ? (
        <section aria-label="Solution">
          <h3>Solution</h3>
          {solution}
        </section>
      ) : null}

      <div className="lesson-buttons">
        <Button
          disabled={exercise.hints >= hints.length}
          onClick={() => {
            changeExercise({ hints: exercise.hints + 1 });
            workbench.announce(hints[exercise.hints]?.text ?? "");
          }}
        >
          <Lightbulb size={15} aria-hidden />
          {exercise.hints === 0 ? "Give a hint" : exercise.hints < hints.length ? "Another hint" : "No more hints"}
        </Button>
        <Button
          disabled={exercise.revealed}
          onClick={() => {
            changeExercise({ revealed: true });
            hideProblems(workbench, false);
          }}
        >
          <Eye size={15} aria-hidden />
          Show the solution
        </Button>
        <Button onClick={onReset}>
          <RotateCcw size={15} aria-hidden />
          Begin again
        </Button>
      </div>
    </div>
  );
}

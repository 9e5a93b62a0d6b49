import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { Button } from "../controls/Button.tsx";
import { useView } from "../stores.tsx";
import { useWorkbench } from "../workbench.ts";
import { AuthorPane } from "./AuthorPane.tsx";
import { leaveExercise, returnToExercise } from "./exercises.ts";
import { FaultPane } from "./FaultPane.tsx";
import { Gallery } from "./Gallery.tsx";
import { isLessonLink } from "./lessonFragment.ts";
import { readLessonLink } from "./lessonLink.ts";
import { openLesson, useLessons } from "./lessons.ts";
import { SharedStep } from "./SharedStep.tsx";
import { ScenarioPane } from "./ScenarioPane.tsx";
import "./lesson.css";

/** Scenarios to solve, faults to find, and lessons to write. */
export function Lesson() {
  useLessonLink();
  const exercise = useLessons((state) => state.exercise);
  const [isWriting, setWriting] = useState(false);
  const { library } = useWorkbench();
  // The saver tells of each design that is opened by starting anew.
  useStore(library.saver.state);
  const isReady = useReadyFormat();
  const step = useView((view) => (view.sharedDesign === library.saver.id() ? view.lessonStep : null));
  const isElsewhere = exercise !== null && exercise.design !== library.saver.id();
  if (!isReady) return <section className="lesson" aria-label="Lesson" aria-busy />;
  return (
    <section className="lesson" aria-label="Lesson">
      {/* Each is seen from its beginning, wherever the one before was scrolled to. */}
      <div className="lesson-scroll" key={isWriting ? "writing" : (exercise?.design ?? "gallery")}>
        {isWriting ? (
          <AuthorPane onClose={() => setWriting(false)} />
        ) : step ? (
          <SharedStep step={step} />
        ) : exercise === null ? (
          <Gallery onWrite={() => setWriting(true)} />
        ) : isElsewhere ? (
          <Elsewhere />
        ) : exercise.kind === "fault" ? (
          <FaultPane key={exercise.design} exercise={exercise} />
        ) : (
          <ScenarioPane key={exercise.design} exercise={exercise} />
        )}
      </div>
    </section>
  );
}

/** Another design is open than the one that the exercise is worked on in. */
function Elsewhere() {
  const workbench = useWorkbench();
  const exercise = useLessons((state) => state.exercise);
  return (
    <div className="lesson-body">
      <h2>An exercise is waiting</h2>
      <p>Another design is open than the one of the exercise.</p>
      <div className="lesson-buttons">
        <Button look="primary" onClick={() => exercise && void returnToExercise(workbench, exercise)}>
          Go on with the exercise
        </Button>
        <Button onClick={() => void leaveExercise(workbench)}>End the exercise</Button>
      </div>
    </div>
  );
}

/** Whether designs can be read yet: what reads them is loaded after the first picture. */
function useReadyFormat(): boolean {
  const { format } = useWorkbench().library;
  const [isReady, setReady] = useState(() => format.ready() === null);
  useEffect(() => {
    if (isReady) return;
    void format.ready()?.then(() => setReady(true));
  }, [format, isReady]);
  return isReady;
}

/** Puts the lesson of the page's address on the shelf, once. */
function useLessonLink(): void {
  const workbench = useWorkbench();
  useEffect(() => {
    const fragment = location.hash;
    if (!isLessonLink(fragment)) return;
    // A reload must not open it once more.
    history.replaceState(null, "", location.pathname + location.search);
    readLessonLink(fragment)
      .then((text) => {
        const { lesson } = openLesson(text);
        workbench.notify(`The lesson “${lesson.title}” came in the link.`);
      })
      .catch((error: unknown) => workbench.notify(error instanceof Error ? error.message : String(error), "error"));
  }, [workbench]);
}

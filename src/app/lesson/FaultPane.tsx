import { useMemo } from "react";
import { gradeFault, injectFault } from "../../core/index.ts";
import type { FaultExercise } from "../../store/lessonStore.ts";
import { reveal } from "../../store/viewStore.ts";
import { Button } from "../controls/Button.tsx";
import { useEffectiveDesign } from "../stores.tsx";
import { useAreProblemsHidden, useWorkbench } from "../workbench.ts";
import { ExerciseFrame } from "./ExerciseFrame.tsx";
import { hideProblems, leaveExercise, resetExercise } from "./exercises.ts";

/** A fault that is being looked for. */
export function FaultPane({ exercise }: { readonly exercise: FaultExercise }) {
  const workbench = useWorkbench();
  const design = useEffectiveDesign();
  const { before, seed } = exercise;
  const areHidden = useAreProblemsHidden();
  const { format } = workbench.library;
  const { original, fault } = useMemo(() => {
    const read = format.read(before).design;
    return { original: read, fault: injectFault(read, seed) };
  }, [before, format, seed]);
  const criteria = useMemo(
    () => (fault ? gradeFault(original, fault.faulty, design).criteria : []),
    [original, fault, design],
  );
  if (!fault) return null;
  const [place] = fault.places;
  return (
    <ExerciseFrame
      exercise={exercise}
      solvedKey={`fault ${String(seed)} ${original.name}`}
      kind={`Fault ${String(seed)}`}
      title={exercise.revealed ? fault.name : `What is wrong in ${original.name}?`}
      goal="Every peering agrees again, and nothing is protected less than before."
      text={
        <>
          <p>
            Something was changed in this copy, in one of the ways that really happen. Find it with the canvas, the
            configurations, the terminal, or by playing a negotiation. How you write it does not count.
          </p>
          <label className="lesson-switch">
            <input
              type="checkbox"
              checked={areHidden}
              onChange={(event) => hideProblems(workbench, event.target.checked)}
            />
            Hide the problems while it is looked for
          </label>
        </>
      }
      criteria={criteria}
      hints={fault.hints.map((text) => ({ text }))}
      solution={
        <>
          <p>
            {fault.story} It is number {fault.rank} of the 25 most frequent misconfigurations.
          </p>
          {place && design.routers.get(place.router)?.elements[place.kind].has(place.name) ? (
            <Button onClick={() => reveal(workbench.view, { router: place.router, place })}>Show the place</Button>
          ) : null}
        </>
      }
      onReset={() => {
        resetExercise(workbench, fault.faulty);
        hideProblems(workbench, true);
      }}
      next={
        <Button look="primary" onClick={() => void leaveExercise(workbench)}>
          Back to my design
        </Button>
      }
    />
  );
}

import { useMemo } from "react";
import { ArrowRight } from "lucide-react";
import {
  changeScripts,
  judgeGoals,
  routerCalled,
  type Design,
  type HintPlace,
  type Lesson,
  type Place,
  type Scenario,
} from "../../core/index.ts";
import type { ScenarioExercise } from "../../store/lessonStore.ts";
import { reveal } from "../../store/viewStore.ts";
import { Button } from "../controls/Button.tsx";
import { useEffectiveDesign } from "../stores.tsx";
import { useJudgement, useWorkbench } from "../workbench.ts";
import { ExerciseFrame } from "./ExerciseFrame.tsx";
import { leaveExercise, resetExercise, scenarioKey, startScenario } from "./exercises.ts";
import { useShelf } from "./lessons.ts";

/** A scenario that is being solved. */
export function ScenarioPane({ exercise }: { readonly exercise: ScenarioExercise }) {
  const lesson = useShelf().find((one) => one.lesson.id === exercise.lesson)?.lesson;
  const index = lesson?.scenarios.findIndex(({ id }) => id === exercise.scenario) ?? -1;
  const scenario = lesson?.scenarios[index];
  if (!lesson || !scenario) return <Gone />;
  return <RunningScenario exercise={exercise} lesson={lesson} scenario={scenario} index={index} />;
}

interface RunningScenarioProps {
  readonly exercise: ScenarioExercise;
  readonly lesson: Lesson;
  readonly scenario: Scenario;
  /** Its place in the lesson, from 0. */
  readonly index: number;
}

function RunningScenario({ exercise, lesson, scenario, index }: RunningScenarioProps) {
  const workbench = useWorkbench();
  const design = useEffectiveDesign();
  const result = useJudgement();
  const criteria = useMemo(() => judgeGoals(design, result, scenario.goals), [design, result, scenario]);
  const following = lesson.scenarios[index + 1];
  return (
    <ExerciseFrame
      exercise={exercise}
      solvedKey={scenarioKey(lesson, scenario)}
      kind={`${lesson.title}, ${String(index + 1)} of ${String(lesson.scenarios.length)}`}
      title={scenario.title}
      goal={scenario.goal}
      text={
        <>
          {scenario.text.split(/\n{2,}/).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {scenario.source === undefined ? null : <p className="lesson-source">After {scenario.source}.</p>}
        </>
      }
      criteria={criteria}
      hints={scenario.hints.map(({ text, place }) => {
        const found = place && placeIn(design, place);
        return { text, ...(found && { onShow: () => reveal(workbench.view, { router: found.router, place: found }) }) };
      })}
      solution={
        scenario.solution ? (
          <Commands from={scenario.start} to={scenario.solution} />
        ) : (
          <p>Whoever wrote this scenario left the solution to you.</p>
        )
      }
      onReset={() => resetExercise(workbench, scenario.start)}
      next={
        following ? (
          <Button look="primary" onClick={() => void startScenario(workbench, lesson, following)}>
            Next: {following.title}
            <ArrowRight size={15} aria-hidden />
          </Button>
        ) : (
          <Button look="primary" onClick={() => void leaveExercise(workbench)}>
            Back to all scenarios
          </Button>
        )
      }
    />
  );
}

/** The commands that lead from the start to the solution, router by router. */
function Commands({ from, to }: { readonly from: Design; readonly to: Design }) {
  const changes = useMemo(() => changeScripts(from, to), [from, to]);
  return (
    <>
      <p>One way to do it, as commands to paste:</p>
      {changes.map(({ name, change }) => (
        <figure key={name} className="lesson-commands">
          <figcaption>{name}</figcaption>
          <pre tabIndex={0}>{change.lines.map((line) => line.text).join("\n")}</pre>
        </figure>
      ))}
    </>
  );
}

function Gone() {
  const workbench = useWorkbench();
  return (
    <div className="lesson-body">
      <p>The lesson of this exercise is no longer here.</p>
      <div className="lesson-buttons">
        <Button onClick={() => void leaveExercise(workbench)}>End the exercise</Button>
      </div>
    </div>
  );
}

function placeIn(design: Design, { router: name, kind, name: element }: HintPlace): Place | undefined {
  const router = routerCalled(design, name);
  return router?.elements[kind].has(element) ? { router: router.id, kind, name: element } : undefined;
}

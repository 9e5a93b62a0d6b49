import { useMemo } from "react";
import { Play } from "lucide-react";
import { judgeGoals, type Scenario } from "../../core/index.ts";
import type { LessonStep } from "../../store/viewStore.ts";
import { Button } from "../controls/Button.tsx";
import { useEffectiveDesign } from "../stores.tsx";
import { useJudgement, useWorkbench } from "../workbench.ts";
import { Criteria } from "./Criteria.tsx";
import { startScenario } from "./exercises.ts";
import { useShelf } from "./lessons.ts";

/** The step of a lesson at which the design of a link stands: what is to be reached, and what is. */
export function SharedStep({ step }: { readonly step: LessonStep }) {
  const workbench = useWorkbench();
  const lesson = useShelf().find((one) => one.lesson.id === step.lesson)?.lesson;
  const scenario = lesson?.scenarios.find(({ id }) => id === step.scenario);
  if (!lesson || !scenario) {
    return (
      <div className="lesson-body">
        <h2>A step of a lesson</h2>
        <p>The design of this link stands at a step of a lesson that is not here. Open the lesson first.</p>
      </div>
    );
  }
  return (
    <div className="lesson-body">
      <header className="lesson-heading">
        <div>
          <p className="lesson-kind">{lesson.title}, from a link</p>
          <h2>{scenario.title}</h2>
        </div>
      </header>
      <p className="lesson-target">{scenario.goal}</p>
      <Reached scenario={scenario} />
      <p>Choose “Edit a copy” to go on from here, or begin with the scenario as it was.</p>
      <div className="lesson-buttons">
        <Button onClick={() => void startScenario(workbench, lesson, scenario)}>
          <Play size={15} aria-hidden />
          Begin the scenario
        </Button>
      </div>
    </div>
  );
}

function Reached({ scenario }: { readonly scenario: Scenario }) {
  const design = useEffectiveDesign();
  const result = useJudgement();
  const criteria = useMemo(() => judgeGoals(design, result, scenario.goals), [design, result, scenario]);
  return <Criteria criteria={criteria} />;
}

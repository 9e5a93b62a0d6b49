import { injectFault, type Design, type Lesson, type Scenario } from "../../core/index.ts";
import type { Exercise } from "../../store/lessonStore.ts";
import type { LessonStep } from "../../store/viewStore.ts";
import type { Workbench } from "../workbench.ts";
import { lessonStore } from "./lessons.ts";

/** What a scenario is remembered by once it is solved. */
export function scenarioKey(lesson: Pick<Lesson, "id">, scenario: Pick<Scenario, "id">): string {
  return `${lesson.id} ${scenario.id}`;
}

/** Opens a scenario's start as a design of its own. The design before stays in the library. */
export async function startScenario(workbench: Workbench, lesson: Lesson, scenario: Scenario): Promise<void> {
  await begin(workbench, { ...scenario.start, name: scenario.title }, (design, from) => ({
    kind: "scenario",
    lesson: lesson.id,
    scenario: scenario.id,
    design,
    from,
    hints: 0,
    revealed: false,
    solved: false,
  }));
  workbench.notify(`${scenario.title} is open. Your design is in the library.`);
}

/** Makes the open design the one that a step of a lesson is worked on in; an exercise that is going on stays. */
export async function goOnFrom({ library }: Workbench, { lesson, scenario }: LessonStep): Promise<void> {
  if (lessonStore.getState().exercise !== null) return;
  // What was never changed is not kept yet, and could not be come back to.
  await library.saver.writeNow();
  const design = library.saver.id();
  lessonStore.setState({
    exercise: { kind: "scenario", lesson, scenario, design, from: null, hints: 0, revealed: false, solved: false },
  });
}

/** Makes a fault in a copy of the design. Answers false where there is no tunnel that could be broken. */
export async function startFault(workbench: Workbench, seed: number): Promise<boolean> {
  workbench.design.getState().commitDraft();
  const before = workbench.design.getState().design;
  const fault = injectFault(before, seed);
  if (!fault) return false;
  const text = workbench.library.format.write(before);
  // Ids and texts are as they come back from a file, so that the fault is the same whenever it is made again.
  const copy = injectFault(workbench.library.format.read(text).design, seed)?.faulty ?? fault.faulty;
  await begin(workbench, { ...copy, name: `Fault ${String(seed)} in ${before.name}` }, (design, from) => ({
    kind: "fault",
    seed,
    before: text,
    design,
    from,
    hints: 0,
    revealed: false,
    solved: false,
  }));
  hideProblems(workbench, true);
  workbench.notify(`Fault ${String(seed)} is made in a copy of the design. Your design is in the library.`);
  return true;
}

/** Keeps the findings of the open design back, or shows them again. */
export function hideProblems(workbench: Workbench, hidden: boolean): void {
  workbench.view.setState({ problemsHiddenIn: hidden ? workbench.library.saver.id() : null });
}

/** Puts the exercise's design back to its start, as a step that can be undone. */
export function resetExercise(workbench: Workbench, start: Design): void {
  const { design } = workbench.design.getState();
  workbench.design.getState().replace({ ...start, name: design.name }, "Begin again");
  changeExercise({ solved: false });
}

/** Notes how the running exercise stands. */
export function changeExercise(changes: Partial<Pick<Exercise, "hints" | "revealed" | "solved">>): void {
  lessonStore.setState(({ exercise }) => (exercise ? { exercise: { ...exercise, ...changes } } : {}));
}

/** Ends the exercise and goes back to the design that was open before it. */
export async function leaveExercise(workbench: Workbench): Promise<void> {
  const { exercise } = lessonStore.getState();
  lessonStore.setState({ exercise: null });
  hideProblems(workbench, false);
  if (exercise?.from === null || exercise?.from === undefined) return;
  await show(workbench, () => workbench.library.open(exercise.from ?? ""));
}

/** Opens the design that the exercise is worked on in. */
export async function returnToExercise(workbench: Workbench, exercise: Exercise): Promise<void> {
  await show(workbench, () => workbench.library.open(exercise.design));
}

async function begin(
  workbench: Workbench,
  start: Design,
  exerciseOf: (design: string, from: string | null) => Exercise,
): Promise<void> {
  const { library } = workbench;
  const { exercise } = lessonStore.getState();
  // From one exercise to the next, the way back still leads to the person's own design.
  const from = exercise?.design === library.saver.id() ? exercise.from : library.saver.id();
  await show(workbench, async () => {
    // A design that was never changed is not in the library yet, and could not be gone back to.
    await library.saver.writeNow();
    await library.begin(start, true);
    lessonStore.setState({ exercise: exerciseOf(library.saver.id(), from) });
  });
}

async function show(workbench: Workbench, open: () => Promise<unknown>): Promise<void> {
  try {
    await open();
  } catch (error) {
    workbench.notify(error instanceof Error ? error.message : String(error), "error");
  }
}

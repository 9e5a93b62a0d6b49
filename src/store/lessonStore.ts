import * as v from "valibot";
import { createStore } from "zustand/vanilla";
import type { ViewMemory } from "./viewStore.ts";

/** A task that somebody works on, in a design of its own. */
export type Exercise = ScenarioExercise | FaultExercise;

interface ExerciseState {
  /** The stored design that it is worked on in. */
  readonly design: string;
  /** The stored design that was open before, to go back to. */
  readonly from: string | null;
  /** How many hints have been asked for. */
  readonly hints: number;
  /** The solution has been asked for. */
  readonly revealed: boolean;
  /** It was solved, and said to be. */
  readonly solved: boolean;
}

export interface ScenarioExercise extends ExerciseState {
  readonly kind: "scenario";
  readonly lesson: string;
  readonly scenario: string;
}

export interface FaultExercise extends ExerciseState {
  readonly kind: "fault";
  readonly seed: number;
  /** The design without the fault, as a file: with it the number says which fault it is. */
  readonly before: string;
}

/** A scenario that is being written. Designs are files, as they are in a lesson. */
export interface ScenarioDraft {
  readonly title: string;
  readonly goal: string;
  readonly text: string;
  /** One per line, from the general to the plain. */
  readonly hints: string;
  readonly solution: string;
  /** Null until a start was chosen. */
  readonly start: string | null;
  /** Sentences of the goals that were chosen. */
  readonly goals: readonly string[];
}

/** What the page remembers of lessons. */
export interface LessonState {
  /** "lesson scenario" of what was solved, and "fault" with its number and design. */
  readonly solved: readonly string[];
  readonly exercise: Exercise | null;
  /** Lessons that came as files or links, as their texts. */
  readonly opened: readonly string[];
  /** The lesson that is being written, as a file's text with secrets; null where none was begun or it is empty. */
  readonly written: string | null;
  readonly draft: ScenarioDraft | null;
}

const exerciseFields = {
  design: v.string(),
  from: v.nullable(v.string()),
  hints: v.pipe(v.number(), v.integer(), v.minValue(0)),
  revealed: v.boolean(),
  solved: v.boolean(),
};

const rememberedState = v.object({
  solved: v.array(v.string()),
  exercise: v.nullable(
    v.variant("kind", [
      v.object({ kind: v.literal("scenario"), lesson: v.string(), scenario: v.string(), ...exerciseFields }),
      v.object({ kind: v.literal("fault"), seed: v.number(), before: v.string(), ...exerciseFields }),
    ]),
  ),
  opened: v.array(v.string()),
  written: v.nullable(v.string()),
  draft: v.nullable(
    v.object({
      title: v.string(),
      goal: v.string(),
      text: v.string(),
      hints: v.string(),
      solution: v.string(),
      start: v.nullable(v.string()),
      goals: v.array(v.string()),
    }),
  ),
});

const MEMORY_KEY = "tunnelwright.lessons";

const INITIAL: LessonState = { solved: [], exercise: null, opened: [], written: null, draft: null };

export type LessonStore = ReturnType<typeof createLessonStore>;

/** A store of what was solved, what is being solved and what is being written; it outlives the page where the browser lets it. */
export function createLessonStore(memory: ViewMemory | null) {
  const store = createStore<LessonState>()(() => recalled(memory));
  store.subscribe((state) => {
    try {
      memory?.setItem(MEMORY_KEY, JSON.stringify(state));
    } catch {
      // A design that is too large for this storage costs the way back to the exercise, not the design: that is kept elsewhere.
    }
  });
  return store;
}

/** Notes that something was solved. */
export function markSolved(store: LessonStore, key: string): void {
  store.setState(({ solved }) => (solved.includes(key) ? {} : { solved: [...solved, key] }));
}

function recalled(memory: ViewMemory | null): LessonState {
  try {
    const text = memory?.getItem(MEMORY_KEY);
    const read = v.safeParse(rememberedState, text ? JSON.parse(text) : null);
    return read.success ? read.output : INITIAL;
  } catch {
    // Whatever an older page or another hand left there is not worth a failed start.
    return INITIAL;
  }
}

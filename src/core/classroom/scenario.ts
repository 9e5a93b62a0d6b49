import type { Design } from "../model/design.ts";
import type { ElementKind } from "../model/router.ts";
import type { Goal } from "./goal.ts";

/** Help towards a solution. Hints come by degree: each tells more than the one before it. */
export interface Hint {
  readonly text: string;
  /** What it is about. */
  readonly place?: HintPlace;
}

/** An element, addressed as IOS does, by the name of its router: a design that is opened anew has other identities. */
export interface HintPlace {
  readonly router: string;
  readonly kind: ElementKind;
  readonly name: string;
}

/** A task: a design in a certain state, what has to become true of it, and help on the way. */
export interface Scenario {
  /** Stable: progress is kept under it. */
  readonly id: string;
  readonly title: string;
  /** What is to be reached, in a sentence. */
  readonly goal: string;
  /** The situation, in a paragraph or several. */
  readonly text: string;
  /** Where the example comes from. */
  readonly source?: string;
  readonly start: Design;
  /** A design that reaches the goals, for those who give up. */
  readonly solution?: Design;
  readonly hints: readonly Hint[];
  readonly goals: readonly Goal[];
}

/** Scenarios in the order in which they are meant to be done. */
export interface Lesson {
  readonly id: string;
  readonly title: string;
  readonly scenarios: readonly Scenario[];
}

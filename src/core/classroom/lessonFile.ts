import * as v from "valibot";
import { loadDesign } from "../file/load.ts";
import { saveDesign } from "../file/save.ts";
import type { Design } from "../model/design.ts";
import { ELEMENT_KINDS } from "../model/elements.ts";
import { withoutSecrets } from "../text/secrets.ts";
import { goalSchema } from "./goal.ts";
import { isLessonText, LESSON_FORMAT } from "./lessonText.ts";
import type { Hint, Lesson, Scenario } from "./scenario.ts";

/** The version that is written. Newer ones are refused. */
export const LESSON_VERSION = 1;

const short = v.pipe(v.string(), v.maxLength(200));
const named = v.pipe(v.string(), v.minLength(1, "A title is missing."), v.maxLength(200));
const long = v.pipe(v.string(), v.maxLength(4000));

const savedHint = v.object({
  place: v.optional(v.object({ kind: v.picklist(ELEMENT_KINDS), name: short, router: short })),
  text: long,
});

const savedScenario = v.object({
  goal: long,
  goals: v.pipe(v.array(goalSchema), v.minLength(1, "A scenario needs at least one goal."), v.maxLength(100)),
  hints: v.pipe(v.array(savedHint), v.maxLength(20)),
  id: named,
  solution: v.optional(v.looseObject({})),
  source: v.optional(long),
  start: v.looseObject({}),
  text: long,
  title: named,
});

/** The lesson file, version 1. Its designs are design files within it, so that they are read and migrated as those are. */
export const savedLesson = v.object({
  format: v.literal(LESSON_FORMAT),
  id: named,
  scenarios: v.pipe(v.array(savedScenario), v.minLength(1, "A lesson needs at least one scenario."), v.maxLength(100)),
  title: named,
  version: v.literal(LESSON_VERSION),
});

type SavedLesson = v.InferOutput<typeof savedLesson>;
type SavedScenario = SavedLesson["scenarios"][number];

export interface SaveLessonOptions {
  /** Keys and passwords of the lesson's designs go with it; otherwise placeholders stand for them that agree where the keys do. */
  readonly withSecrets: boolean;
}

/** The lesson as a file's text; its fields in the order of the schema, so that the same lesson always gives the same text. */
export function saveLesson(lesson: Lesson, { withSecrets }: SaveLessonOptions): string {
  const saved: SavedLesson = {
    format: LESSON_FORMAT,
    id: lesson.id,
    scenarios: lesson.scenarios.map((scenario) => savedFrom(scenario, withSecrets)),
    title: lesson.title,
    version: LESSON_VERSION,
  };
  return `${JSON.stringify(v.parse(savedLesson, saved), null, 1)}\n`;
}

/** How many different keys and passwords the designs of a lesson hold. */
export function lessonSecrets(lesson: Lesson): number {
  return Math.max(0, ...lesson.scenarios.map(({ start }) => withoutSecrets(start).secretsLeftOut));
}

function savedFrom({ solution, start, source, hints, goals, ...rest }: Scenario, withSecrets: boolean): SavedScenario {
  const { goal, id, text, title } = rest;
  return {
    goal,
    goals: [...goals],
    hints: hints.map(({ place, text: words }) => ({ ...(place && { place }), text: words })),
    id,
    ...(solution && { solution: designJson(solution, withSecrets) }),
    ...(source !== undefined && { source }),
    start: designJson(start, withSecrets),
    text,
    title,
  };
}

function designJson(design: Design, withSecrets: boolean): Record<string, unknown> {
  return JSON.parse(saveDesign(withSecrets ? design : withoutSecrets(design).design)) as Record<string, unknown>;
}

export type LoadLessonResult =
  | { readonly kind: "lesson"; readonly lesson: Lesson; readonly problems: readonly string[] }
  | { readonly kind: "refused"; readonly message: string };

/** Opens a lesson file: parse, validate. Never throws; what can't be used is refused with the reason. */
export function loadLesson(text: string): LoadLessonResult {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: "refused", message: "The file is not JSON, so it is no lesson of Tunnelwright." };
  }
  const version = typeof json === "object" && json !== null && "version" in json ? json.version : undefined;
  if (isLessonText(text) && typeof version === "number" && version > LESSON_VERSION) {
    return {
      kind: "refused",
      message: `The lesson was made by a newer Tunnelwright (format ${version}; this one reads up to ${LESSON_VERSION}).`,
    };
  }
  const read = v.safeParse(savedLesson, json);
  if (!read.success) {
    const [issue] = read.issues;
    const path = v.getDotPath(issue);
    return {
      kind: "refused",
      message: `The lesson can't be read: ${path === null ? "" : `${path}: `}${issue.message}`,
    };
  }
  const { id, title, scenarios } = read.output;
  const problems: string[] = [];
  const loaded: Scenario[] = [];
  for (const saved of scenarios) {
    const scenario = scenarioFrom(saved, problems);
    if (typeof scenario === "string") return { kind: "refused", message: scenario };
    loaded.push(scenario);
  }
  return { kind: "lesson", lesson: { id, title, scenarios: loaded }, problems };
}

function scenarioFrom(
  { start, solution, hints, source, ...rest }: SavedScenario,
  problems: string[],
): Scenario | string {
  const begin = loadDesign(JSON.stringify(start));
  if (begin.kind === "refused") return `The design of “${rest.title}” can't be read: ${begin.message}`;
  problems.push(...begin.problems.map(({ path, message }) => `${rest.title}, ${path}: ${message}`));
  const end = solution && loadDesign(JSON.stringify(solution));
  return {
    ...rest,
    start: begin.design,
    ...(end?.kind === "design" && { solution: end.design }),
    ...(source !== undefined && { source }),
    hints: hints.map(({ place, text }): Hint => (place ? { place, text } : { text })),
  };
}

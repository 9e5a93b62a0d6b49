import { describe, expect, test } from "vitest";
import { check } from "../check/check.ts";
import { saveDesign } from "../file/save.ts";
import { judgeGoals } from "./judgeGoals.ts";
import { lessonSecrets, loadLesson, saveLesson } from "./lessonFile.ts";
import { isLessonText } from "./lessonText.ts";
import type { Lesson } from "./scenario.ts";
import { BUILT_IN_LESSONS } from "./scenarios/scenarios.ts";

function read(text: string): Lesson {
  const result = loadLesson(text);
  if (result.kind === "refused") throw new Error(result.message);
  expect(result.problems).toEqual([]);
  return result.lesson;
}

describe.each(BUILT_IN_LESSONS.map((lesson) => [lesson.title, lesson] as const))("%s", (_title, lesson) => {
  test("is the same lesson after a trip through a file", () => {
    const text = saveLesson(lesson, { withSecrets: true });
    const back = read(text);
    expect(saveLesson(back, { withSecrets: true })).toBe(text);
    expect(back.scenarios.map(({ start }) => saveDesign(start))).toEqual(
      lesson.scenarios.map(({ start }) => saveDesign(start)),
    );
  });

  test("can be solved as before where its secrets were left out", () => {
    const text = saveLesson(lesson, { withSecrets: false });
    expect(text).not.toMatch(/Classroom-Key|Long-Group-Key|Long-Secret/);
    for (const { start, solution, goals, title } of read(text).scenarios) {
      const reached = (design: typeof start) =>
        judgeGoals(design, check(design), goals).every(({ isReached }) => isReached);
      expect(reached(start), title).toBe(false);
      expect(solution && reached(solution), title).toBe(true);
    }
  });
});

describe("a file that is no lesson", () => {
  const [lesson] = BUILT_IN_LESSONS;
  if (!lesson) throw new Error("There are no lessons.");
  const good = JSON.parse(saveLesson(lesson, { withSecrets: false })) as Record<string, unknown>;

  test.each([
    ["nothing of JSON", "hostname R1", /not JSON/],
    ["a design", saveDesign(lesson.scenarios[0]!.start), /can't be read: format/],
    ["a newer lesson", JSON.stringify({ ...good, version: 9 }), /newer Tunnelwright/],
    ["a lesson without scenarios", JSON.stringify({ ...good, scenarios: [] }), /at least one scenario/],
    [
      "a goal of a kind that nobody knows",
      JSON.stringify({ ...good, scenarios: [{ ...lesson.scenarios[0], start: {}, goals: [{ kind: "magic" }] }] }),
      /scenarios\.0\.goals\.0\.kind/,
    ],
    [
      "a scenario whose design is none",
      JSON.stringify({ ...good, scenarios: [{ ...lesson.scenarios[0], start: {}, solution: undefined }] }),
      /design of .* can't be read/,
    ],
  ])("%s is refused with the reason", (_name, text, reason) => {
    const result = loadLesson(text);
    expect(result.kind).toBe("refused");
    expect(result.kind === "refused" && result.message).toMatch(reason);
  });

  test("a lesson is told from a design by its text", () => {
    expect(isLessonText(JSON.stringify(good))).toBe(true);
    expect(isLessonText(saveDesign(lesson.scenarios[0]!.start))).toBe(false);
  });

  test("the keys of a lesson are counted", () => {
    expect(lessonSecrets(lesson)).toBe(1);
  });
});

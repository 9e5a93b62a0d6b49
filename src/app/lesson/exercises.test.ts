// @vitest-environment happy-dom
import { expect, it } from "vitest";
import type { Workbench } from "../workbench.ts";
import { goOnFrom } from "./exercises.ts";
import { lessonStore } from "./lessons.ts";

it("the step of a link is gone on from in the design that came with it, unless an exercise is going on", async () => {
  let written = 0;
  const workbench = (id: string) =>
    ({
      library: { saver: { id: () => id, writeNow: () => Promise.resolve(void (written += 1)) } },
    }) as unknown as Workbench;
  await goOnFrom(workbench("shared"), { lesson: "l", scenario: "s" });
  expect(written).toBe(1);
  expect(lessonStore.getState().exercise).toMatchObject({
    kind: "scenario",
    lesson: "l",
    scenario: "s",
    design: "shared",
  });
  await goOnFrom(workbench("another"), { lesson: "l", scenario: "t" });
  expect(written).toBe(1);
  expect(lessonStore.getState().exercise).toMatchObject({ scenario: "s", design: "shared" });
});

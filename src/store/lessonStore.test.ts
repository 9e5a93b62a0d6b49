import { expect, test } from "vitest";
import { createLessonStore, markSolved, type Exercise } from "./lessonStore.ts";

function memoryWith(text?: string) {
  const values = new Map<string, string>(text === undefined ? [] : [["tunnelwright.lessons", text]]);
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  };
}

const exercise: Exercise = {
  kind: "fault",
  seed: 7,
  before: "{}",
  design: "d1",
  from: null,
  hints: 2,
  revealed: false,
  solved: false,
};

test("what was solved and what is being solved outlive the page", () => {
  const memory = memoryWith();
  const first = createLessonStore(memory);
  markSolved(first, "mirror-images mirror-1");
  markSolved(first, "mirror-images mirror-1");
  first.setState({ exercise });
  const second = createLessonStore(memory).getState();
  expect(second.solved).toEqual(["mirror-images mirror-1"]);
  expect(second.exercise).toEqual(exercise);
});

test.each(["", "no JSON", "{}", `{"solved":"all"}`, "[1]"])("a memory of %j begins anew", (text) => {
  expect(createLessonStore(memoryWith(text)).getState()).toMatchObject({ solved: [], exercise: null, opened: [] });
});

test("a storage that is full costs nothing but the memory", () => {
  const store = createLessonStore({
    getItem: () => null,
    setItem: () => {
      throw new Error("QuotaExceededError");
    },
  });
  store.setState({ exercise });
  expect(store.getState().exercise).toEqual(exercise);
});

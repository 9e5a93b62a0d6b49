import { useMemo } from "react";
import { useStore } from "zustand";
import { BUILT_IN_LESSONS, loadLesson, type Lesson } from "../../core/index.ts";
import { createLessonStore, type LessonState } from "../../store/lessonStore.ts";
import { pageStorage } from "../browserStorage.ts";

/** What this browser remembers of lessons. */
export const lessonStore = createLessonStore(pageStorage);

export function useLessons<T>(selector: (state: LessonState) => T): T {
  return useStore(lessonStore, selector);
}

/** A lesson with where it comes from. */
export interface ShelvedLesson {
  readonly lesson: Lesson;
  readonly isOwn: boolean;
}

/** The lessons to choose from: those that came as files or links first. */
export function useShelf(): readonly ShelvedLesson[] {
  const opened = useLessons((state) => state.opened);
  return useMemo(
    () => [
      ...opened.flatMap((text): readonly ShelvedLesson[] => {
        const result = loadLesson(text);
        return result.kind === "lesson" ? [{ lesson: result.lesson, isOwn: true }] : [];
      }),
      ...BUILT_IN_LESSONS.map((lesson) => ({ lesson, isOwn: false })),
    ],
    [opened],
  );
}

/** Puts a lesson's text on the shelf, in the place of an earlier one of its identity. An error says why it can't be read. */
export function openLesson(text: string): { readonly lesson: Lesson; readonly problems: readonly string[] } {
  const result = loadLesson(text);
  if (result.kind === "refused") throw new Error(result.message);
  const { opened } = lessonStore.getState();
  const others = opened.filter((one) => {
    const old = loadLesson(one);
    return old.kind === "lesson" && old.lesson.id !== result.lesson.id;
  });
  lessonStore.setState({ opened: [text, ...others] });
  return result;
}

export function closeLesson(id: string): void {
  lessonStore.setState(({ opened }) => ({
    opened: opened.filter((text) => {
      const read = loadLesson(text);
      return read.kind === "lesson" && read.lesson.id !== id;
    }),
  }));
}

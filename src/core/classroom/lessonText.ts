/** What a lesson file calls itself. */
export const LESSON_FORMAT = "tunnelwright-lesson";

/** Whether a text is a lesson rather than a design; it says nothing about whether it can be read. */
export function isLessonText(text: string): boolean {
  return /"format"\s*:\s*"tunnelwright-lesson"/.test(text);
}

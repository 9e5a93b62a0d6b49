/** The mark of a lesson in the address's fragment, with the version of the link's form. */
export const LESSON_MARK = "#lesson1:";

/** Whether a page's fragment has a lesson in it, of this version or another. */
export function isLessonLink(fragment: string): boolean {
  return fragment.startsWith("#lesson");
}

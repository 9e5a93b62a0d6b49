import { packText, unpackText } from "../dialogs/shareLink.ts";
import { LESSON_MARK } from "./lessonFragment.ts";

/** The address of a page with a lesson in its fragment, which browsers send to nobody. */
export async function makeLessonLink(lessonText: string, page: string): Promise<string> {
  return `${page.replace(/[?#].*$/, "")}${LESSON_MARK}${await packText(lessonText)}`;
}

/** The lesson's text of a fragment; an error says why it can't be read. */
export async function readLessonLink(fragment: string): Promise<string> {
  if (!fragment.startsWith(LESSON_MARK))
    throw new Error("This lesson is of a newer version of Tunnelwright. Reload the page.");
  return unpackText(fragment.slice(LESSON_MARK.length));
}

import type { Dialect } from "../model/router.ts";

/** What could stand at a place of a command line: a keyword, or an argument under the label that IOS's own help shows. */
export interface Expectation {
  /** A keyword in full; absent for an argument. */
  readonly keyword?: string;
  /** `A.B.C.D`, `WORD`, `LINE`, `<60-86400>`; absent for a keyword. */
  readonly label?: string;
  /** What the argument is: "an IP address". */
  readonly what?: string;
  /** The argument's name in the command's description. */
  readonly argument?: string;
  /** The command stands complete here: nothing more is needed. */
  readonly complete?: true;
}

/** A value that IOS would refuse though its form is right. */
export interface ValueProblem {
  /** Index of the word. */
  readonly at: number;
  readonly message: string;
}

/** The farthest place that matching came to, and what would have let it go on. */
export interface Explanation {
  at: number;
  readonly expected: Expectation[];
}

/** A command line cut into words, and how far matching has come. One is reused for all lines, so that reading allocates little. */
export interface Cursor {
  text: string;
  readonly words: string[];
  /** Where each word begins in the text, counted from 0. */
  readonly starts: number[];
  count: number;
  /** Index of the next word to be matched. */
  at: number;
  /** Keywords may be abbreviated and in any case; a second attempt, since nearly all lines are spelled out. */
  lenient: boolean;
  /** The line may end early, as a `no` form may. */
  openEnded: boolean;
  /** All values so far were written as IOS would print them. */
  canonical: boolean;
  /** Blanks of the line beyond one between words. */
  spareBlanks: number;
  /** The line holds a control character, which no command can. */
  unprintable: boolean;
  /** Those of them that IOS prints too, as behind `deny`. */
  paddedBlanks: number;
  /** What the line said, by the names of its syntax; see `matching.ts`. */
  args: Record<string, unknown>;
  dialect: Dialect;
  readonly problems: ValueProblem[];
  explanation: Explanation | undefined;
}

export function newCursor(): Cursor {
  return {
    text: "",
    words: [],
    starts: [],
    count: 0,
    at: 0,
    lenient: false,
    openEnded: false,
    canonical: true,
    spareBlanks: 0,
    unprintable: false,
    paddedBlanks: 0,
    args: {},
    dialect: "classic",
    problems: [],
    explanation: undefined,
  };
}

/** Cuts a line into words at blanks and tabs. */
export function splitWords(cursor: Cursor, text: string): void {
  const { words, starts } = cursor;
  const length = text.length;
  let count = 0;
  let letters = 0;
  let at = 0;
  let unprintable = false;
  while (at < length) {
    let code = text.charCodeAt(at);
    while (code <= 32) {
      if (code !== 32 && code !== 9) unprintable = true;
      at += 1;
      if (at >= length) break;
      code = text.charCodeAt(at);
    }
    if (at >= length) break;
    const start = at;
    while (code > 32) {
      if (code >= 127 && isControl(code)) unprintable = true;
      at += 1;
      if (at >= length) break;
      code = text.charCodeAt(at);
    }
    words[count] = text.slice(start, at);
    starts[count] = start;
    letters += at - start;
    count += 1;
  }
  cursor.unprintable = unprintable;
  cursor.text = text;
  cursor.count = count;
  cursor.at = 0;
  cursor.spareBlanks = length - letters - count + 1;
}

/** Delete, next line, and the separators of lines and paragraphs. */
function isControl(code: number): boolean {
  return code === 0x7f || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** Whether the blanks between the words are those that IOS prints. */
export function isSpacedAsPrinted(cursor: Cursor): boolean {
  return cursor.spareBlanks === cursor.paddedBlanks;
}

/** The word at the cursor; undefined past the end. */
export function wordAt(cursor: Cursor): string | undefined {
  return cursor.at < cursor.count ? cursor.words[cursor.at] : undefined;
}

/** Notes what could have stood at the cursor, when somebody asked for an explanation. Costs nothing otherwise. */
export function expecting(cursor: Cursor, expectation: Expectation): void {
  const { explanation } = cursor;
  if (explanation === undefined || cursor.at < explanation.at) return;
  if (cursor.at > explanation.at) {
    explanation.at = cursor.at;
    explanation.expected.length = 0;
  }
  explanation.expected.push(expectation);
}

/** Notes a value that has the right form but that IOS would refuse; the word is the one at the cursor. */
export function reportValue(cursor: Cursor, message: string): void {
  cursor.problems.push({ at: cursor.at, message });
}

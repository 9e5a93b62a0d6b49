import type { Dialect } from "../model/router.ts";
import { doubled } from "./columns.ts";
import { newTextWindow, showOther, type TextWindow } from "./textWindow.ts";

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

/**
 * A command line cut into words, and how far matching has come. One is reused for all lines, so that reading allocates little: a line
 * is a stretch of a text, and a word is no string until somebody asks for it.
 */
export interface Cursor {
  text: string;
  /** Where the line begins and ends in the text, without the blanks around it. */
  from: number;
  end: number;
  /** Characters of the text, and where among them the line begins. */
  codes: Uint16Array;
  lineAt: number;
  /** Where each word begins and ends among them. */
  starts: Int32Array;
  ends: Int32Array;
  /** The words that somebody has asked for. */
  readonly cut: (string | undefined)[];
  /** Shows lines that stand in no window of a text. */
  readonly own: TextWindow;
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
  /** What the groups of the line's syntax said, so many names: it has to be taken back where the same arguments serve again. */
  said: string[];
  saidCount: number;
  dialect: Dialect;
  readonly problems: ValueProblem[];
  explanation: Explanation | undefined;
}

export function newCursor(): Cursor {
  const own = newTextWindow("", 256);
  return {
    text: "",
    from: 0,
    end: 0,
    codes: own.codes,
    lineAt: 0,
    starts: new Int32Array(32),
    ends: new Int32Array(32),
    cut: [],
    own,
    count: 0,
    at: 0,
    lenient: false,
    openEnded: false,
    canonical: true,
    spareBlanks: 0,
    unprintable: false,
    paddedBlanks: 0,
    args: {},
    said: [],
    saidCount: 0,
    dialect: "classic",
    problems: [],
    explanation: undefined,
  };
}

/** Cuts a line, or a stretch of a text, into words at blanks and tabs. */
export function splitWords(cursor: Cursor, text: string, from = 0, end = text.length): void {
  showOther(cursor.own, text, from, end);
  splitStretch(cursor, cursor.own, from, end);
}

/** Cuts a stretch of a text that stands in a window. */
export function splitStretch(cursor: Cursor, window: TextWindow, from: number, end: number): void {
  beginLine(cursor, window, from, end);
  cutWords(cursor, 0, 0);
}

/** Words that lines begin with, one blank between them. */
export interface Keywords {
  readonly codes: Uint16Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

export function keywordsOf(words: readonly string[]): Keywords {
  const text = words.join(" ");
  const ends = Int32Array.from(words, (_, index) => words.slice(0, index + 1).join(" ").length);
  return {
    codes: Uint16Array.from(text, (character) => character.charCodeAt(0)),
    starts: Int32Array.from(words, (word, index) => (ends[index] ?? 0) - word.length),
    ends,
  };
}

/** Cuts a stretch as `splitStretch` does if it begins with some words; false, with nothing in the cursor to be read, where it does not. */
export function splitBehind(
  cursor: Cursor,
  keywords: Keywords,
  window: TextWindow,
  from: number,
  end: number,
): boolean {
  const { codes } = window;
  const { length } = keywords.codes;
  const lineAt = from - window.from;
  const behind = lineAt + length;
  if (from + length > end) return false;
  for (let at = 0; at < length; at += 1) if (codes[lineAt + at] !== keywords.codes[at]) return false;
  if (length > 0 && from + length < end && (codes[behind] ?? 0) > 32) return false;
  beginLine(cursor, window, from, end);
  const { cut, ends, starts } = cursor;
  const count = keywords.starts.length;
  for (let index = 0; index < count; index += 1) {
    starts[index] = lineAt + (keywords.starts[index] ?? 0);
    ends[index] = lineAt + (keywords.ends[index] ?? 0);
    cut[index] = undefined;
  }
  cutWords(cursor, length, count);
  return true;
}

function beginLine(cursor: Cursor, window: TextWindow, from: number, end: number): void {
  cursor.text = window.text;
  cursor.codes = window.codes;
  cursor.lineAt = from - window.from;
  cursor.from = from;
  cursor.end = end;
  cursor.at = 0;
}

/** Cuts what stands behind the first characters of the line, which are so many words that are cut already. */
function cutWords(cursor: Cursor, behind: number, known: number): void {
  const { codes, cut, lineAt } = cursor;
  const length = cursor.end - cursor.from;
  const end = lineAt + length;
  let { ends, starts } = cursor;
  let count = known;
  let letters = known === 0 ? 0 : behind - known + 1;
  let at = lineAt + behind;
  let unprintable = false;
  while (at < end) {
    let code = codes[at] ?? 0;
    if (code <= 32) {
      if (code !== 32 && code !== 9) unprintable = true;
      at += 1;
      continue;
    }
    const first = at;
    do {
      if (code >= 127 && isControl(code)) unprintable = true;
      at += 1;
      code = at < end ? (codes[at] ?? 0) : 0;
    } while (code > 32);
    if (count >= starts.length) {
      makeRoom(cursor);
      ({ ends, starts } = cursor);
    }
    starts[count] = first;
    ends[count] = at;
    cut[count] = undefined;
    letters += at - first;
    count += 1;
  }
  cursor.unprintable = unprintable;
  cursor.count = count;
  cursor.spareBlanks = length - letters - count + 1;
}

function makeRoom(cursor: Cursor): void {
  cursor.starts = doubled(cursor.starts);
  cursor.ends = doubled(cursor.ends);
}

function nextHash(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/** A number for a word of the line, the same for the same word. */
export function hashAt({ codes, ends, starts }: Cursor, index: number): number {
  const end = ends[index] ?? 0;
  let hash = 0;
  for (let at = starts[index] ?? 0; at < end; at += 1) hash = nextHash(hash, codes[at] ?? 0);
  return hash;
}

/** The number that a word would have in a line. */
export function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at += 1) hash = nextHash(hash, word.charCodeAt(at));
  return hash;
}

/** Whether a word of the line is this one. */
export function isWord(cursor: Cursor, index: number, word: string): boolean {
  const start = cursor.starts[index] ?? 0;
  const { length } = word;
  if (index >= cursor.count || (cursor.ends[index] ?? 0) - start !== length) return false;
  const { codes } = cursor;
  for (let at = 0; at < length; at += 1) if (codes[start + at] !== word.charCodeAt(at)) return false;
  return true;
}

/**
 * Words that were cut out lately: a configuration says the same ones over and over, and one string serves for all of them. Longer
 * ones might be parts of a text, which they would keep in memory.
 */
const lately = new Array<string>(1024).fill("");
const longestKept = 12;

/** A word of the line; undefined where it has none there. */
export function wordOf(cursor: Cursor, index: number): string | undefined {
  if (index < 0 || index >= cursor.count) return undefined;
  const known = cursor.cut[index];
  if (known !== undefined) return known;
  const start = cursor.starts[index] ?? 0;
  const end = cursor.ends[index] ?? 0;
  let word: string;
  if (end - start > longestKept) word = cutFrom(cursor, start, end);
  else {
    const slot = hashAt(cursor, index) & 1023;
    word = lately[slot] ?? "";
    if (!isWord(cursor, index, word)) {
      word = cutFrom(cursor, start, end);
      lately[slot] = word;
    }
  }
  cursor.cut[index] = word;
  return word;
}

function cutFrom({ from, lineAt, text }: Cursor, start: number, end: number): string {
  return text.slice(from - lineAt + start, from - lineAt + end);
}

/** The words of the line from one on, before another. */
export function wordsOf(cursor: Cursor, from = 0, before = cursor.count): string[] {
  const words: string[] = [];
  for (let index = from; index < before; index += 1) words.push(wordOf(cursor, index) ?? "");
  return words;
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
  return wordOf(cursor, cursor.at);
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

import type { Dialect } from "../model/router.ts";
import { doubled } from "./columns.ts";

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
  /** The line's characters: to look at one of them is much faster than in the text. */
  codes: Uint16Array;
  /** Where each word begins and ends in the line, counted from 0. */
  starts: Int32Array;
  ends: Int32Array;
  /** A number for each word, the same for the same word. */
  hashes: Int32Array;
  /** The words that somebody has asked for. */
  readonly cut: (string | undefined)[];
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
    from: 0,
    end: 0,
    codes: new Uint16Array(256),
    starts: new Int32Array(32),
    ends: new Int32Array(32),
    hashes: new Int32Array(32),
    cut: [],
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

/** Cuts a line, or a stretch of a text, into words at blanks and tabs. */
export function splitWords(cursor: Cursor, text: string, from = 0, end = text.length): void {
  const length = end - from;
  if (length > cursor.codes.length) cursor.codes = new Uint16Array(length * 2);
  const { codes, cut } = cursor;
  let { ends, hashes, starts } = cursor;
  let count = 0;
  let letters = 0;
  let at = 0;
  let unprintable = false;
  let code = length > 0 ? text.charCodeAt(from) : 0;
  while (at < length) {
    if (code <= 32) {
      if (code !== 32 && code !== 9) unprintable = true;
      at += 1;
      if (at < length) code = text.charCodeAt(from + at);
      continue;
    }
    const start = at;
    let hash = 0;
    do {
      if (code >= 127 && isControl(code)) unprintable = true;
      codes[at] = code;
      hash = nextHash(hash, code);
      at += 1;
      if (at >= length) break;
      code = text.charCodeAt(from + at);
    } while (code > 32);
    if (count >= starts.length) {
      makeRoom(cursor);
      ({ ends, hashes, starts } = cursor);
    }
    starts[count] = start;
    ends[count] = at;
    hashes[count] = hash;
    cut[count] = undefined;
    letters += at - start;
    count += 1;
  }
  cursor.unprintable = unprintable;
  cursor.text = text;
  cursor.from = from;
  cursor.end = end;
  cursor.count = count;
  cursor.at = 0;
  cursor.spareBlanks = length - letters - count + 1;
}

function makeRoom(cursor: Cursor): void {
  cursor.starts = doubled(cursor.starts);
  cursor.ends = doubled(cursor.ends);
  cursor.hashes = doubled(cursor.hashes);
}

function nextHash(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/** The number that a word has in a cursor. */
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
  const slot = (cursor.hashes[index] ?? 0) & 1023;
  const before = lately[slot] ?? "";
  let word = before;
  if (!isWord(cursor, index, before)) {
    word = cursor.text.slice(cursor.from + start, cursor.from + end);
    if (end - start <= longestKept) lately[slot] = word;
  }
  cursor.cut[index] = word;
  return word;
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

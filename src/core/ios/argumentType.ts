import type { Dialect } from "../model/router.ts";
import { expecting, isWord, reportValue, wordAt, type Cursor } from "./cursor.ts";

/** A type of argument: how it is read from words, printed again, and explained. */
export interface ArgumentType<T = unknown> {
  /** As IOS's own help shows it: `A.B.C.D`, `WORD`, `LINE`, `<60-86400>`. */
  readonly label: string;
  /** With an article: "an IP address", "a number from 60 to 86400". */
  readonly what: string;
  /** All words that it can begin with, where these are a closed set. */
  readonly keywords?: readonly string[];
  /** What its first character is, where it can be nothing else: it saves most attempts to read one. */
  readonly begins?: "digit" | "letter" | "keyword";
  /** Legal numbers, both ends included, where it is a number. */
  readonly range?: (dialect: Dialect) => NumberRange;
  /** Reads one or several words and moves the cursor behind them; undefined, with the cursor unmoved, when they don't fit. */
  readonly read: (cursor: Cursor) => T | undefined;
  format(value: T, dialect: Dialect): string;
}

export interface NumberRange {
  readonly least: number;
  readonly most: number;
}

/** Notes that an argument was expected here, and answers that there is none. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- It stands as the last word of a read() of any type.
export function missing<T>(
  cursor: Cursor,
  type: Pick<ArgumentType, "label" | "what">,
  argument?: string,
): T | undefined {
  if (cursor.explanation !== undefined)
    expecting(cursor, { label: type.label, what: type.what, ...(argument === undefined ? {} : { argument }) });
  return undefined;
}

/** Reads a word, the one at the cursor or another, as a whole number of at most fifteen digits by hand; -1 when it is none. */
export function readDigits(cursor: Cursor, index = cursor.at): number {
  if (index >= cursor.count) return -1;
  const { codes } = cursor;
  const start = cursor.starts[index] ?? 0;
  const end = cursor.ends[index] ?? 0;
  if (end - start > 15) return -1;
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const digit = (codes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** A number. One outside the range is read all the same and reported, so that the rest of its section is understood. */
export function numberIn(classic: NumberRange, xe17: NumberRange = classic): ArgumentType<number> {
  const type: ArgumentType<number> = {
    label: `<${classic.least}-${classic.most}>`,
    what: `a number from ${classic.least} to ${classic.most}`,
    begins: "digit",
    range: (dialect) => (dialect === "xe17" ? xe17 : classic),
    read(cursor) {
      const value = readDigits(cursor);
      if (value < 0) return missing(cursor, type);
      const { least, most } = cursor.dialect === "xe17" ? xe17 : classic;
      if (value < least || value > most) reportValue(cursor, `${value} is outside ${least} to ${most}.`);
      if (hasLeadingZero(cursor)) cursor.canonical = false;
      cursor.at += 1;
      return value;
    },
    format: String,
  };
  return type;
}

function hasLeadingZero({ at, codes, ends, starts }: Cursor): boolean {
  const start = starts[at] ?? 0;
  return codes[start] === 48 && (ends[at] ?? 0) > start + 1;
}

/** One word out of several; the value is the word. */
export function oneOf(words: readonly string[]): ArgumentType<string> {
  const type: ArgumentType<string> = {
    label: words.join("|"),
    what: words.length === 1 ? (words[0] ?? "") : `one of ${words.join(", ")}`,
    keywords: words,
    begins: "keyword",
    read(cursor) {
      return readOneOf(cursor, words);
    },
    format: (value) => value,
  };
  return type;
}

/** Reads one of some keywords, abbreviated where the cursor allows it. */
export function readOneOf(cursor: Cursor, words: readonly string[]): string | undefined {
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined || !isWord(cursor, cursor.at, word)) continue;
    cursor.at += 1;
    return word;
  }
  const short = cursor.lenient ? wordAt(cursor) : undefined;
  const found = short === undefined ? undefined : abbreviated(short, words);
  if (found === undefined) {
    if (cursor.explanation !== undefined) for (const keyword of words) expecting(cursor, { keyword });
    return undefined;
  }
  cursor.canonical = false;
  cursor.at += 1;
  return found;
}

/** One number out of several, such as a Diffie-Hellman group. */
export function oneNumberOf(numbers: readonly number[]): ArgumentType<number> {
  const words = oneOf(numbers.map(String));
  return { ...words, read: (cursor) => asNumber(words.read(cursor)), format: String };
}

function asNumber(word: string | undefined): number | undefined {
  return word === undefined ? undefined : Number(word);
}

/** The only one of some keywords that a word abbreviates, in any case; one that is written in full wins. */
export function abbreviated(word: string, keywords: Iterable<string>): string | undefined {
  const lower = word.toLowerCase();
  let found: string | undefined;
  for (const keyword of keywords) {
    if (keyword.toLowerCase() === lower) return keyword;
    if (!keyword.toLowerCase().startsWith(lower)) continue;
    if (found !== undefined && found !== keyword) return undefined;
    found = keyword;
  }
  return found;
}

import type { Secret } from "../model/isakmp.ts";
import { missing, readDigits, type ArgumentType } from "./argumentType.ts";
import { reportValue, wordAt, wordOf, wordsOf, type Cursor } from "./cursor.ts";

/** Any one word. */
function word(label: string, what: string, refusal?: (text: string) => string | undefined): ArgumentType<string> {
  const type: ArgumentType<string> = {
    label,
    what,
    read(cursor) {
      const text = wordAt(cursor);
      if (text === undefined) return missing(cursor, type);
      const refused = refusal?.(text);
      if (refused !== undefined) reportValue(cursor, refused);
      cursor.at += 1;
      return text;
    },
    format: (text) => text,
  };
  return type;
}

export const name = word("WORD", "a name without blanks");

export const anyWord = word("WORD", "a word");

/** What a router may be called. Source: RFC 952 and RFC 1123, as `hostname` enforces them. */
export const hostname = word(
  "WORD",
  "a name of letters, digits and hyphens that begins with a letter, at most 63",
  (text) =>
    /^[A-Za-z](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?$/.test(text)
      ? undefined
      : "A hostname begins with a letter, holds letters, digits and hyphens, and has at most 63 characters.",
);

export const hexadecimal = word("HEX", "hexadecimal digits");

/** The rest of the line, blanks and all. */
export function line(what: string, most: number): ArgumentType<string> {
  const type: ArgumentType<string> = {
    label: "LINE",
    what,
    read(cursor) {
      if (cursor.at >= cursor.count) return missing(cursor, type);
      const text = restOfLine(cursor);
      if (text.length > most) reportValue(cursor, `The text has ${text.length} characters; IOS takes at most ${most}.`);
      cursor.at = cursor.count;
      return text;
    },
    format: (text) => text,
  };
  return type;
}

function restOfLine(cursor: Cursor): string {
  return cursor.text.slice(cursor.from - cursor.lineAt + (cursor.starts[cursor.at] ?? 0), cursor.end).trimEnd();
}

/** The rest of the line as IOS's own words with single blanks: for what the model keeps as written. */
export const words: ArgumentType<string> = {
  label: "WORDS",
  what: "the rest of the command",
  read(cursor) {
    if (cursor.at >= cursor.count) return missing(cursor, words);
    const text = wordsOf(cursor, cursor.at).join(" ");
    cursor.at = cursor.count;
    return text;
  },
  format: (text) => text,
};

/** What may follow a key on its line; a digit before one of these is the key itself. */
const afterKey = new Set(["address", "hostname"]);

function secretOf(types: readonly Secret["type"][], shown: "always" | "unless-clear"): ArgumentType<Secret> {
  const type: ArgumentType<Secret> = {
    label: "[0|6] KEY",
    what: "a key without blanks, behind a digit where it is encrypted",
    read(cursor) {
      const first = wordAt(cursor);
      if (first === undefined) return missing(cursor, type);
      const digit = first.length === 1 ? types.find((known) => String(known) === first) : undefined;
      const next = digit === undefined ? undefined : wordOf(cursor, cursor.at + 1);
      const behind = digit === undefined ? undefined : wordOf(cursor, cursor.at + 2);
      if (
        digit === undefined ||
        next === undefined ||
        (afterKey.has(next) && !(behind !== undefined && afterKey.has(behind)))
      ) {
        // The digit is not shown before a clear key, except where IOS always shows it.
        if (shown === "always") cursor.canonical = false;
        cursor.at += 1;
        return { type: 0, text: first };
      }
      if (digit === 0 && shown === "unless-clear") cursor.canonical = false;
      cursor.at += 2;
      return { type: digit, text: next };
    },
    format: (secret) => (secret.type === 0 && shown === "unless-clear" ? secret.text : `${secret.type} ${secret.text}`),
  };
  return type;
}

/** A pre-shared key: type 0 is clear text, whose digit IOS does not show, type 6 is encrypted. */
export const key = secretOf([0, 6, 7], "unless-clear");

/** A user's or server's secret, whose type IOS always shows. */
export const password = secretOf([0, 5, 6, 7, 8, 9], "always");

/** A number of an access list that can serve a crypto map: 100-199 or 2000-2699. */
export const extendedListNumber = listNumber(
  "<100-199>, <2000-2699>",
  "the number of an extended access list",
  isExtendedListNumber,
);

/** A number of a standard access list: 1-99 or 1300-1999. */
export const standardListNumber = listNumber(
  "<1-99>, <1300-1999>",
  "the number of a standard access list",
  isStandardListNumber,
);

/** Any number of an IPv4 access list. */
export const ipListNumber = listNumber(
  "<1-199>, <1300-2699>",
  "the number of an access list",
  (number) => isExtendedListNumber(number) || isStandardListNumber(number),
);

/** Source: the IOS-XE YANG model, native, ACL ranges. */
export function isExtendedListNumber(number: number): boolean {
  return (number >= 100 && number <= 199) || (number >= 2000 && number <= 2699);
}

export function isStandardListNumber(number: number): boolean {
  return (number >= 1 && number <= 99) || (number >= 1300 && number <= 1999);
}

function listNumber(label: string, what: string, fits: (number: number) => boolean): ArgumentType<string> {
  const type: ArgumentType<string> = {
    label,
    what,
    read(cursor) {
      const number = readDigits(cursor);
      if (!fits(number)) return missing(cursor, type);
      cursor.at += 1;
      return String(number);
    },
    format: (text) => text,
  };
  return type;
}

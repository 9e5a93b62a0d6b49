import { isAscii } from "../ios/textWindow.ts";
import { cursorCharacters, pagerMarkLength, shownOnTerminal } from "./terminal.ts";
import { allLines, type TextLines } from "./textLines.ts";

/** A line of the text as a reader saw it, without a mail's quotation mark and a pager's residue. */
export interface ShownLine {
  readonly shown: string;
  /** Where the first character of `shown` stands in the line as it came; further ones follow it, unless `places` tells. */
  readonly shift: number;
  readonly places?: readonly number[];
  /** Whether a mail quoted it; absent where the text is no quoted mail. */
  readonly quoted?: boolean;
}

/** What a text holds anywhere; what it does not hold is not looked for in its lines. */
export interface Traits {
  /** Characters other than printable ASCII, tabs and line ends. */
  readonly unusual: boolean;
  readonly tabs: boolean;
  readonly promptMarks: boolean;
  readonly consoleMarks: boolean;
  /** Arrows that point from a note to a command: `<<<`, `<--`, `<==`. */
  readonly notes: boolean;
}

/** What a text holds; of one in ASCII somebody else may promise to look for control characters, line by line. */
export function traitsOf(text: string, controls: "looked for" | "left to the reader"): Traits {
  return {
    unusual: controls === "looked for" ? hasUnusual(text) : !isAscii(text),
    tabs: text.includes("\t"),
    promptMarks: text.includes("#") || text.includes(">"),
    consoleMarks: (text.includes(":") || text.includes("%")) && /\d:\d\d|%[A-Z]/.test(text),
    notes: text.includes("<") && /<[<=-]/.test(text),
  };
}

/** Whether a text, or a line of it, holds other characters than printable ASCII, tabs and line ends. */
export function hasUnusual(text: string): boolean {
  return /[^\t\n\r\x20-\x7e]/.test(text);
}

const quotation = /^[ \t]*>(?:[ \t]?>)*/;

/** The lines that are shown otherwise than they came, by index; undefined where all lines are shown as they came. */
export function shownLines(
  text: string,
  lines: TextLines,
  unusual: boolean,
): ReadonlyMap<number, ShownLine> | undefined {
  const quoted = text.includes(">") && isQuotedMail(allLines(lines));
  const moved = unusual && cursorCharacters.test(text);
  const paged = text.includes("--") && /-- ?more ?--/i.test(text);
  if (!quoted && !moved && !paged) return undefined;
  // Some programs quote with "> " and some with ">"; the blank is the program's only where every line has it.
  const all = allLines(lines);
  const blankAfterQuote = quoted && !all.some((line) => /^[ \t]*>[^\s>]/.test(line));
  const changed = new Map<number, ShownLine>();
  all.forEach((line, index) => {
    const mark = quoted ? quotation.exec(line) : null;
    let shift = mark ? mark[0].length : 0;
    if (mark && blankAfterQuote && line.charAt(shift) === " ") shift += 1;
    let shown = shift > 0 ? line.slice(shift) : line;
    let places: readonly number[] | undefined;
    if (moved && cursorCharacters.test(shown)) {
      const seen = shownOnTerminal(shown);
      shown = seen.text;
      const before = shift;
      places = seen.places.map((place) => place + before);
    }
    const pager = paged && /more/i.test(shown) ? pagerMarkLength(shown) : 0;
    if (pager > 0) {
      shown = shown.slice(pager);
      if (places) places = places.slice(pager);
      else shift += pager;
    }
    if (quoted || places || shift > 0)
      changed.set(index, { shown, shift, ...(places ? { places } : {}), ...(quoted ? { quoted: mark !== null } : {}) });
  });
  return changed;
}

/** A quoted mail: at least half of its lines that are not blank begin with ">". */
function isQuotedMail(lines: readonly string[]): boolean {
  let quoted = 0;
  let others = 0;
  for (const line of lines) {
    if (quotation.test(line)) quoted += 1;
    else if (line.trim() !== "") others += 1;
  }
  return quoted > 0 && quoted >= others;
}

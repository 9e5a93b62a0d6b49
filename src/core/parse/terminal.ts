/** A line as a reader of the screen saw it. */
export interface Shown {
  readonly text: string;
  /** Where each character of `text` stands in the line as it came. */
  readonly places: readonly number[];
}

/** The characters that move the cursor: backspace and escape. A line without them is shown as it is. */
// eslint-disable-next-line no-control-regex -- Control characters are what is looked for.
export const cursorCharacters = /[\b\x1b]/;

/**
 * What is left on the screen of a line with backspaces and ANSI sequences, which pagers write to erase "--More--": a backspace
 * goes one column left, and what is written next overwrites. Of the ANSI sequences, those that a terminal program sends to a
 * pager are obeyed (cursor left, erase to the end); others, such as colours, leave no trace.
 */
export function shownOnTerminal(line: string): Shown {
  const cells: string[] = [];
  const places: number[] = [];
  let cursor = 0;
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (character === "\b") {
      cursor = Math.max(0, cursor - 1);
    } else if (character === "\x1b") {
      const sequence = ansiSequence(line, at);
      at += sequence.length - 1;
      if (sequence.final === "D") cursor = Math.max(0, cursor - sequence.count);
      if (sequence.final === "K") cells.length = places.length = Math.min(cells.length, cursor);
    } else {
      cells[cursor] = character;
      places[cursor] = at;
      cursor += 1;
    }
  }
  return { text: cells.join(""), places };
}

/** An escape sequence: its length with the escape character, its last letter, and its number. */
function ansiSequence(line: string, start: number): { length: number; final: string; count: number } {
  if (line.charAt(start + 1) !== "[") return { length: 1, final: "", count: 0 };
  let end = start + 2;
  while (end < line.length && /[0-9;?]/.test(line.charAt(end))) end += 1;
  const count = Number.parseInt(line.slice(start + 2, end), 10);
  return { length: Math.min(end + 1, line.length) - start, final: line.charAt(end), count: count > 0 ? count : 1 };
}

const pagerMark = /^ {0,2}(?:<?-{2,4} ?More ?-{2,4}>?)( *)/i;

/** The blanks that IOS writes after its mark: one, and eight to erase it, where the backspaces between them were lost. */
const pagerBlanks = [9, 1];

/**
 * How many characters at the start of a shown line are the pager's: " --More-- ", "<--- More --->", with the blanks that erased
 * it. What follows is the line that the pager held back, with its own indentation.
 */
export function pagerMarkLength(shown: string): number {
  const mark = pagerMark.exec(shown);
  if (!mark) return 0;
  const blanks = mark[1]?.length ?? 0;
  const own = pagerBlanks.find((count) => blanks >= count) ?? 0;
  return mark[0].length - blanks + own;
}

/** A text cut at its line ends. */
export interface PhysicalLines {
  /** Each line without its line end. A line end that closes the text begins no further line. */
  readonly lines: readonly string[];
  /** The line end of most lines; carriage returns alone count as "\n". */
  readonly lineEnd: "\n" | "\r\n";
}

/**
 * Cuts a text at "\n", "\r\n", "\r\r\n" (logs of some terminals) and lone "\r" (old Macintosh files). Any number of carriage
 * returns before a line feed is one line end. It takes one pass and never looks back, so a text of carriage returns only is no
 * slower than another.
 */
export function physicalLines(text: string): PhysicalLines {
  if (!text.includes("\r")) return { lines: withoutLastEmpty(text.split("\n")), lineEnd: "\n" };
  const lines: string[] = [];
  let withReturn = 0;
  const pieces = text.split("\n");
  const last = pieces.length - 1;
  pieces.forEach((piece, index) => {
    const end = index === last ? piece.length : endBeforeReturns(piece);
    if (index !== last && end < piece.length) withReturn += 1;
    const line = piece.slice(0, end);
    if (!line.includes("\r")) lines.push(line);
    else for (const part of line.split("\r")) lines.push(part);
  });
  return { lines: withoutLastEmpty(lines), lineEnd: withReturn * 2 > last ? "\r\n" : "\n" };
}

function endBeforeReturns(piece: string): number {
  let end = piece.length;
  while (end > 0 && piece.charCodeAt(end - 1) === 13) end -= 1;
  return end;
}

function withoutLastEmpty(lines: string[]): string[] {
  if (lines[lines.length - 1] === "") lines.pop();
  return lines;
}

/**
 * The number of the first line, from 1, that holds what no text holds: a zero byte, or a share of control and replacement
 * characters that only a misread binary file has. Undefined for a text.
 */
export function binaryLine(text: string): number | undefined {
  const zero = text.indexOf("\0");
  if (zero >= 0) return lineOf(text, zero);
  // eslint-disable-next-line no-control-regex -- Control characters are what is looked for.
  const strange = /[\x01\x02\x04-\x07\x0e-\x1a\x1c-\x1f\ufffd]/g;
  let count = 0;
  let first = -1;
  while (strange.test(text)) {
    if (first < 0) first = strange.lastIndex - 1;
    count += 1;
  }
  return count > 8 && count * 10 > text.length ? lineOf(text, first) : undefined;
}

function lineOf(text: string, index: number): number {
  return physicalLines(text.slice(0, index + 1)).lines.length;
}

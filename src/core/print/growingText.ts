import type { Draft } from "../ios/command.ts";
import { breaksJoinedLines } from "../ios/formatting.ts";
import type { PrintedLine } from "./printedConfiguration.ts";

/**
 * A text while its lines are being printed. It is put together part by part: what a line was made of can go as soon as its part is done,
 * and the parts are joined much faster than a hundred thousand lines.
 */
export interface GrowingText {
  readonly lines: PrintedLine[];
  readonly parts: string[];
  /** How many of the lines the parts hold. */
  joined: number;
  /** The others are new: nobody has looked yet whether each is one line. */
  areNew: boolean;
  /** A character in a new line would have made it two. */
  isBroken: boolean;
}

export function newGrowingText(): GrowingText {
  return { lines: [], parts: [], joined: 0, areNew: false, isBroken: false };
}

/** As many lines make a part as take little memory and are many to look at together. */
const PART = 256;

/** Says of what kind the lines are that come next: new, or printed before and looked at by then. */
export function expectLines(text: GrowingText, areNew: boolean): void {
  if (text.areNew !== areNew || text.lines.length - text.joined >= PART) closePart(text);
  text.areNew = areNew;
}

/** All lines as one text, each with its line end. */
export function finishText(text: GrowingText): string {
  closePart(text);
  // The last line end is one of the seams: added behind them it would cost another copy of the whole.
  return [...text.parts, ""].join("\n");
}

function closePart(text: GrowingText): void {
  const { areNew, joined, lines, parts } = text;
  const { length } = lines;
  if (joined === length) return;
  const texts: string[] = [];
  // Loops by index: a hundred thousand lines pass through them.
  for (let index = joined; index < length; index += 1) texts.push(lines[index]?.text ?? "");
  const part = texts.join("\n");
  parts.push(part);
  text.joined = length;
  if (!areNew) return;
  if (breaksJoinedLines(part)) text.isBroken = true;
  let at = 0;
  for (let index = joined; index < length; index += 1) {
    const line = lines[index] as Draft<PrintedLine>;
    const behind = at + line.text.length;
    const end = part.indexOf("\n", at);
    if (end >= 0 && end < behind) text.isBroken = true;
    // Separators are one object wherever they stand.
    if (line.place !== undefined) line.text = part.slice(at, behind);
    at = behind + 1;
  }
}

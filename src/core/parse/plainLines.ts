import { beginningIn, DESCRIPTION, isSessionLine, sessionBeginnings } from "./console.ts";
import { mayOpenText, openedText, textBeginnings } from "./delimitedText.ts";
import { newTextWindow, showStretch, type TextWindow } from "../ios/textWindow.ts";
import { maySectionOnlyBegin } from "./indentation.ts";
import type { LogicalLine } from "./logicalLine.ts";
import type { PasteReader } from "./readPaste.ts";
import { isStretches, type Stretches } from "./textLines.ts";

/**
 * The line of a text that is being read, where nothing has to be taken off its lines, as of most texts. It is the same object for one
 * line after the other: a line is a stretch of the text, and a string only where somebody asks for it.
 */
export class PlainLine implements LogicalLine {
  readonly lines: Stretches;
  readonly plain = true;
  readonly window: TextWindow;
  number = 0;
  kind: "command" | "outside" = "outside";
  indent = 0;
  offset = 0;
  /** Where the command begins and ends in the text. */
  from = 0;
  end = 0;
  /** Where the next marks stand that a prompt may end with. */
  nextHash = -1;
  nextArrow = -1;

  constructor(lines: Stretches) {
    this.lines = lines;
    this.window = newTextWindow(lines.text);
  }

  get raw(): string {
    return this.lines.at(this.number - 1);
  }

  get text(): string {
    return this.lines.text.slice(this.from, this.end);
  }
}

/** A line to read a text by; undefined where something has to be taken off some of its lines. */
export function newPlainLine({ lines, shown, traits, width }: PasteReader): PlainLine | undefined {
  if (shown !== undefined || width !== undefined || traits.unusual || traits.tabs || traits.notes) return undefined;
  return isStretches(lines) ? new PlainLine(lines) : undefined;
}

/** Goes to the reader's next line; false where that might be anything else than a comment, a blank line or a command. */
export function toNextPlainLine(reader: PasteReader, line: PlainLine): boolean {
  const { lines } = line;
  const { at: index, traits } = reader;
  if (index >= lines.count || reader.open !== undefined || reader.session !== "commands" || reader.message)
    return false;
  const { starts } = lines;
  const { window } = line;
  const start = starts[index] ?? 0;
  const next = (starts[index + 1] ?? 0) - 1;
  showStretch(window, start, next);
  const { codes } = window;
  const shift = -window.from;
  let from = start;
  let end = next;
  while (from < end && codes[from + shift] === 32) from += 1;
  while (end > from && codes[end - 1 + shift] === 32) end -= 1;
  line.number = index + 1;
  line.from = from;
  line.end = end;
  line.indent = from - start;
  line.offset = from - start;
  const code = from < end ? (codes[from + shift] ?? 0) : 0;
  // A blank line, or one that begins with an exclamation mark.
  line.kind = code === 0 || code === 33 ? "outside" : "command";
  if (traits.promptMarks && marksStand(line, start, next)) return false;
  if (line.kind === "outside") return isPrintable(line);
  const last = codes[end - 1 + shift];
  return mayBeginCommand(code, traits.consoleMarks) && last !== 58 && last !== 63 && isNoneOther(line);
}

/** Whether a comment holds no control character; of a command that is seen when it is cut into words. */
function isPrintable({ end, from, window }: PlainLine): boolean {
  const { codes } = window;
  const shift = -window.from;
  for (let at = from; at < end; at += 1) {
    const code = codes[at + shift] ?? 0;
    if (code < 32 || code === 127) return false;
  }
  return true;
}

/** Whether one of the marks stands in a line that a prompt ends with. Each is looked for once. */
function marksStand(line: PlainLine, start: number, end: number): boolean {
  const { text } = line.lines;
  if (line.nextHash < start) line.nextHash = indexOrEnd(text, "#", start);
  if (line.nextArrow < start) line.nextArrow = indexOrEnd(text, ">", start);
  return line.nextHash < end || line.nextArrow < end;
}

function indexOrEnd(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at;
}

/** Small letters, but for those that `hostname`, `version` and `end` begin with, and digits where no clock's time may stand. */
function mayBeginCommand(code: number, consoleMarks: boolean): boolean {
  if (code >= 97 && code <= 122) return code !== 101 && code !== 104 && code !== 118;
  return code >= 48 && code <= 57 && !consoleMarks;
}

/** Whether a line neither belongs to a terminal session nor opens a text. */
function isNoneOther(line: PlainLine): boolean {
  const { end, from, window } = line;
  const { codes } = window;
  const at = from - window.from;
  const beginning = beginningIn(codes, at, end - window.from);
  // Each line is asked, and nearly none begins so.
  const may = others[foldOf(beginning)] ?? 0;
  if (may === 0) return true;
  if ((may & mayBeSession) !== 0 && !isDescription(line) && isSessionLine(line.text)) return false;
  return !(mayOpenText(beginning, codes[at + 3] ?? 0, codes[at + 4] ?? 0) && openedText(line.text) !== undefined);
}

/** Whether a line is a description, as one in ten is: its text is a person's own, which no session writes. */
function isDescription({ end, from, window }: PlainLine): boolean {
  const { codes } = window;
  const at = from - window.from;
  if (end - from < DESCRIPTION.length) return false;
  for (let index = 0; index < DESCRIPTION.length; index += 1)
    if (codes[at + index] !== DESCRIPTION.charCodeAt(index)) return false;
  return true;
}

const mayBeSession = 1;
const mayBeText = 2;

/** What a line may be, by five bits of each of its first three letters, which a few other beginnings share. */
const others = tableOf();

function tableOf(): Uint8Array {
  const table = new Uint8Array(1 << 15);
  for (const beginning of sessionBeginnings()) table[foldOf(beginning)] = mayBeSession;
  for (const beginning of textBeginnings()) table[foldOf(beginning)] = (table[foldOf(beginning)] ?? 0) | mayBeText;
  return table;
}

function foldOf(beginning: number): number {
  return ((beginning >> 6) & 0x7c00) | ((beginning >> 3) & 0x3e0) | (beginning & 31);
}

/** Whether a line at column 0 may be a command of a section: nearly every other one shows it by its first letter. */
export function mayBeMisplaced({ from, window }: PlainLine): boolean {
  const { codes } = window;
  const at = from - window.from;
  return maySectionOnlyBegin(codes[at] ?? 0, codes[at + 3] ?? 0, codes[at + 4] ?? 0);
}

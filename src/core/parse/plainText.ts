import type { SourceLine } from "../model/source.ts";
import { standsInSectionsOnly } from "./indentation.ts";
import { promptOf } from "./prompts.ts";
import { isRestOf } from "./wrapping.ts";

/** What is known of a text each of whose sections can be read apart from the others. */
export interface PlainText {
  /** How many commands of the model are indented: as long as there is one, indentation tells sections. */
  readonly indented: number;
}

const known = new WeakMap<readonly SourceLine[], PlainText | "mixed">();

/**
 * What is known of lines, if they hold nothing but commands, comments and blank lines, as they came, and a command's indentation
 * alone says what it belongs to. Undefined where a prompt, a pager, a mail program or a terminal's width has left its marks.
 */
export function plainText(lines: readonly SourceLine[]): PlainText | undefined {
  let plain = known.get(lines);
  if (plain === undefined) {
    const indented = indentedIfPlain(lines);
    plain = indented === undefined || indented === 0 ? "mixed" : { indented };
    known.set(lines, plain);
  }
  return plain === "mixed" ? undefined : plain;
}

/** Notes that lines are plain where that follows from the lines that they were before. */
export function notePlainText(lines: readonly SourceLine[], plain: PlainText): void {
  known.set(lines, plain);
}

/** How many commands of the model are indented in lines that are plain; undefined where they are not. */
export function indentedIfPlain(lines: readonly SourceLine[]): number | undefined {
  let indented = 0;
  let before: SourceLine | undefined;
  let header: SourceLine | undefined;
  for (const line of lines) {
    if (!isPlain(line) || isRestOf(before?.text ?? "", line.text)) return undefined;
    if (isHeader(line)) header = line;
    else if (line.place !== undefined) {
      // A global command may be indented too, and then ends a section that it seems to stand in.
      if (!isSameElement(line, header)) return undefined;
      if (line.state === "modelled") indented += 1;
    }
    before = line;
  }
  return indented;
}

function isPlain(line: SourceLine): boolean {
  const { originalNumber, place, state, text } = line;
  if (originalNumber !== undefined || !isOrdinary(text)) return false;
  if (state === "outside") return isBetweenCommands(text);
  if (text.includes("#") && promptOf(text.trimStart(), nobody)?.mode !== undefined) return false;
  if (isIndented(text)) return true;
  // A `no` form that names no field may take away any element of its kind, and more than one.
  if (state === "modelled" && place?.field === undefined && /^(?:no|default)\s/i.test(text)) return false;
  return !standsInSectionsOnly(text);
}

const nobody: ReadonlySet<string> = new Set();

/** Whether a line has no other characters than a keyboard gives: letters, digits, marks, blanks and tabs. */
export function isOrdinary(text: string): boolean {
  return /^[\t\x20-\x7e\u00a1-\u00ac\u00ae-\u167f]*$/.test(text);
}

/** Whether what stands outside the configuration is a separator, a comment or a word that leaves a mode. */
export function isBetweenCommands(text: string): boolean {
  return /^\s*(?:!.*|exit|end)?\s*$/i.test(text);
}

/** A command at column 0. */
export function isHeader(line: SourceLine | undefined): boolean {
  return line?.place !== undefined && !isIndented(line.text);
}

function isIndented(text: string): boolean {
  const code = text.charCodeAt(0);
  return code === 32 || code === 9;
}

/** Whether two lines belong to one element. */
export function isSameElement(one: SourceLine | undefined, other: SourceLine | undefined): boolean {
  return one?.place !== undefined && one.place.kind === other?.place?.kind && one.place.name === other.place.name;
}

import { newCursor, type Cursor } from "../ios/cursor.ts";
import type { GlobalStep } from "../ios/globalSteps.ts";
import type { CompiledMode } from "../ios/mode.ts";
import type { Dialect, Place, RouterId } from "../model/router.ts";
import type { LineState, SourceLine, SyntaxDiagnostic } from "../model/source.ts";
import { newDrafts, type Drafts } from "./drafts.ts";
import type { LogicalLine } from "./logicalLine.ts";

/** An open section: where lines go until another command closes it. */
export interface Section {
  /** Absent in a section of a command outside the model, whose lines are kept as they are. */
  readonly mode: CompiledMode | undefined;
  /** The element that the section belongs to. */
  readonly owner: Place;
  readonly element: object;
  /** What its lines set fields of: the element, or a member of it that has a mode of its own. */
  readonly target: object;
  /** Where the lines of a member stand. */
  readonly member: Place | undefined;
  /** How far the line that opened it is indented. */
  readonly indent: number;
  /** How far its first line is indented; -1 until there is one. */
  childIndent: number;
  /** The field, or the member of an access list, that its last understood line set. */
  last: string | undefined;
}

/** A configuration while it is being read, line by line. */
export interface Reading {
  readonly router: RouterId;
  dialect: Dialect;
  /** Somebody chose the dialect, whatever a `version` line says. */
  readonly dialectChosen: boolean;
  readonly drafts: Drafts;
  /** The innermost open section is the last. */
  readonly sections: Section[];
  readonly indented: boolean;
  readonly lines: SourceLine[];
  readonly diagnostics: SyntaxDiagnostic[];
  readonly cursor: Cursor;
  /** Where the last global command stands in the order of a running-config. */
  step: GlobalStep | undefined;
  blocks: number;
  /** The section that the command of the current line belongs to; absent for a global command. */
  found: Section | undefined;
  /** Elements that lost members to a `no` line, so that members of their lines have moved. */
  readonly renumbered: Set<object>;
}

export function newReading(router: RouterId, dialect: Dialect | undefined, indented: boolean): Reading {
  return {
    router,
    dialect: dialect ?? "classic",
    dialectChosen: dialect !== undefined,
    drafts: newDrafts(),
    sections: [],
    indented,
    lines: [],
    diagnostics: [],
    cursor: newCursor(),
    step: undefined,
    blocks: 0,
    found: undefined,
    renumbered: new Set(),
  };
}

/** Notes what a line became. */
export function pushLine(
  reading: Reading,
  line: LogicalLine,
  state: LineState,
  place?: Place,
  canonical?: string,
): void {
  const { lines } = reading;
  const { number, raw: text } = line;
  if (number !== lines.length + 1) lines.push(movedLine(text, state, place, canonical, number));
  else if (place === undefined) lines.push({ text, state });
  else if (canonical === undefined) lines.push({ text, state, place });
  else lines.push({ text, state, place, canonical });
}

/** A line that had another number in the text that it came from. */
function movedLine(
  text: string,
  state: LineState,
  place: Place | undefined,
  canonical: string | undefined,
  originalNumber: number,
): SourceLine {
  return {
    text,
    state,
    ...(place === undefined ? {} : { place }),
    ...(canonical === undefined ? {} : { canonical }),
    originalNumber,
  };
}

/** Notes what is wrong with words of a line; `to` is the last of them. */
export function pushDiagnostic(
  reading: Reading,
  line: LogicalLine,
  from: number,
  to: number,
  fault: Omit<SyntaxDiagnostic, "line" | "column" | "endColumn">,
): void {
  const { message, rule, severity, suggestion } = fault;
  const { cursor } = reading;
  const last = Math.min(to, cursor.count - 1);
  const start = from < cursor.count ? (cursor.starts[from] ?? 0) : cursor.text.length;
  const end = from < cursor.count ? (cursor.starts[last] ?? 0) + (cursor.words[last] ?? "").length : start + 1;
  reading.diagnostics.push({
    line: line.number,
    column: line.offset + start + 1,
    endColumn: line.offset + Math.max(end, start + 1) + 1,
    severity,
    message,
    rule,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

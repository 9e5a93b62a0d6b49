import type { CompiledCommand } from "../ios/compiledCommand.ts";
import { newCursor, type Cursor } from "../ios/cursor.ts";
import { numberOfField } from "../ios/fieldNumbers.ts";
import type { GlobalStep } from "../ios/globalSteps.ts";
import type { CommandForm, CompiledMode } from "../ios/mode.ts";
import type { Dialect, Place, RouterId } from "../model/router.ts";
import type { LineState, SourceLine, SyntaxDiagnostic } from "../model/source.ts";
import { newDrafts, type Drafts } from "./drafts.ts";
import {
  addLine,
  addLineOf,
  asItStands,
  linesOf,
  newLineRecords,
  type Canonical,
  type LineRecords,
} from "./lineRecords.ts";
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

/**
 * A configuration while it is being read, line by line. A class, since an object of its own with a getter would be read as slowly as a
 * dictionary.
 */
export class Reading {
  readonly router: RouterId;
  dialect: Dialect;
  /** Somebody chose the dialect, whatever a `version` line says. */
  readonly dialectChosen: boolean;
  readonly drafts: Drafts = newDrafts();
  /** The innermost open section is the last. */
  readonly sections: Section[] = [];
  readonly indented: boolean;
  /** What the lines became. */
  records: LineRecords;
  readonly diagnostics: SyntaxDiagnostic[] = [];
  readonly cursor: Cursor = newCursor();
  /** Where the last global command stands in the order of a running-config. */
  step: GlobalStep | undefined = undefined;
  /** The command that told that place. */
  stepFrom: CompiledCommand | undefined = undefined;
  blocks = 0;
  /** The section that the command of the current line belongs to; absent for a global command. */
  found: Section | undefined = undefined;
  /** The form of the last line that was spelled out. */
  lastForm: CommandForm | undefined = undefined;
  /** By the number of a form, the one that stood on the line after it the last time, in a section and at column 0. */
  readonly nextInSection: (CommandForm | undefined)[] = [];
  readonly nextAtMargin: (CommandForm | undefined)[] = [];
  /** Elements that lost members to a `no` line, so that members of their lines have moved. */
  readonly renumbered = new Set<object>();

  constructor(router: RouterId, dialect: Dialect | undefined, indented: boolean) {
    this.router = router;
    this.records = newLineRecords(router);
    this.dialect = dialect ?? "classic";
    this.dialectChosen = dialect !== undefined;
    this.indented = indented;
  }

  /** The lines as objects. */
  get lines(): SourceLine[] {
    return linesOf(this.records);
  }
}

export function newReading(router: RouterId, dialect: Dialect | undefined, indented: boolean): Reading {
  return new Reading(router, dialect, indented);
}

/** Closes all sections. One after the other: to empty the list at once would give away its room, which the next section wants again. */
export function closeSections({ sections }: Reading): void {
  while (sections.length > 0) sections.pop();
}

/** Notes what a line became. */
export function pushLine(
  { records }: Reading,
  line: LogicalLine,
  state: LineState,
  place?: Place,
  canonical?: string,
): void {
  noteText(records, line);
  const said = asStands(line, canonical);
  if (place === undefined) addLine(records, state, said);
  else addLineOf(records, state, place.kind, place.name, numberOfField(place.field), place.item, said);
}

/** Notes that a line set a field of an element, by its number, or a member of a list. */
export function pushModelled(
  { records }: Reading,
  line: LogicalLine,
  kind: Place["kind"],
  name: string,
  field: number,
  item: string | number | undefined,
  canonical: Canonical,
): void {
  noteText(records, line);
  addLineOf(records, "modelled", kind, name, field, item, asStands(line, canonical));
}

function noteText(records: LineRecords, line: LogicalLine): void {
  if (records.text === undefined) records.texts.push(line.raw);
  if (line.number !== records.count + 1) records.numbers.set(records.count, line.number);
}

function asStands(line: LogicalLine, canonical: Canonical): Canonical {
  return typeof canonical === "string" && canonical === line.raw.trim() ? asItStands : canonical;
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
  const { lineAt } = cursor;
  const start = from < cursor.count ? (cursor.starts[from] ?? 0) - lineAt : cursor.end - cursor.from;
  const end = from < cursor.count ? (cursor.ends[last] ?? 0) - lineAt : start + 1;
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

import { extendedLine, standardLine } from "../ios/accessList/line.ts";
import { isNumberedByDefault } from "../ios/accessList/lines.ts";
import { compile } from "../ios/compiledCommand.ts";
import { formatCommand } from "../ios/formatting.ts";
import { accessListEntries, type AccessList, type AccessListLine } from "../model/accessList.ts";
import type { Dialect, Place } from "../model/router.ts";
import { sectionChange, type SectionChange, type SectionLine } from "./sectionChange.ts";

/**
 * The lines that make one list of another, by sequence number: what differs is taken away by its number and put in under its
 * number, so that all other lines go on deciding. A list without a forerunner is written as it would be typed.
 */
export function accessListChange(
  before: AccessList | undefined,
  after: AccessList,
  owner: Place,
  dialect: Dialect,
): SectionChange {
  const olds = new Map(before?.lines.map((line) => [line.sequence, lineText(after, line, dialect)]));
  const news = new Map(after.lines.map((line) => [line.sequence, lineText(after, line, dialect)]));
  const bare = before === undefined && isNumberedByDefault(after);
  const line = (sequence: number, text: string): SectionLine => ({
    text,
    place: { ...owner, field: "lines", item: sequence },
    field: "lines",
    alters: false,
  });
  const removed = [...olds].filter(([sequence, text]) => news.get(sequence) !== text);
  const added = [...news].filter(([sequence, text]) => olds.get(sequence) !== text);
  const kept = sectionChange(before, after, { commands: [], indent: " ", owner, dialect });
  return {
    lines: [
      ...removed.map(([sequence]) => line(sequence, ` no ${sequence}`)),
      ...added.map(([sequence, text]) => line(sequence, bare ? ` ${text}` : ` ${sequence} ${text}`)),
      ...kept.lines,
    ],
    notes: kept.notes,
  };
}

/** Whether two lists decide alike; remarks and numbers do not decide. */
export function decideAlike(one: AccessList, other: AccessList): boolean {
  const entries = (list: AccessList) => accessListEntries(list).map((entry) => lineText(list, entry, "classic"));
  return one.type === other.type && entries(one).join("\n") === entries(other).join("\n");
}

function lineText(list: AccessList, line: AccessListLine, dialect: Dialect): string {
  const { syntax } = compile(list.type === "extended" ? extendedLine : standardLine);
  const args = line.kind === "entry" ? { entry: line } : line.text === "" ? {} : { text: line.text };
  return formatCommand(syntax, args, dialect);
}

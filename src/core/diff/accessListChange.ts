import { referencesOf } from "../derive/references.ts";
import { extendedLine, standardLine } from "../ios/accessList/line.ts";
import { isNumberedByDefault } from "../ios/accessList/lines.ts";
import { compile } from "../ios/compiledCommand.ts";
import { formatCommand } from "../ios/formatting.ts";
import { accessListEntries, type AccessList, type AccessListLine, type ObjectGroup } from "../model/accessList.ts";
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

/** Whether two lists decide alike, each with the groups that it names; remarks and numbers do not decide. */
export function decideAlike(one: AccessList, other: AccessList, groups?: GroupsBeforeAndAfter): boolean {
  return one.type === other.type && decision(one, groups?.before) === decision(other, groups?.after);
}

export interface GroupsBeforeAndAfter {
  readonly before: ReadonlyMap<string, ObjectGroup>;
  readonly after: ReadonlyMap<string, ObjectGroup>;
}

function decision(list: AccessList, groups: ReadonlyMap<string, ObjectGroup> | undefined): string {
  const entries = accessListEntries(list).map((entry) => lineText(list, entry, "classic"));
  const named = groups === undefined ? [] : groupsOf(list).map((name) => membersText(name, groups, new Set()));
  return [...entries, ...named].join("\n");
}

/** The groups that a list names. */
export function groupsOf(list: AccessList): readonly string[] {
  return referencesOf("accessList", list).map(({ name }) => name);
}

/** What a group holds, groups within it included. */
function membersText(name: string, groups: ReadonlyMap<string, ObjectGroup>, seen: Set<string>): string {
  const group = groups.get(name);
  if (group === undefined || seen.has(name)) return name;
  seen.add(name);
  const members = group.members.map((member) =>
    member.kind === "group" ? membersText(member.name, groups, seen) : JSON.stringify(member),
  );
  return `${name} ${group.type} ${members.sort().join(" ")}`;
}

function lineText(list: AccessList, line: AccessListLine, dialect: Dialect): string {
  const { syntax } = compile(list.type === "extended" ? extendedLine : standardLine);
  const args = line.kind === "entry" ? { entry: line } : line.text === "" ? {} : { text: line.text };
  return formatCommand(syntax, args, dialect);
}

import { namesTakenAway, type CompiledCommand, type CompiledGlobal } from "../ios/compiledCommand.ts";
import { isSpacedAsPrinted } from "../ios/cursor.ts";
import { numberOfField } from "../ios/fieldNumbers.ts";
import { formatCommand } from "../ios/formatting.ts";
import { stepOfCommand } from "../ios/globalSteps.ts";
import type { Arguments } from "../ios/matching.ts";
import { modeOf } from "../ios/modes.ts";
import type { Place } from "../model/router.ts";
import { asItStands, type Canonical } from "./lineRecords.ts";
import type { LogicalLine } from "./logicalLine.ts";
import { pushDiagnostic, pushLine, pushModelled, type Reading, type Section } from "./reading.ts";

/** Lets a global command make or change its element, and opens its section. */
export function applyGlobal(reading: Reading, line: LogicalLine, command: CompiledCommand): void {
  const { args } = reading.cursor;
  const { global } = command;
  if (global === undefined) return;
  // What takes the place of an older element is made without a look at that one.
  const made = global.replaces ? global.create(args) : undefined;
  const name = made === undefined ? global.name(args) : global.nameOf(made);
  if (name === undefined) return;
  noteStep(reading, command);
  if (command.negated) {
    // The positive form is what IOS does by itself.
    removeField(reading, line, command, name, args, undefined);
    return;
  }
  const element = made ?? elementNamed(reading, line, global, name);
  if (made !== undefined) reading.drafts[global.kind].set(name, made);
  reportValues(reading, line, command);
  const item = command.read(element, args);
  pushModelled(reading, line, global.kind, name, command.fieldNumber, item, canonicalOf(reading, line, command));
  noteDialect(reading, command, args);
  if (command.opens === undefined) return;
  const owner: Place = { router: reading.router, kind: global.kind, name };
  reading.sections.push({
    mode: modeOf(command.opens),
    owner: placeOf(owner, command.field, item),
    element,
    target: element,
    member: undefined,
    indent: line.indent,
    childIndent: -1,
    last: undefined,
  });
}

/** Notes where the command stands in the order of a running-config; most follow another of their kind. */
function noteStep(reading: Reading, command: CompiledCommand): void {
  if (command === reading.stepFrom) return;
  reading.step = stepOfCommand(command) ?? reading.step;
  reading.stepFrom = command;
}

/** The element of that name, which a command makes where there is none. */
function elementNamed(reading: Reading, line: LogicalLine, global: CompiledGlobal, name: string): object {
  const { args, count } = reading.cursor;
  const collection = reading.drafts[global.kind];
  const known = collection.get(name);
  if (known !== undefined) return known;
  const message = global.requiresExisting?.(args);
  if (message !== undefined)
    pushDiagnostic(reading, line, 0, count - 1, { severity: "error", message, rule: "syntax" });
  const element = global.create(args);
  collection.set(name, element);
  return element;
}

/** Lets a `no` or `default` form of a global command take away a field, an element or several. */
export function removeGlobal(reading: Reading, line: LogicalLine, command: CompiledCommand, toDefault: boolean): void {
  const { args } = reading.cursor;
  const { global } = command;
  if (global === undefined) return;
  noteStep(reading, command);
  const collection = reading.drafts[global.kind];
  if (command.negated && !toDefault) {
    const name = global.name(args) ?? "";
    let element = collection.get(name);
    if (element === undefined) {
      element = global.create(args);
      collection.set(name, element);
    }
    command.read(element, args);
    pushModelled(reading, line, global.kind, name, command.fieldNumber, undefined, `no ${command.title}`);
    return;
  }
  if (!global.removesElement) {
    removeField(reading, line, command, global.name(args) ?? "", args, undefined);
    return;
  }
  const names = namesTakenAway(global, collection.keys(), args);
  for (const removed of names) collection.delete(removed);
  const beside = global.removedBeside?.(args);
  if (beside !== undefined) reading.drafts[beside.kind].delete(beside.name);
  pushModelled(reading, line, global.kind, names[0] ?? global.name(args) ?? "", 0, undefined, undefined);
}

function removeField(
  reading: Reading,
  line: LogicalLine,
  command: CompiledCommand,
  name: string,
  args: Arguments,
  canonical: string | undefined,
): void {
  const { global } = command;
  if (global === undefined) return;
  const element = reading.drafts[global.kind].get(name);
  if (element !== undefined) {
    command.remove(element, args);
    reading.renumbered.add(element);
  }
  pushModelled(reading, line, global.kind, name, command.fieldNumber, undefined, canonical);
}

/** Lets a command of a section set its field. */
export function applyInSection(reading: Reading, line: LogicalLine, section: Section, command: CompiledCommand): void {
  const { args } = reading.cursor;
  reportValues(reading, line, command);
  const item = command.read(section.target, args);
  const { member, owner } = section;
  section.last = owner.kind === "accessList" && item !== undefined ? String(item) : command.field;
  const canonical = canonicalOf(reading, line, command);
  // Lines that IOS leaves out tell nothing of how the lines that it shows are indented.
  if (section.childIndent < 0 && canonical !== undefined) section.childIndent = line.indent;
  const { kind, name } = owner;
  if (member === undefined) pushModelled(reading, line, kind, name, command.fieldNumber, item, canonical);
  else pushModelled(reading, line, kind, name, numberOfField(member.field), member.item, canonical);
  if (command.opens === undefined) return;
  reading.sections.push({
    mode: modeOf(command.opens),
    owner,
    element: section.element,
    target: command.nested?.(section.target, args) ?? section.target,
    member: member ?? placeOf(owner, command.field, item),
    indent: line.indent,
    childIndent: -1,
    last: undefined,
  });
}

/** Lets a `no` or `default` form take away what its command set in a section. */
export function removeInSection(
  reading: Reading,
  line: LogicalLine,
  section: Section,
  command: CompiledCommand,
  toDefault: boolean,
): void {
  const { args } = reading.cursor;
  const place = section.member ?? placeOf(section.owner, command.field, undefined);
  if (command.negated && !toDefault) {
    command.read(section.target, args);
    pushLine(reading, line, "modelled", place, `no ${command.title}`);
    return;
  }
  command.remove(section.target, args);
  reading.renumbered.add(section.element);
  section.last = command.field;
  // IOS shows the absence of some things, such as an address, by the no form itself.
  const shown = command.write(section.target, reading.dialect)[0]?.["no"] === true;
  pushLine(reading, line, "modelled", place, shown ? `no ${command.title}` : undefined);
}

function placeOf(owner: Place, field: string | undefined, item: string | number | undefined): Place {
  const { kind, name, router } = owner;
  if (field === undefined) return owner;
  return item === undefined ? { router, kind, name, field } : { router, kind, name, field, item };
}

/** A line as IOS prints it; undefined where IOS leaves it out, since it says what holds anyway. */
function canonicalOf(reading: Reading, line: LogicalLine, command: CompiledCommand): Canonical {
  const { args } = reading.cursor;
  const { fallback, field } = command;
  if (fallback !== undefined && field !== undefined && args[field] === fallback) return undefined;
  const normal = command.normalise?.(args) ?? args;
  if (reading.cursor.canonical && normal === args && isSpacedAsPrinted(reading.cursor))
    return line.plain === true ? asItStands : line.text;
  return formatCommand(command.syntax, normal, reading.dialect);
}

/** Reports values of the right form that IOS would refuse. */
function reportValues(reading: Reading, line: LogicalLine, command: CompiledCommand): void {
  const { problems } = reading.cursor;
  if (problems.length === 0) return;
  for (const { at, message } of problems)
    pushDiagnostic(reading, line, at, at, { severity: "error", message, rule: command.command.rangeRule ?? "syntax" });
}

/** From release 16 on the text is in the dialect of IOS-XE. Source: contracts, the `version` line. */
function noteDialect(reading: Reading, command: CompiledCommand, args: Arguments): void {
  if (command.field !== "version" || reading.dialectChosen) return;
  const release = Number.parseInt(String(args["version"]), 10);
  reading.dialect = release >= 16 ? "xe17" : "classic";
}

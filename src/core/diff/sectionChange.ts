import { modeOf } from "../ios/modes.ts";
import type { CompiledCommand } from "../ios/compiledCommand.ts";
import type { KeptLine } from "../model/host.ts";
import type { Dialect, Place } from "../model/router.ts";
import { statementsOf, type Statement } from "./statements.ts";

/** A line of a section's change: what it does to which field. */
export interface SectionLine {
  readonly text: string;
  readonly place: Place;
  readonly field: string | undefined;
  /** It changes or takes away what stood there before, rather than adding to it. */
  readonly alters: boolean;
  readonly note?: string;
}

export interface SectionChange {
  readonly lines: readonly SectionLine[];
  readonly notes: readonly string[];
}

/** What the lines of a section have in common. */
export interface SectionContext {
  readonly commands: readonly CompiledCommand[];
  readonly indent: string;
  readonly owner: Place;
  readonly dialect: Dialect;
  /** Fields that are taken away and set again even where they do not differ. */
  readonly again?: ReadonlySet<string>;
}

/**
 * Lists whose order says nothing: what stays is left alone. In other lists, such as peers, IOS adds at the end, so that all
 * behind the first difference is taken away and added in the order wanted.
 */
const unordered = new Set(["keys", "secondaryAddresses", "members", "matches", "matchAddress", "splitDns"]);

/** Lists that mean something else when they are empty for a moment: `route-map` then matches everything. */
const addedFirst = new Set(["members", "matchAddress"]);

/** IOS refuses a second key for a peer rather than replacing the first; an address line keeps the ports of the one before. */
const removedFirst = new Set(["keys", "address aaaServer"]);

/** The lines that make one section of another: first what goes, then what comes. */
export function sectionChange(
  before: object | undefined,
  after: object | undefined,
  context: SectionContext,
): SectionChange {
  const { again, commands, dialect, indent, owner } = context;
  const olds = statementsOf(commands, before, owner, dialect);
  const news = statementsOf(commands, after, owner, dialect);
  const removed: SectionLine[] = [];
  const set: SectionLine[] = [];
  const removedLast: SectionLine[] = [];
  const notes: string[] = [];
  const remove = (old: Statement, into = removed) => {
    if (old.removal !== undefined) into.push(lineOf(old, indent + old.removal, true));
  };
  for (const command of commands) {
    const mine = olds.filter((old) => old.command === command);
    const theirs = news.filter((one) => one.command === command);
    const forced = again?.has(command.field ?? "") === true;
    if ([...mine, ...theirs].some(({ listed }) => listed)) {
      const stays = forced ? new Set<string>() : staying(mine, theirs, command.field);
      const late = addedFirst.has(command.field ?? "") && theirs.length > 0;
      for (const old of mine) if (!stays.has(old.text)) remove(old, late ? removedLast : removed);
      for (const one of theirs) if (!stays.has(one.text)) set.push(lineOf(one, indent + one.text, false));
      continue;
    }
    for (const old of mine) if (forced || !news.some(({ key }) => key === old.key)) remove(old);
    for (const one of theirs) {
      const old = olds.find(({ key }) => key === one.key);
      const member = memberChange(old, one, before, after, context);
      if (!forced && old?.text === one.text && old.command === command) {
        // A member with a mode of its own is opened again for what differs in it.
        if (member.lines.length > 0) set.push(lineOf(one, indent + one.text, true), ...member.lines);
        notes.push(...member.notes);
        continue;
      }
      const first = removedFirst.has(command.field ?? "") || removedFirst.has(`${command.field ?? ""} ${owner.kind}`);
      if (first && old !== undefined && !forced) remove(old);
      // What is not there before is what the line says that it is not.
      if (one.removal === undefined && (old === undefined || forced)) continue;
      const text = one.removal === undefined && old?.command !== command ? (old?.removal ?? one.text) : one.text;
      set.push(lineOf(one, indent + text, old !== undefined), ...member.lines);
      notes.push(...member.notes);
    }
  }
  const kept = keptChange(before, after, context);
  const behind = [...kept.added, ...removedLast];
  // What a person's release knows and the model does not would be taken for a line of the member.
  const members = news.filter(({ command }) => command.command.nested !== undefined).map(({ text }) => indent + text);
  const leaves = behind.length > 0 && set.some(({ text }) => members.includes(text));
  return {
    lines: [
      ...removed,
      ...kept.removed,
      ...set,
      ...(leaves ? [{ text: `${indent}exit`, place: owner, field: undefined, alters: false }] : []),
      ...behind,
    ],
    notes: [...notes, ...kept.notes],
  };
}

function lineOf(statement: Statement, text: string, alters: boolean): SectionLine {
  return { text, place: statement.place, field: statement.command.field, alters };
}

/** The members of a list that can stay, by what they say. */
function staying(
  olds: readonly Statement[],
  news: readonly Statement[],
  field: string | undefined,
): ReadonlySet<string> {
  if (unordered.has(field ?? "")) {
    const wanted = new Set(news.map(({ text }) => text));
    return new Set(olds.map(({ text }) => text).filter((text) => wanted.has(text)));
  }
  const stays = new Set<string>();
  let at = 0;
  for (const { text } of news) {
    const found = olds.findIndex((old, index) => index >= at && old.text === text);
    if (found < 0) break;
    stays.add(text);
    at = found + 1;
  }
  return stays;
}

const nothing: SectionChange = { lines: [], notes: [] };

/** What changes in a member that has a mode of its own, such as a peer of a keyring. */
function memberChange(
  old: Statement | undefined,
  one: Statement,
  before: object | undefined,
  after: object | undefined,
  context: SectionContext,
): SectionChange {
  const { command } = one.command;
  if (command.nested === undefined || command.opens === undefined || after === undefined) return nothing;
  const inner = modeOf(command.opens);
  return sectionChange(
    old === undefined || before === undefined ? undefined : command.nested(before, old.args),
    command.nested(after, one.args),
    { commands: inner.commands, indent: inner.mode.indent, owner: one.place, dialect: context.dialect },
  );
}

/** Lines that the model keeps as they are: a line of their own is taken away by `no`, a text of several lines by nobody. */
function keptChange(before: object | undefined, after: object | undefined, context: SectionContext) {
  const olds = keptOf(before);
  const news = keptOf(after);
  const { indent, owner } = context;
  const line = (text: string): SectionLine => ({ text, place: owner, field: "kept", alters: false });
  const notes: string[] = [];
  const removed = without(olds, news).flatMap((old) => {
    if (old.verbatim === true || /^\s/.test(old.text)) {
      notes.push(`Take away by hand, in ${owner.kind} ${owner.name}: ${old.text.trim()}`);
      return [];
    }
    return [line(indent + (old.text.startsWith("no ") ? old.text.slice(3) : `no ${old.text}`))];
  });
  const added = without(news, olds).map((one) => line(one.verbatim === true ? one.text : indent + one.text));
  return { removed, added, notes };
}

function keptOf(element: object | undefined): readonly KeptLine[] {
  return (element as { readonly kept?: readonly KeptLine[] } | undefined)?.kept ?? [];
}

function without(lines: readonly KeptLine[], others: readonly KeptLine[]): readonly KeptLine[] {
  const texts = others.map(({ text }) => text);
  return lines.filter(({ text }) => {
    const found = texts.indexOf(text);
    if (found >= 0) texts.splice(found, 1);
    return found < 0;
  });
}

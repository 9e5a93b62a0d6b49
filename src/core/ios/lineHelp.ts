import type { Dialect, ElementKind } from "../model/router.ts";
import type { CryptoMapEntry } from "../model/cryptoMap.ts";
import type { Command, GlobalCommand, ModeId } from "./command.ts";
import type { CompiledCommand } from "./compiledCommand.ts";
import { newCursor, splitWords, wordOf, type Cursor, type Expectation } from "./cursor.ts";
import type { EntryKind } from "./entryKind.ts";
import { matchSequence, type Arguments } from "./matching.ts";
import { resolve } from "./mode.ts";
import { modeOf } from "./modes.ts";
import { argumentsIn, type SequenceNode } from "./syntax.ts";

/** What IOS would list for a question mark: a word that can come next, with the commands that it would lead to. */
export interface HelpItem {
  /** The keyword, or the label that stands for a value: `A.B.C.D`, `WORD`, `<60-86400>`, `<cr>`. */
  readonly label: string;
  readonly is: "keyword" | "argument" | "end";
  /** What the word means, where the description of its command says so; else what the command does. */
  readonly meaning: string;
  /** The field of the element that the value sets, for whoever knows the names that can stand there. */
  readonly argument?: string;
  /** The commands that can still be meant, in the order in which IOS prints them. */
  readonly commands: readonly CommandHelp[];
}

/** A command as its documentation shows it. */
export interface CommandHelp {
  readonly command: Command | GlobalCommand;
  readonly mode: ModeId;
  /** The kind of element that it sets a field of. */
  readonly kind?: ElementKind;
  /** What the word is called in this command: its argument's name. */
  readonly argument?: string;
}

/** Where words of a line begin and end, counted from 0, with what they mean. */
export interface WordHelp {
  readonly start: number;
  readonly end: number;
  readonly item: HelpItem;
}

/** What can come next on a line that reads `before` up to the caret; `before` ends with a blank or with the beginning of a word. */
export interface LineHelp {
  /** The beginning of the word at the caret; empty behind a blank. */
  readonly prefix: string;
  readonly items: readonly HelpItem[];
}

/** What every mode takes besides its own commands. */
const EVERYWHERE: readonly HelpItem[] = [
  { label: "no", is: "keyword", meaning: "Takes a command back, or turns off what it turns on.", commands: [] },
  { label: "default", is: "keyword", meaning: "Sets a command to what IOS takes without it.", commands: [] },
  { label: "exit", is: "keyword", meaning: "Leaves the section.", commands: [] },
];

/**
 * What IOS would take next in a line of these modes; in a crypto map, within an entry of that kind. Words outside the model's
 * language are not offered.
 */
export function lineHelp(modes: readonly ModeId[], before: string, dialect: Dialect, entry?: EntryKind): LineHelp {
  const prefix = /\S*$/.exec(before)?.[0] ?? "";
  const words = before.slice(0, before.length - prefix.length);
  const inMode = expectations(modes, words, dialect).flatMap((item) => takenBy(entry, item));
  const all = words.trim() === "" && modes.length > 0 ? [...inMode, ...EVERYWHERE] : inMode;
  const items = all.filter(({ label, is }) => is !== "keyword" || label.toLowerCase().startsWith(prefix.toLowerCase()));
  // A carriage return needs no help once a word has been begun.
  return { prefix, items: prefix === "" ? items : items.filter(({ is }) => is !== "end") };
}

/** What the word at a column of a line means there, counted from 0; null where it is no word of a command that is known. */
export function wordHelp(modes: readonly ModeId[], line: string, column: number, dialect: Dialect): WordHelp | null {
  for (const match of line.matchAll(/\S+/g)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (column < start || column > end) continue;
    const meant = meantBy(modes, line, dialect);
    const everywhere =
      line.slice(0, start).trim() === "" && EVERYWHERE.find(({ label }) => label === match[0].toLowerCase());
    if (everywhere) return { start, end, item: { ...everywhere, commands: meant ? [meant] : [] } };
    const all = expectations(modes, line.slice(0, start), dialect, meant?.command);
    const lower = match[0].toLowerCase();
    const keywords = all.filter(({ is, label }) => is === "keyword" && label.toLowerCase().startsWith(lower));
    const exact = keywords.find(({ label }) => label.toLowerCase() === lower);
    const item = exact ?? (keywords.length === 1 ? keywords[0] : undefined) ?? all.find(({ is }) => is === "argument");
    return item ? { start, end, item } : null;
  }
  return null;
}

/**
 * The modes that a line may be read in, the innermost first: that of the section around an indented line, nested ones included, and
 * global configuration for one without indentation. Lines are counted from 0.
 */
export function modesAt(lines: readonly string[], at: number): readonly ModeId[] {
  const indent = indentOf(lines[at] ?? "");
  let modes: readonly ModeId[] = ["global"];
  for (const opener of openersOf(lines, at)) {
    const opened = openedBy(modes[0] ?? "global", lines[opener] ?? "");
    if (opened === undefined) return indent === 0 ? ["global"] : [];
    modes = [opened, ...modes];
  }
  if (indent === 0) return modes;
  // Deeper lines belong to the section alone; an indented line outside of all sections is a global command somebody indented.
  return modes.length > 1 ? modes.slice(0, -1) : modes;
}

/** The kind of crypto map entry that a line stands in; undefined where it stands in none. Lines are counted from 0. */
export function entryKindAt(lines: readonly string[], at: number): EntryKind | undefined {
  const [opener] = openersOf(lines, at);
  if (opener === undefined) return undefined;
  const head = entryHead(lines[opener] ?? "");
  if (head === "dynamic") return head;
  if (head?.map === undefined) return undefined;
  if (head.type !== undefined) return kindOfHead(head);
  // A line without a type opens the entry as an earlier line made it.
  for (let above = opener - 1; above >= 0; above -= 1) {
    const line = lines[above] ?? "";
    const earlier: EntryHead | "dynamic" | undefined = line.includes(head.map) ? entryHead(line) : undefined;
    if (earlier === undefined || earlier === "dynamic" || earlier.type === undefined) continue;
    if (earlier.map === head.map && earlier.sequence === head.sequence) return kindOfHead(earlier);
  }
  return "ipsec-isakmp";
}

type EntryHead = Partial<Pick<CryptoMapEntry, "map" | "sequence" | "type" | "dynamicMap">>;

function entryHead(line: string): EntryHead | "dynamic" | undefined {
  if (/^\s/.test(line)) return undefined;
  const cursor = lenientCursor(line, "classic");
  const opens = resolve(modeOf("global"), cursor, 0)?.command.opens;
  if (opens === "dynamic-map") return "dynamic";
  return opens === "crypto-map" ? cursor.args : undefined;
}

function kindOfHead({ type, dynamicMap }: EntryHead): EntryKind | undefined {
  return dynamicMap === undefined ? type : "anchor";
}

/** The lines of the sections around a line, outermost first. */
function openersOf(lines: readonly string[], at: number): readonly number[] {
  const indent = indentOf(lines[at] ?? "");
  const openers: number[] = [];
  let least = indent === 0 && (lines[at] ?? "").trim() === "" ? 1 : indent;
  for (let above = at - 1; above >= 0 && least > 0; above -= 1) {
    const line = lines[above] ?? "";
    // A separator closes what stands above it, but a comment within a section does not.
    if (/^!/.test(line)) break;
    if (line.trim() === "" || line.trim().startsWith("!")) continue;
    if (indentOf(line) < least) {
      least = indentOf(line);
      openers.unshift(above);
    }
  }
  return openers;
}

/** The item with the commands that an entry of this kind takes; none when it takes none of them. */
function takenBy(entry: EntryKind | undefined, item: HelpItem): readonly HelpItem[] {
  if (entry === undefined) return [item];
  const commands = item.commands.filter(({ command, mode }) => {
    if (mode !== "crypto-map" && mode !== "dynamic-map") return true;
    return entry !== "anchor" && (command.entries?.includes(entry) ?? true);
  });
  return commands.length === 0 ? [] : [{ ...item, commands }];
}

function openedBy(mode: ModeId, line: string): ModeId | undefined {
  const cursor = lenientCursor(line, "classic");
  return resolve(modeOf(mode), cursor, 0)?.command.opens;
}

function meantBy(modes: readonly ModeId[], line: string, dialect: Dialect): CommandHelp | undefined {
  for (const mode of modes) {
    const cursor = lenientCursor(line, dialect);
    const start = negates(cursor) ? 1 : 0;
    cursor.openEnded = start === 1;
    const found = resolve(modeOf(mode), cursor, start);
    if (found) return commandHelp(found, mode);
  }
  return undefined;
}

/** What can follow some words, by all commands of the modes or by one of them alone. */
function expectations(
  modes: readonly ModeId[],
  words: string,
  dialect: Dialect,
  only?: Command | GlobalCommand,
): readonly HelpItem[] {
  const items = new Map<string, HelpItem & { commands: CommandHelp[] }>();
  for (const mode of modes) {
    for (const compiled of modeOf(mode).commands) {
      if (only !== undefined && compiled.command !== only) continue;
      for (const syntax of [compiled.syntax, ...compiled.aliases]) {
        for (const found of expectedBy(compiled, syntax, words, dialect)) {
          const key = `${found.is} ${found.label}`;
          const known = items.get(key);
          const help = commandHelp(compiled, mode, found.argument);
          if (!known) items.set(key, { ...found, commands: [help] });
          else if (!known.commands.some(({ command }) => command === help.command)) known.commands.push(help);
        }
      }
    }
  }
  return [...items.values()].map((item) =>
    item.commands.length > FEW && item.meaning === item.commands[0]?.command.summary
      ? { ...item, meaning: `Begins ${item.commands.length} commands.` }
      : item,
  );
}

/** Of more commands than these that begin with a word, none speaks for the word. */
const FEW = 3;

function expectedBy(
  compiled: CompiledCommand,
  syntax: SequenceNode,
  words: string,
  dialect: Dialect,
): readonly Omit<HelpItem, "commands">[] {
  const cursor = lenientCursor(words, dialect);
  const start = negates(cursor) ? 1 : 0;
  cursor.at = start;
  const explanation = { at: start, expected: [] as Expectation[] };
  cursor.explanation = explanation;
  const args: Arguments = {};
  const matched = matchSequence(syntax, 0, cursor, args);
  const complete = matched && cursor.at === cursor.count && cursor.count > start;
  const open = explanation.at === cursor.count ? explanation.expected : [];
  return [
    ...open.map((expectation) => helpItem(compiled, syntax, expectation, args)),
    ...(complete ? [{ label: "<cr>", is: "end" as const, meaning: "The command is complete." }] : []),
  ];
}

function helpItem(
  { command }: CompiledCommand,
  syntax: SequenceNode,
  expectation: Expectation,
  args: Arguments,
): Omit<HelpItem, "commands"> {
  const meanings = command.words ?? {};
  if (expectation.keyword !== undefined) {
    const { keyword } = expectation;
    const holder = argumentsIn(syntax).find((node) => node.type.keywords?.includes(keyword));
    const meaning = meanings[keyword] ?? (holder && meanings[holder.name]) ?? command.summary;
    return { label: keyword, is: "keyword", meaning, ...(holder && { argument: holder.name }) };
  }
  const label = expectation.label ?? "";
  const fitting = argumentsIn(syntax).filter((node) => node.type.label === label);
  const node = fitting.find(({ name }) => args[name] === undefined) ?? fitting.at(-1);
  const argument = expectation.argument ?? node?.name;
  const meaning = (argument === undefined ? undefined : meanings[argument]) ?? sentence(expectation.what ?? label);
  return { label, is: "argument", meaning, ...(argument !== undefined && { argument }) };
}

function commandHelp({ command, global }: CompiledCommand, mode: ModeId, argument?: string): CommandHelp {
  const kind = global?.kind ?? modeOf(mode).mode.kind;
  return { command, mode, ...(kind !== undefined && { kind }), ...(argument !== undefined && { argument }) };
}

function lenientCursor(text: string, dialect: Dialect): Cursor {
  const cursor = newCursor();
  splitWords(cursor, text);
  cursor.lenient = true;
  cursor.dialect = dialect;
  return cursor;
}

function negates(cursor: Cursor): boolean {
  return cursor.count > 0 && /^(?:no|default)$/i.test(wordOf(cursor, 0) ?? "");
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

import type { ElementKind } from "../model/router.ts";
import { abbreviated } from "./argumentType.ts";
import type { Command, GlobalCommand, ModeId } from "./command.ts";
import { compile, type CompiledCommand } from "./compiledCommand.ts";
import { hashAt, hashOf, isWord, keywordsOf, splitBehind, wordOf, type Cursor, type Keywords } from "./cursor.ts";
import { matchSequence, type Arguments } from "./matching.ts";
import type { SequenceNode } from "./syntax.ts";
import type { TextWindow } from "./textWindow.ts";

/** A mode of IOS: what may stand in it, in the order in which IOS prints it. */
export interface Mode {
  readonly id: ModeId;
  /** What IOS shows before the hash sign: `config-crypto-map`. */
  readonly prompt: string;
  /** What its lines are indented by in a running-config. Source: published running-configs. */
  readonly indent: string;
  /** The kind of element that its lines belong to; absent in global configuration mode. */
  readonly kind?: ElementKind;
  readonly commands: readonly (Command | GlobalCommand)[];
  /** First words of commands outside the model. They are not understood, but an abbreviation has to tell them apart too. */
  readonly others?: readonly string[];
}

/** Commands that share their first keywords. */
export interface CommandTree {
  /** The keyword that leads here; empty at the root. */
  readonly keyword: string;
  readonly children: Map<string, CommandTree>;
  /** The children again, by the numbers that their keywords have in a cursor; of two with one number the later. */
  readonly byHash: Map<number, CommandTree>;
  readonly forms: CommandForm[];
  /** Commands of the model lie behind it; else it is there to tell abbreviations apart. */
  modelled: boolean;
}

/** One way to write a command: its own syntax or an alias. */
export interface CommandForm {
  readonly command: CompiledCommand;
  readonly syntax: SequenceNode;
  /** How many nodes of the syntax are keywords that the tree has already compared. */
  readonly from: number;
  readonly alias: boolean;
  readonly mode: Mode;
  /** Its number among all forms. */
  readonly id: number;
  /** Where it stands in the tree: behind its keywords. */
  readonly tree: CommandTree;
  readonly keywords: Keywords;
  /** Arguments that serve for one line after the other. */
  readonly args: Arguments;
  /** What the groups of its syntax said in the last line, so many names, and room for what they say in the next. */
  said: string[];
  saidCount: number;
  room: string[];
}

let forms = 0;

/** Names that were said in arguments which serve one line only. */
const unasked: string[] = [];

export interface CompiledMode {
  readonly mode: Mode;
  readonly commands: readonly CompiledCommand[];
  readonly tree: CommandTree;
  /** A member of its elements has a mode of its own. */
  readonly nests: boolean;
}

export function compileMode(mode: Mode): CompiledMode {
  const tree = newTree("");
  const commands = mode.commands.map(compile);
  for (const command of commands) {
    plant(tree, mode, command, command.syntax, false);
    for (const alias of command.aliases) plant(tree, mode, command, alias, true);
  }
  openersFirst(tree);
  for (const words of mode.others ?? []) descend(tree, words.split(" "), false);
  return { mode, commands, tree, nests: commands.some(({ opens }) => opens !== undefined) };
}

function newTree(keyword: string): CommandTree {
  return { keyword, children: new Map(), byHash: new Map(), forms: [], modelled: false };
}

function plant(tree: CommandTree, mode: Mode, command: CompiledCommand, syntax: SequenceNode, alias: boolean): void {
  const keywords: string[] = [];
  for (const node of syntax.nodes) {
    if (node.is !== "word") break;
    keywords.push(node.word);
  }
  const place = descend(tree, keywords, true);
  place.forms.push({
    command,
    syntax,
    from: keywords.length,
    alias,
    mode,
    id: forms,
    tree: place,
    keywords: keywordsOf(keywords),
    args: Object.fromEntries(syntax.names.map((name) => [name, undefined])),
    said: [],
    saidCount: 0,
    room: [],
  });
  forms += 1;
}

/** The part of the tree behind some keywords, which grows where there was none. */
function descend(tree: CommandTree, keywords: readonly string[], modelled: boolean): CommandTree {
  let place = tree;
  for (const keyword of keywords) {
    let child = place.children.get(keyword);
    if (child === undefined) {
      child = newTree(keyword);
      place.children.set(keyword, child);
      place.byHash.set(hashOf(keyword), child);
    }
    child.modelled ||= modelled;
    place = child;
  }
  return place;
}

/** A line that opens a section is far more frequent than what begins like it, so it is tried first. */
function openersFirst(tree: CommandTree): void {
  tree.forms.sort((one, other) => Number(opens(other)) - Number(opens(one)));
  for (const child of tree.children.values()) openersFirst(child);
}

function opens(form: CommandForm): boolean {
  return form.command.command.opens !== undefined;
}

/**
 * Finds the command of a mode that the words from `start` on are; undefined when they are none. The arguments are in the
 * cursor then, and whether every word is as IOS would print it. The deepest keywords that agree are tried first.
 */
export function resolve(mode: CompiledMode, cursor: Cursor, start: number): CompiledCommand | undefined {
  return resolveIn(mode.tree, cursor, start)?.command;
}

/** The same, with which of the command's forms it is. */
export function resolveForm(mode: CompiledMode, cursor: Cursor, start: number): CommandForm | undefined {
  return resolveIn(mode.tree, cursor, start);
}

/**
 * Reads a stretch of a text as one form of a command, with its keywords in full, where `resolve` would find that form. False where it
 * would find another, or none, and where that takes a closer look. The arguments hold until the next line of the form is read.
 */
export function readAs(form: CommandForm, cursor: Cursor, window: TextWindow, from: number, end: number): boolean {
  const { tree } = form;
  if (tree.forms[0] !== form || !splitBehind(cursor, form.keywords, window, from, end)) return false;
  if (tree.children.size > 0 && cursor.count > form.from && spelledChild(tree, cursor, form.from) !== undefined)
    return false;
  const { args, room, said, saidCount } = form;
  cursor.said = room;
  const fits = matchFormInto(form, cursor, form.from, args);
  const count = cursor.saidCount;
  for (let index = 0; index < saidCount; index += 1) {
    const name = said[index] ?? "";
    // Most lines say the same as the one before, in the same order, and it stands in the place of what that one said.
    if (index < count && room[index] === name) continue;
    const at = room.indexOf(name);
    if (at < 0 || at >= count) args[name] = undefined;
  }
  form.said = room;
  form.saidCount = count;
  form.room = said;
  return fits;
}

function resolveIn(tree: CommandTree, cursor: Cursor, at: number): CommandForm | undefined {
  if (at < cursor.count && tree.children.size > 0) {
    const spelled = spelledChild(tree, cursor, at);
    const child = spelled ?? (cursor.lenient ? abbreviatedChild(tree, wordOf(cursor, at) ?? "") : undefined);
    const found = child === undefined ? undefined : resolveIn(child, cursor, at + 1);
    if (found !== undefined) {
      if (spelled === undefined) cursor.canonical = false;
      return found;
    }
  }
  return cursor.openEnded ? matchShort(tree, cursor, at) : matchAny(tree.forms, cursor, at);
}

/** The part of the tree behind the keyword that a word is. */
function spelledChild(tree: CommandTree, cursor: Cursor, at: number): CommandTree | undefined {
  const child = tree.byHash.get(hashAt(cursor, at));
  if (child === undefined || isWord(cursor, at, child.keyword)) return child;
  // Another word, or another keyword, has the same number.
  return tree.children.get(wordOf(cursor, at) ?? "");
}

/** Of commands that begin alike, a whole one is meant before one that stops short. */
function matchShort(tree: CommandTree, cursor: Cursor, at: number): CommandForm | undefined {
  cursor.openEnded = false;
  const whole = matchAny(tree.forms, cursor, at);
  cursor.openEnded = true;
  if (whole !== undefined) return whole;
  const preferred = tree.forms.filter((form) => form.command.command.shortNo === true);
  return matchAny(preferred, cursor, at) ?? matchAny(tree.forms, cursor, at);
}

function matchAny(forms: readonly CommandForm[], cursor: Cursor, at: number): CommandForm | undefined {
  for (const form of forms) {
    if (!matchForm(form, cursor, at)) continue;
    if (form.alias) cursor.canonical = false;
    return form;
  }
  return undefined;
}

/** The part of the tree behind the keyword that a word abbreviates: the only one, or several spellings of one command. */
export function abbreviatedChild(tree: CommandTree, word: string): CommandTree | undefined {
  const keyword = abbreviated(word, tree.children.keys());
  if (keyword !== undefined) return tree.children.get(keyword);
  const lower = word.toLowerCase();
  const children = [...tree.children].filter(([one]) => one.toLowerCase().startsWith(lower)).map(([, child]) => child);
  const command = children[0]?.forms[0]?.command;
  if (command === undefined) return undefined;
  return children.every((child) => child.forms[0]?.command === command) ? children[0] : undefined;
}

function matchForm(form: CommandForm, cursor: Cursor, at: number): boolean {
  cursor.said = unasked;
  return matchFormInto(form, cursor, at, {});
}

function matchFormInto(form: CommandForm, cursor: Cursor, at: number, into: Arguments): boolean {
  cursor.at = at;
  cursor.canonical = true;
  cursor.paddedBlanks = 0;
  cursor.args = into;
  cursor.saidCount = 0;
  if (cursor.problems.length > 0) cursor.problems.length = 0;
  return matchSequence(form.syntax, form.from, cursor, into) && cursor.at === cursor.count;
}

import { isBlank, isInvisible, ordinaryText, unusualCharacter } from "./characters.ts";
import { beginsGlobalCommand, couldBeCommand, isCommandWord, looksLikeIos } from "./commandWords.ts";
import { isConsoleMessage, isRefusal, isSessionLine } from "./console.ts";
import { openedText, opensPem, placeInText, type OpenText } from "./delimitedText.ts";
import { newIndentation, noteIndentation, tellsSections } from "./indentation.ts";
import type { LogicalLine, Paste, PastedRouter, RefusedPaste } from "./logicalLine.ts";
import { binaryLine, physicalLines } from "./physicalLines.ts";
import { promptOf, whatFollows } from "./prompts.ts";
import { routerParts, type RouterPart } from "./routerParts.ts";
import { shownLines, traitsOf, type ShownLine, type Traits } from "./shownLines.ts";
import { allLines, linesOfList, stretchesOf, type TextLines } from "./textLines.ts";
import { isRestOf, terminalWidth } from "./wrapping.ts";

/** A line while it is being read: its kind and indentation are known for good only when the whole text is. */
type Draft = { -readonly [K in keyof LogicalLine]: LogicalLine[K] };

/**
 * What lines without a prompt are, after the last prompt.
 * - commands: commands, as in a text without prompts.
 * - typed: a command was typed behind a configuration prompt; what follows is IOS's answer unless it plainly is a command.
 * - output: the answer to a query or to an exec command, until the next prompt.
 */
type Session = "commands" | "typed" | "output";

/** A paste that is being read: what the lines read so far say about the next. */
export interface PasteReader {
  readonly lines: TextLines;
  readonly lineEnd: "\n" | "\r\n";
  readonly shown: ReadonlyMap<number, ShownLine> | undefined;
  readonly traits: Traits;
  readonly width: number | undefined;
  /** The index of the next line. */
  at: number;
  /** The name in the prompt of a line, by the line's number. */
  readonly promptNames: Map<number, string>;
  readonly knownNames: Set<string>;
  /** Where marks that close texts stand last; filled when it is first asked for. */
  readonly lastMarks: Map<string, number>;
  session: Session;
  open: OpenText | undefined;
  /** The command whose text is open. */
  opener: Draft | undefined;
  /** The last command behind a prompt, while only IOS's answer to it was seen since. */
  answered: Draft | undefined;
  /** A blank line or a comment separates the next line from the last command. */
  gap: boolean;
  /** The line before was a message that begins with `%`; it may go on, indented. */
  message: boolean;
}

/**
 * Takes terminals, mail programs and web pages off a text. Every physical line of it ends in exactly one logical line; pieces of a
 * line that a terminal wrapped are joined again. Time and memory grow with the text's length only.
 */
export function readPaste(text: string): Paste {
  const reader = openPaste(text, "looked for");
  if ("kind" in reader) return reader;
  const lines: Draft[] = [];
  for (let line = nextLine(reader); line !== undefined; line = nextLine(reader)) lines.push(line);
  return refusal(lines) ?? configurations(reader, lines);
}

/** Begins to read a text; a refusal where it is none. */
export function openPaste(text: string, controls: Parameters<typeof traitsOf>[1]): PasteReader | RefusedPaste {
  const traits = traitsOf(text, controls);
  const binary = traits.unusual ? binaryLine(text) : undefined;
  if (binary !== undefined)
    return {
      kind: "refused",
      reason: "binary",
      message: "This is not text: it holds bytes that no configuration has.",
      line: binary,
    };
  const physical = text.includes("\r") ? physicalLines(text) : undefined;
  const lines = physical === undefined ? stretchesOf(text) : linesOfList(physical.lines);
  const shown = shownLines(text, lines, traits.unusual);
  return {
    lines,
    lineEnd: physical?.lineEnd ?? "\n",
    shown,
    traits,
    width: terminalWidth(
      shown ? linesOfList(allLines(lines).map((line, index) => shown.get(index)?.shown ?? line)) : lines,
    ),
    at: 0,
    promptNames: new Map(),
    knownNames: new Set(),
    lastMarks: new Map(),
    session: "commands",
    open: undefined,
    opener: undefined,
    answered: undefined,
    gap: true,
    message: false,
  };
}

/**
 * Reads the next line, with the pieces that a terminal cut off it; undefined behind the last. Behind prompts a later line may show it
 * to be no command after all.
 */
export function nextLine(reader: PasteReader): Draft | undefined {
  const { at: index, lines, shown, traits, width } = reader;
  if (index >= lines.count) return undefined;
  let raw = lines.at(index);
  const changed = shown?.get(index);
  let seen = changed?.shown ?? raw;
  let next = index + 1;
  const { start, indent } = indentation(seen, traits);
  if (width !== undefined && reader.open === undefined) {
    while (shownAt(reader, next - 1).length === width && isRestOf(seen, shownAt(reader, next))) {
      raw += lines.at(next);
      seen += shownAt(reader, next);
      next += 1;
    }
  }
  const body = start === 0 ? seen.trimEnd() : seen.slice(start).trimEnd();
  const offset = changed?.places ? (changed.places[start] ?? raw.length) : (changed?.shift ?? 0) + start;
  const draft: Draft = { number: index + 1, raw, kind: "outside", text: body, indent, offset };
  if (reader.open === undefined || !readOpenText(reader, reader.open, draft, seen)) readBody(reader, draft, changed);
  reader.at = next;
  return draft;
}

/** The command whose text no line of a paste that was read closed. A certificate ends with its digits. */
export function unclosedLine({ open, opener }: PasteReader): LogicalLine | undefined {
  return open === undefined || open.kind === "hexadecimal" ? undefined : opener;
}

function shownAt(reader: PasteReader, index: number): string {
  return reader.shown?.get(index)?.shown ?? reader.lines.at(index);
}

/** Where a line's text begins, and the column that this is; a tab goes on to the next multiple of eight. */
function indentation(seen: string, traits: Traits): { readonly start: number; readonly indent: number } {
  let start = 0;
  let indent = 0;
  for (; start < seen.length; start += 1) {
    const code = seen.charCodeAt(start);
    if (code === 32) indent += 1;
    else if (code === 9) indent = (indent | 7) + 1;
    else if (code < 127 || !traits.unusual) break;
    // A no-break space of an old Windows file comes as the character that stands for what could not be read.
    else if (code === 0xfffd || isBlank(seen.charAt(start))) indent += 1;
    else if (!isInvisible(seen.charAt(start))) break;
  }
  return { start, indent };
}

/** Takes a line to the text that a command opened; false where that text turns out to have ended before it. */
function readOpenText(reader: PasteReader, open: OpenText, draft: Draft, seen: string): boolean {
  const place = placeInText(open, seen);
  if (place === "behind") {
    reader.open = undefined;
    return false;
  }
  draft.kind = "verbatim";
  if (place === "last") reader.open = undefined;
  return true;
}

/** Decides what a line is that stands in no open text. */
function readBody(reader: PasteReader, draft: Draft, changed: ShownLine | undefined): void {
  const { traits } = reader;
  const { text } = draft;
  const code = text.charCodeAt(0) | 32;
  const word = (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;
  if (traits.promptMarks && (word || text.startsWith("(")) && readPrompt(reader, draft)) return;
  if (!word) {
    readMark(reader, draft);
    return;
  }
  if (reader.session === "output" && !resumes(reader, draft)) return;
  if (isOutside(reader, draft, changed)) return;
  takeCommand(reader, draft);
}

/** Blank lines, comments, separators, and IOS's messages: nothing that begins with a mark is a command. */
function readMark(reader: PasteReader, draft: Draft): void {
  const { text } = draft;
  if (text === "") {
    reader.gap = true;
    reader.message = false;
    return;
  }
  if (text.startsWith("%")) {
    reader.message = true;
    if (isRefusal(text) && reader.answered) reader.answered.kind = "outside";
    return;
  }
  if (opensPem(text) && draft.number > 1) {
    draft.kind = "verbatim";
    reader.open = { kind: "pem" };
    reader.opener = draft;
    return;
  }
  if (text.startsWith("!") || text.startsWith("#")) reader.gap = true;
  const section = /^-{3,} (show .+?) -{3,}$/.exec(text);
  if (section) reader.session = whatFollows(section[1] ?? "") === "configuration" ? "commands" : "output";
}

/** Takes the prompt off a line, and says by it what the line and those after it are. False where there is none. */
function readPrompt(reader: PasteReader, draft: Draft): boolean {
  const first = promptOf(draft.text, reader.knownNames);
  if (!first) return false;
  const { mode, name } = first;
  let { length } = first;
  for (let again = 0; again < 3; again += 1) {
    // A terminal that was asked for a new line shows the prompt once more.
    const further = promptOf(draft.text.slice(length), reader.knownNames);
    if (further?.name !== name || further.mode !== mode || name === "") break;
    length += further.length;
  }
  if (name !== "") {
    reader.knownNames.add(name);
    reader.promptNames.set(draft.number, name);
  }
  const rest = draft.text.slice(length);
  const command = withoutNote(reader, rest.trimStart());
  reader.answered = undefined;
  reader.gap = false;
  reader.message = false;
  if (mode === undefined) {
    reader.session = whatFollows(command) === "output" ? "output" : "commands";
    return true;
  }
  reader.session = command.endsWith("?") ? "output" : "typed";
  if (/^do\s/i.test(command)) reader.session = whatFollows(command) === "configuration" ? "commands" : "output";
  else if (/^[a-z0-9$]/i.test(command) && reader.session === "typed" && !isConsoleMessage(command)) {
    draft.offset += length + rest.length - command.length;
    draft.indent = 0;
    draft.promptMode = mode;
    draft.text = command;
    takeCommand(reader, draft);
    reader.answered = draft;
  }
  return true;
}

/** Lines at column 0 that no show command prints, so that they end the output of one without a prompt. */
const resumption = /^(?:hostname \S+|version \d+\.\d\S*|Current configuration ?:.*)$/;
const resumptionAfterBlank =
  /^(?:crypto (?:isakmp policy \d+$|isakmp key \S+ (?:\S+ )?(?:address|hostname) |ipsec transform-set \S+ (?:esp|ah|comp)-|map \S+ \d+ ipsec-|keyring \S+|ikev2 (?:proposal|policy|keyring|profile) \S+$)|interface [A-Z][A-Za-z-]+ ?\d[\d/.:]*$|ip access-list (?:extended|standard) \S+$|access-list \d+ (?:permit|deny|remark) )/;

/** Whether a line within output begins a configuration that somebody put there without a prompt. */
function resumes(reader: PasteReader, { indent, text }: Draft): boolean {
  if (indent > 0 || !(resumption.test(text) || (reader.gap && resumptionAfterBlank.test(text)))) {
    reader.gap = false;
    return false;
  }
  reader.session = "commands";
  return true;
}

const freeText = /^(?:\d+ )?(?:description|remark|banner|access-list \S+ remark|title|alias|snmp-server)\b/i;
/** A router's name that heads its part of a note: R2, SITE_A. */
const label = /^[A-Z][A-Z0-9_-]*$/;
/** A heading of a note, such as "L2L VPN:"; a file system, such as "flash:", ends commands. */
const heading = /^(?:[\w.-]+ ){0,5}[\w.-]+ ?:$(?<!(?:flash\d?|nvram|disk\d|t?ftp|https?|system|slot\d|scp|harddisk):)/i;
const prose = /[(\u00c0-\u024f]|[.,;:]$|\.\s/;

/** Whether a line that begins like a command is none after all. */
function isOutside(reader: PasteReader, draft: Draft, changed: ShownLine | undefined): boolean {
  const { session, traits } = reader;
  const { indent, text } = draft;
  const code = text.charCodeAt(0);
  // A line is printed with ordinary characters, and has to be what it was when it is read again.
  const printed = traits.unusual && unusualCharacter.test(text) ? ordinaryText(text) : text;
  if (isSessionLine(printed)) return true;
  if (traits.consoleMarks && code < 97 && isConsoleMessage(text)) return true;
  if (code > 127) return traits.unusual && !isCommandWord(ordinaryText(text).split(" ", 1)[0] ?? "");
  if (code <= 90 && label.test(text) && !couldBeCommand(text)) return true;
  const last = text.charCodeAt(text.length - 1);
  if (last === 63 && printed.endsWith(" ?") && !freeText.test(text)) return true;
  if (last !== 58 && session !== "typed" && !reader.message && changed?.quoted !== false) return false;
  const first = text.split(" ", 1)[0] ?? "";
  if (reader.message && indent >= 4 && !isCommandWord(first)) return true;
  if (session === "typed") {
    const known = beginsGlobalCommand(first) || (!reader.gap && isCommandWord(first));
    return !known || (prose.test(text) && !freeText.test(text));
  }
  if (isCommandWord(first) || freeText.test(text)) return false;
  return last === 58 ? heading.test(text) : changed?.quoted === false;
}

/** An arrow of three or more, or one that stands alone; a secret may look like one. */
const note = /(?<!\b(?:key|secret|password|community)(?:\s+[05678])?)\s+(?:<{3,}|<[<=-]+(?=\s|$)).*$/i;

/** A command without the note that somebody pointed at it: `group 2 <<< try another`, `set peer 192.0.2.1 <-- the hub`. */
function withoutNote(reader: PasteReader, command: string): string {
  return reader.traits.notes && !freeText.test(command) ? command.replace(note, "") : command;
}

function takeCommand(reader: PasteReader, draft: Draft): void {
  draft.kind = "command";
  draft.text = withoutNote(reader, draft.text);
  if ((reader.traits.unusual || reader.traits.tabs) && unusualCharacter.test(draft.text))
    draft.text = ordinaryText(draft.text);
  reader.answered = undefined;
  reader.gap = false;
  reader.message = false;
  const open = openedText(draft.text);
  if (open === undefined) return;
  reader.open = closable(reader, open, draft);
  reader.opener = draft;
}

/**
 * A text that a command opens, as far as what follows bears it out. A macro without its `@` is not one. Somebody may have
 * typed a caret alone as delimiter before a word with C. An ASA's banner lines have no delimiter at all.
 */
function closable(reader: PasteReader, open: OpenText, draft: Draft): OpenText | undefined {
  if (open.kind === "macro") return lastLineWith(reader, "@") > draft.number ? open : undefined;
  if (open.kind !== "delimited") return open;
  const { delimiter } = open;
  if (/\w/.test(delimiter) && /^\s*banner\s/.test(reader.lines.at(draft.number))) return undefined;
  const caret =
    delimiter === "^C" && lastLineWith(reader, "^C") <= draft.number && lastLineWith(reader, "^") > draft.number;
  return caret ? { kind: "delimited", delimiter: "^" } : open;
}

/** The number of the last line that holds a mark, or for `@` is one; found once per text, however many texts are opened. */
function lastLineWith(reader: PasteReader, mark: "@" | "^" | "^C"): number {
  let found = reader.lastMarks.get(mark);
  if (found === undefined) {
    found = reader.lines.count;
    while (found > 0 && !holds(reader.lines.at(found - 1), mark)) found -= 1;
    reader.lastMarks.set(mark, found);
  }
  return found;
}

function holds(line: string, mark: "@" | "^" | "^C"): boolean {
  return mark === "@" ? line.trim() === "@" : line.includes(mark);
}

/** Why a text is no configuration; undefined for one that is. */
function refusal(drafts: readonly Draft[]): Paste | undefined {
  let firstCommand: Draft | undefined;
  let firstWords: Draft | undefined;
  for (const draft of drafts) {
    if (draft.kind === "command") {
      if (draft.promptMode !== undefined || looksLikeIos(draft.text)) return undefined;
      firstCommand ??= draft;
    } else if (firstWords === undefined && /^[^!#]*[\p{L}\p{N}]/u.test(draft.text)) firstWords = draft;
  }
  const first = firstCommand ?? firstWords;
  if (first === undefined) return { kind: "empty" };
  const begins = first.text.length > 40 ? `${first.text.slice(0, 40)}…` : first.text;
  return {
    kind: "refused",
    reason: "not-configuration",
    message: `No line of this text is an IOS configuration command; it begins with “${begins}”.`,
    line: first.number,
  };
}

function configurations(reader: PasteReader, lines: Draft[]): Paste {
  const parts = routerParts(lines, reader.promptNames, commonIndentation(lines));
  // Only the last text of a paste can be without an end.
  const unclosed = unclosedLine(reader);
  return { kind: "configurations", routers: parts.map((part) => pastedRouter(part, reader.lineEnd, unclosed)) };
}

function pastedRouter(part: RouterPart, lineEnd: "\n" | "\r\n", unclosed: LogicalLine | undefined): PastedRouter {
  const common = commonIndentation(part.lines);
  if (common > 0)
    for (const line of part.lines as Draft[])
      if (line.promptMode === undefined) line.indent = Math.max(0, line.indent - common);
  return {
    ...(part.promptName === undefined ? {} : { promptName: part.promptName }),
    lines: part.lines,
    indented: tellsSections(part.lines.reduce(noteIndentation, newIndentation())),
    lineEnd,
    ...(unclosed !== undefined && part.lines.includes(unclosed) ? { unclosed } : {}),
  };
}

/** The columns by which every command that was not typed behind a prompt is indented. */
function commonIndentation(lines: readonly LogicalLine[]): number {
  let common = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    if (line.kind !== "command" || line.promptMode !== undefined || line.indent >= common) continue;
    common = line.indent;
    if (common === 0) return 0;
  }
  return common === Number.POSITIVE_INFINITY ? 0 : common;
}

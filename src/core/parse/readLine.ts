import type { CompiledCommand } from "../ios/compiledCommand.ts";
import { splitStretch, splitWords, wordOf, type Cursor } from "../ios/cursor.ts";
import { readAs, resolve, resolveForm, type CommandForm, type CompiledMode } from "../ios/mode.ts";
import { modeOf } from "../ios/modes.ts";
import { applyGlobal, applyInSection, removeGlobal, removeInSection } from "./apply.ts";
import { keepKnown, keepLine, keepUnprintable, keepVerbatim } from "./keep.ts";
import type { LogicalLine } from "./logicalLine.ts";
import type { PlainLine } from "./plainLines.ts";
import { closeSections, pushLine, type Reading, type Section } from "./reading.ts";

const global = modeOf("global");

/** Reads one line: it ends in exactly one state, and never throws. */
export function readLine(reading: Reading, line: LogicalLine): void {
  if (line.kind === "outside") {
    pushLine(reading, line, "outside");
    return;
  }
  if (line.kind === "verbatim") {
    keepVerbatim(reading, line);
    return;
  }
  const { cursor, sections } = reading;
  splitWords(cursor, line.text);
  cursor.dialect = reading.dialect;
  if (cursor.count === 0 || leavesMode(reading, line)) {
    pushLine(reading, line, "outside");
    return;
  }
  if (line.promptMode === "config") closeSections(reading);
  const negation = negationOf(wordOf(cursor, 0) ?? "");
  const start = negation === undefined || cursor.count === 1 ? 0 : 1;
  cursor.openEnded = start === 1;
  const section = openSection(reading, line);
  const command = find(reading, line, section, start);
  cursor.openEnded = false;
  if (command === undefined) {
    keepLine(reading, line, section, start);
    return;
  }
  const { found } = reading;
  if (cursor.unprintable && !isBanner(line.text)) {
    keepUnprintable(reading, line, section);
    return;
  }
  if (found !== undefined) closeInner(sections, found);
  if (command.keeps) keepKnown(reading, line, found, command);
  else if (found === undefined) {
    closeSections(reading);
    if (start === 1) removeGlobal(reading, line, command, negation === "default");
    else applyGlobal(reading, line, command);
  } else if (start === 1) removeInSection(reading, line, found, command, negation === "default");
  else applyInSection(reading, line, found, command);
}

/**
 * Reads a line, a stretch of a text, that is a command of the section that it stands in, or a global one at column 0, with its keywords in
 * full. False, with nothing done, for any other, which has to be looked at closer.
 */
export function readSpelledOut(reading: Reading, line: PlainLine): boolean {
  const { sections } = reading;
  if (line.indent === 0) {
    const command = spelledOut(reading, global, reading.nextAtMargin, line);
    if (command === undefined) return false;
    closeSections(reading);
    applyGlobal(reading, line, command);
    return true;
  }
  const section = openSection(reading, line);
  if (section?.mode === undefined) return false;
  const command = spelledOut(reading, section.mode, reading.nextInSection, line);
  if (command === undefined) return false;
  closeInner(sections, section);
  applyInSection(reading, line, section, command);
  return true;
}

/**
 * The command of a mode that a stretch of a text is, in full. The lines of a configuration follow each other in the same order again and
 * again, so what stood behind the last line's command before is tried first.
 */
function spelledOut(
  reading: Reading,
  mode: CompiledMode,
  next: (CommandForm | undefined)[],
  { end, from, window }: PlainLine,
): CompiledCommand | undefined {
  const { cursor, lastForm } = reading;
  cursor.dialect = reading.dialect;
  cursor.openEnded = false;
  cursor.lenient = false;
  const expected = lastForm === undefined ? undefined : next[lastForm.id];
  if (expected?.mode === mode.mode && readAs(expected, cursor, window, from, end)) {
    if (cursor.unprintable || (expected.from === 0 && mayBeNone(cursor))) return undefined;
    reading.lastForm = expected;
    return expected.command;
  }
  splitStretch(cursor, window, from, end);
  if (cursor.unprintable || mayBeNone(cursor)) return undefined;
  const form = resolveForm(mode, cursor, 0);
  if (form === undefined || form.command.keeps) return undefined;
  if (lastForm !== undefined) next[lastForm.id] = form.alias ? undefined : form;
  reading.lastForm = form;
  return form.command;
}

/** Whether a line may leave a mode, or begin with `no` or `default`. */
function mayBeNone({ codes, count, end, ends, from, starts }: Cursor): boolean {
  if (count === 1 && end - from <= 4) return true;
  const start = starts[0] ?? 0;
  const length = (ends[0] ?? 0) - start;
  const first = (codes[start] ?? 0) | 32;
  return (first === 110 && length === 2) || (first === 100 && length === 7);
}

/** A client group's banner stands on one line between end-of-text characters, as a copy of a configuration has them. */
function isBanner(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- The end-of-text character is a delimiter; others are none.
  return /^\s*banner\s[^\x00-\x02\x04-\x08\x0a-\x1f\x7f]*$/.test(text);
}

/** `no` takes a command away; `default` puts back what IOS starts with. */
function negationOf(word: string): "no" | "default" | undefined {
  if (word === "no" || word === "default") return word;
  if (word.length > 7 || word.length < 2) return undefined;
  const lower = word.toLowerCase();
  return lower === "no" || lower === "default" ? lower : undefined;
}

/** `exit` leaves a section, `end` leaves configuration mode; neither is configuration. */
function leavesMode(reading: Reading, line: LogicalLine): boolean {
  if (reading.cursor.count !== 1 || line.text.length > 4) return false;
  const word = line.text.toLowerCase();
  const { sections } = reading;
  if (word === "end") {
    closeSections(reading);
    return true;
  }
  if (word !== "exit") return false;
  // An exit that is indented deeper than the section's lines leaves a mode that the section keeps to itself.
  const inner = sections[sections.length - 1];
  if (inner !== undefined && reading.indented && inner.childIndent >= 0 && line.indent > inner.childIndent) return true;
  sections.pop();
  // At column 0 of an indented text it leaves the sections around that one too.
  if (reading.indented) while ((sections[sections.length - 1]?.indent ?? -1) >= line.indent) sections.pop();
  return true;
}

/** The section that a line belongs to by its indentation, or the innermost one where there is none. */
function openSection(reading: Reading, line: LogicalLine): Section | undefined {
  const { sections } = reading;
  let at = sections.length - 1;
  if (reading.indented && line.indent > 0) while (at > 0 && (sections[at]?.indent ?? 0) >= line.indent) at -= 1;
  return sections[at];
}

/**
 * Finds what a line is, as IOS does: in the open section first, then in the sections around it, then as a global command;
 * with keywords in full first, then abbreviated. A line at column 0 of an indented text is a global command first.
 */
function find(
  reading: Reading,
  line: LogicalLine,
  section: Section | undefined,
  start: number,
): CompiledCommand | undefined {
  const { cursor } = reading;
  const atMargin = reading.indented && line.indent === 0;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    cursor.lenient = attempt === 1;
    const inSection = atMargin ? undefined : findInSections(reading, section, start);
    if (inSection !== undefined) return inSection;
    reading.found = undefined;
    if (section === undefined || atMargin || mayLeave(reading, section)) {
      const command = resolve(global, cursor, start);
      if (command !== undefined) return command;
    }
    const behind = atMargin ? findInSections(reading, section, start) : undefined;
    if (behind !== undefined) return behind;
  }
  return undefined;
}

function findInSections(reading: Reading, section: Section | undefined, start: number): CompiledCommand | undefined {
  const { cursor, sections } = reading;
  for (let at = section === undefined ? -1 : sections.lastIndexOf(section); at >= 0; at -= 1) {
    const candidate = sections[at];
    if (candidate?.mode === undefined) continue;
    const command = resolve(candidate.mode, cursor, start);
    if (command === undefined) continue;
    reading.found = candidate;
    return command;
  }
  return undefined;
}

/** An indented line below a command outside the model is that command's, even where it looks like one of global mode. */
function mayLeave(reading: Reading, section: Section): boolean {
  return section.mode !== undefined || !reading.indented;
}

function closeInner(sections: Section[], section: Section): void {
  while (sections.length > 0 && sections[sections.length - 1] !== section) sections.pop();
}

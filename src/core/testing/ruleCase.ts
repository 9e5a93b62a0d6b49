import type { Severity } from "../check/finding.ts";
import { sectionsOf, type Section } from "./designFromText.ts";

/** What a case says of one of its lines: a report has its primary place there (`want`), or one of its other places (`also`). */
export interface Mark {
  readonly kind: "want" | "also";
  readonly message: string;
  /** Written behind the message as `name(error)`; absent: not looked at. */
  readonly severity?: Severity;
  readonly section: string;
  /** Counted from 1 within the section. */
  readonly line: number;
}

/** A case made into whole configurations. */
export interface WrittenCase {
  /** With `=== NAME` lines, for `designFromText`. */
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Puts a case's lines into its base; `ruleTest` tells how a case is written. */
export function writeCase(base: string, text: string): WrittenCase {
  const baseSections = sectionsOf(base);
  const changes = new Map<string, readonly string[]>();
  for (const section of sectionsOf(dedent(text))) {
    changes.set(section.name ?? baseSections[0]?.name ?? "R1", section.lines);
  }
  const names = [...new Set([...baseSections.map((section) => section.name ?? "R1"), ...changes.keys()])];
  const marks: Mark[] = [];
  const sections = names.map((name): Required<Section> => {
    const changed = changes.get(name) ?? [];
    const original = baseSections.find((section) => (section.name ?? "R1") === name);
    const lines = (original ? patch(original.lines, changed) : changed).map((line, index) => {
      const { words, found } = readMarks(line);
      marks.push(...found.map((mark) => ({ ...mark, section: name, line: index + 1 })));
      return words;
    });
    return { name, lines };
  });
  return { text: sections.map(({ name, lines }) => [`=== ${name}`, ...lines].join("\n")).join("\n"), marks };
}

function dedent(text: string): string {
  const lines = text.split("\n");
  const written = lines.filter((line) => line.trim() !== "");
  const first = written.find((line) => /^\s*===/.test(line));
  const indents = (first === undefined ? written : [first]).map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  return written.map((line) => line.slice(Math.min(indent, line.length - line.trimStart().length))).join("\n");
}

/** Markers stand at the end of a line and start with `!want` or `!also`. */
function readMarks(line: string): { words: string; found: Omit<Mark, "section" | "line">[] } {
  const parts = line.split(/\s+!(?=(?:want|also)\s)/);
  const found = parts.slice(1).flatMap((part) => {
    const [kind, ...names] = part.trim().split(/[\s,]+/);
    return names.map((name) => {
      const match = /^(\w+)(?:\((error|warning|info)\))?$/.exec(name);
      if (!match?.[1]) throw new Error(`"${name}" is not the name of a message.`);
      const severity = match[2] as Severity | undefined;
      return { kind: kind as Mark["kind"], message: match[1], ...(severity && { severity }) };
    });
  });
  return { words: (parts[0] ?? "").trimEnd(), found };
}

function patch(base: readonly string[], changes: readonly string[]): readonly string[] {
  let lines = base;
  for (let index = 0; index < changes.length; index += 1) {
    const change = changes[index] ?? "";
    const end = endOfBlock(changes, index);
    const body = changes.slice(index + 1, end);
    const replaced = /^(.*?\S)\s+=>\s+(.*)$/.exec(change);
    if (replaced) {
      const [, before = "", after = ""] = replaced;
      lines = replaceLine(lines, before.trim(), after);
      continue;
    }
    if (change.startsWith("- ")) lines = removeLine(lines, change.slice(2).trim());
    else if (change.startsWith("@ ")) {
      const { words } = readMarks(change.slice(2));
      lines = replaceLine(lines, words.trim(), change.slice(2).trim());
    } else if (change.startsWith("+")) {
      const at = lineOf(lines, readMarks(change).words.slice(1).trim());
      const stop = endOfBlock(lines, at);
      lines = [...lines.slice(0, stop), ...body, ...lines.slice(stop)];
      index = end - 1;
    } else {
      lines = putBlock(lines, [change, ...body]);
      index = end - 1;
    }
  }
  return lines;
}

function putBlock(lines: readonly string[], block: readonly string[]): readonly string[] {
  const header = readMarks(block[0] ?? "").words.trim();
  const at = lines.findIndex((line) => readMarks(line).words === header);
  if (at >= 0) return [...lines.slice(0, at), ...block, ...lines.slice(endOfBlock(lines, at))];
  const end = lines.lastIndexOf("end");
  return end < 0 ? [...lines, ...block] : [...lines.slice(0, end), ...block, ...lines.slice(end)];
}

function removeLine(lines: readonly string[], text: string): readonly string[] {
  const at = lineOf(lines, text);
  return [...lines.slice(0, at), ...lines.slice(/^\s/.test(lines[at] ?? "") ? at + 1 : endOfBlock(lines, at))];
}

function replaceLine(lines: readonly string[], text: string, replacement: string): readonly string[] {
  const at = lineOf(lines, text);
  const indent = /^\s*/.exec(lines[at] ?? "")?.[0] ?? "";
  return lines.map((line, index) => (index === at ? indent + replacement : line));
}

function lineOf(lines: readonly string[], text: string): number {
  const at = lines.findIndex((line) => readMarks(line).words.trim() === text);
  if (at < 0) throw new Error(`The base has no line "${text}".`);
  return at;
}

/** Where the block that starts at a line ends: the next line that is not indented. An indented line is a block of its own. */
function endOfBlock(lines: readonly string[], start: number): number {
  let end = start + 1;
  if (/^\s/.test(lines[start] ?? "")) return end;
  while (end < lines.length && /^\s/.test(lines[end] ?? "")) end += 1;
  return end;
}

import { stepOfLine } from "../ios/globalSteps.ts";
import type { SourceLine } from "../model/source.ts";
import type { ChangedLines } from "./changedLines.ts";
import { isHeader, isSameElement } from "./plainText.ts";

/** The changed lines, widened to whole sections: from a command at column 0 to the line before another. */
export function sectionsAround(old: readonly SourceLine[], change: ChangedLines): ChangedLines {
  const start = firstLine(old, change.start);
  const end = lineBehind(old, change.start + change.before);
  const lines = [
    ...old.slice(start, change.start).map(({ text }) => text),
    ...change.lines,
    ...old.slice(change.start + change.before, end).map(({ text }) => text),
  ];
  return { start, before: end - start, lines };
}

/** The changed sections with the one behind them. */
export function withNextSection(old: readonly SourceLine[], { before, lines, start }: ChangedLines): ChangedLines {
  const from = start + before;
  const end = lineBehind(old, from + 1);
  return { start, before: end - start, lines: [...lines, ...old.slice(from, end).map(({ text }) => text)] };
}

/** The lines of a section that did not change itself, but speaks of an element that did. */
export function sectionAt(old: readonly SourceLine[], at: number): ChangedLines {
  let start = at;
  while (start > 0 && !isHeader(old[start])) start -= 1;
  const end = lineBehind(old, at + 1);
  return { start, before: end - start, lines: old.slice(start, end).map(({ text }) => text) };
}

/**
 * Where the section above a line begins. A line that is taken out or put in may join what stands around it, so that the section
 * above a header that changes is read too.
 */
function firstLine(old: readonly SourceLine[], changed: number): number {
  let start = headerAbove(old, changed);
  // Lines of one element belong together, and a command that is unheard of stands where the one above it stands.
  while (start > 0 && (!isHeader(old[start]) || inherits(old, start))) start = headerAbove(old, start);
  return start;
}

function headerAbove(old: readonly SourceLine[], line: number): number {
  let at = line - 1;
  while (at > 0 && !isHeader(old[at])) at -= 1;
  return Math.max(0, at);
}

function inherits(old: readonly SourceLine[], at: number): boolean {
  const line = old[at];
  if (isSameElement(line, old[headerAbove(old, at)])) return true;
  return line?.place?.kind === "keptBlock" && stepOfLine(line.text) === undefined;
}

/** Where the first section begins that none of the lines before it belongs to. */
function lineBehind(old: readonly SourceLine[], from: number): number {
  let end = from;
  while (end < old.length && (!isHeader(old[end]) || isSameElement(old[end], old[end - 1]))) end += 1;
  return end;
}

import { lineDiff, type Hunk } from "./lineDiff.ts";

/** Text to put in place of a range. Lines and columns count from 1; the end column is one past the last character. */
export interface TextEdit {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}

/**
 * The edits that turn one text into another and touch as little of it as can be, so that carets, folds and decorations elsewhere
 * stay. Ranges are those of the text before any edit, in order, and never overlap.
 */
export function minimalEdits(before: readonly string[], after: readonly string[]): readonly TextEdit[] {
  return lineDiff(before, after).flatMap((hunk) => editsOf(hunk, before, after));
}

/** Applies edits as an editor does; the oracle of tests, and the way to try a text without an editor. */
export function applyTextEdits(lines: readonly string[], edits: readonly TextEdit[]): readonly string[] {
  let text = lines.join("\n");
  const starts: number[] = [];
  let position = 0;
  for (const line of lines) {
    starts.push(position);
    position += line.length + 1;
  }
  for (const edit of [...edits].reverse()) {
    const from = (starts[edit.startLine - 1] ?? text.length) + edit.startColumn - 1;
    const to = (starts[edit.endLine - 1] ?? text.length) + edit.endColumn - 1;
    text = text.slice(0, from) + edit.text + text.slice(to);
  }
  return text.split("\n");
}

function editsOf(hunk: Hunk, before: readonly string[], after: readonly string[]): readonly TextEdit[] {
  const oldLines = before.slice(hunk.beforeStart, hunk.beforeEnd);
  const newLines = after.slice(hunk.afterStart, hunk.afterEnd);
  if (oldLines.length === newLines.length) {
    return oldLines.map((line, index) => withinLine(hunk.beforeStart + index + 1, line, newLines[index] ?? ""));
  }
  if (oldLines.length === 0) return [insertion(hunk.beforeStart, newLines, before)];
  if (newLines.length === 0) return [deletion(hunk, before)];
  return [
    {
      startLine: hunk.beforeStart + 1,
      startColumn: 1,
      endLine: hunk.beforeEnd,
      endColumn: (oldLines.at(-1) ?? "").length + 1,
      text: newLines.join("\n"),
    },
  ];
}

function withinLine(line: number, before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return {
    startLine: line,
    startColumn: start + 1,
    endLine: line,
    endColumn: before.length - end + 1,
    text: after.slice(start, after.length - end),
  };
}

function insertion(at: number, newLines: readonly string[], before: readonly string[]): TextEdit {
  const text = newLines.join("\n");
  if (at < before.length)
    return { startLine: at + 1, startColumn: 1, endLine: at + 1, endColumn: 1, text: `${text}\n` };
  const column = (before.at(-1) ?? "").length + 1;
  return { startLine: at, startColumn: column, endLine: at, endColumn: column, text: `\n${text}` };
}

function deletion(hunk: Hunk, before: readonly string[]): TextEdit {
  if (hunk.beforeEnd < before.length) {
    return { startLine: hunk.beforeStart + 1, startColumn: 1, endLine: hunk.beforeEnd + 1, endColumn: 1, text: "" };
  }
  return {
    startLine: hunk.beforeStart,
    startColumn: (before[hunk.beforeStart - 1] ?? "").length + 1,
    endLine: hunk.beforeEnd,
    endColumn: (before.at(-1) ?? "").length + 1,
    text: "",
  };
}

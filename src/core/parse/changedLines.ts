import type { SourceLine } from "../model/source.ts";

/** Lines that differ between a text and what it was: `before` lines from `start` on became `lines`. Counted from 0. */
export interface ChangedLines {
  readonly start: number;
  readonly before: number;
  readonly lines: readonly string[];
}

/** A text as one string, with where each of its lines begins. */
interface KnownText {
  readonly text: string;
  readonly starts: Int32Array;
}

const knownTexts = new WeakMap<readonly SourceLine[], KnownText>();

/** Compares a text with the lines that it had, from both ends, and cuts only what is between into lines. */
export function changedLines(old: readonly SourceLine[], text: string): ChangedLines {
  const before = knownText(old);
  const after = text.endsWith("\n") ? text : `${text}\n`;
  const alike = commonStart(before.text, after);
  // A line counts as changed where its first difference is, and where another line begins in its middle.
  const start = lineAt(before.starts, alike);
  const from = before.starts[start] ?? before.text.length;
  const tail = commonEnd(before.text, after, from);
  const edge = before.text.length - tail;
  let behind = lineFrom(before.starts, edge);
  // What is alike has to begin a line in both.
  const edgeAfter = after.length - tail;
  if (before.starts[behind] === edge && edgeAfter > from && after.charCodeAt(edgeAfter - 1) !== 10) behind += 1;
  const kept = before.text.length - (before.starts[behind] ?? before.text.length);
  const middle = after.slice(from, after.length - kept);
  return { start, before: behind - start, lines: middle === "" ? [] : middle.slice(0, -1).split("\n") };
}

/** Notes where the lines of a text begin, as that follows from the text before it: the next comparison need not find out. */
export function noteChangedText(
  old: readonly SourceLine[],
  { before, lines: fresh, start }: ChangedLines,
  now: readonly SourceLine[],
  text: string,
): void {
  const known = knownText(old);
  const starts = new Int32Array(now.length);
  starts.set(known.starts.subarray(0, start));
  let at = known.starts[start] ?? known.text.length;
  fresh.forEach((line, index) => {
    starts[start + index] = at;
    at += line.length + 1;
  });
  const behind = start + before;
  const moved = at - (known.starts[behind] ?? known.text.length);
  for (let line = behind; line < old.length; line += 1)
    starts[line - before + fresh.length] = (known.starts[line] ?? 0) + moved;
  knownTexts.set(now, { text: text.endsWith("\n") ? text : `${text}\n`, starts });
}

function knownText(lines: readonly SourceLine[]): KnownText {
  let known = knownTexts.get(lines);
  if (known === undefined) {
    let text = "";
    const starts = new Int32Array(lines.length);
    lines.forEach((line, at) => {
      starts[at] = text.length;
      text += `${line.text}\n`;
    });
    known = { text, starts };
    knownTexts.set(lines, known);
  }
  return known;
}

/** Long stretches are compared as strings, which is as fast as memory; only the one that differs is looked at by characters. */
const stretch = 65536;

function commonStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let at = 0;
  while (at + stretch <= most && one.slice(at, at + stretch) === other.slice(at, at + stretch)) at += stretch;
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  return at;
}

/** How many characters agree at the end, where nothing before `from` is counted. */
function commonEnd(one: string, other: string, from: number): number {
  const most = Math.min(one.length, other.length) - from;
  let count = 0;
  const part = (text: string) => text.slice(text.length - count - stretch, text.length - count);
  while (count + stretch <= most && part(one) === part(other)) count += stretch;
  while (count < most && one.charCodeAt(one.length - count - 1) === other.charCodeAt(other.length - count - 1))
    count += 1;
  return count;
}

/** The line that a character stands in; behind the last one where the text ends. */
function lineAt(starts: Int32Array, character: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= character) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The first line that begins at a character or behind it. */
function lineFrom(starts: Int32Array, character: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < character) low = middle + 1;
    else high = middle;
  }
  return low;
}

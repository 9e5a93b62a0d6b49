import { expecting, isWord, wordAt, type Cursor } from "./cursor.ts";
import type { AnyOrderNode, ArgumentNode, SequenceNode, SyntaxNode, WordNode } from "./syntax.ts";

/** What a line said, by the names of its syntax; a group of keywords alone is `true` under its words. */
export type Arguments = Record<string, unknown>;

/** Matches words against a sequence from its node `from` on, and records what they say. On failure the cursor may have moved. */
export function matchSequence(sequence: SequenceNode, from: number, cursor: Cursor, into: Arguments): boolean {
  const { nodes } = sequence;
  for (let index = from; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (node !== undefined && !matchNode(node, cursor, into)) return false;
  }
  if (sequence.flag !== undefined) {
    into[sequence.flag] = true;
    note(cursor, sequence.flag);
  }
  return true;
}

function matchNode(node: SyntaxNode, cursor: Cursor, into: Arguments): boolean {
  switch (node.is) {
    case "word":
      return matchWord(node, cursor);
    case "argument":
      return matchArgument(node, cursor, into);
    case "sequence":
      return matchSequence(node, 0, cursor, into);
    case "choice":
      if (cursor.openEnded && cursor.at >= cursor.count) return true;
      for (const alternative of node.alternatives) if (attempt(alternative, cursor, into)) return true;
      return false;
    case "optional":
      if (cursor.at < cursor.count || cursor.explanation !== undefined) attempt(node.node, cursor, into);
      return true;
    case "any-order":
      matchAnyOrder(node, cursor, into);
      return true;
    default:
      return node satisfies never;
  }
}

function matchWord(node: WordNode, cursor: Cursor): boolean {
  if (cursor.at >= cursor.count) {
    if (cursor.openEnded) return true;
    if (cursor.explanation !== undefined) expecting(cursor, { keyword: node.word });
    return false;
  }
  if (!isWord(cursor, cursor.at, node.word)) {
    if (!cursor.lenient || !abbreviates(wordAt(cursor) ?? "", node.word, node.rivals)) {
      if (cursor.explanation !== undefined) expecting(cursor, { keyword: node.word });
      return false;
    }
    cursor.canonical = false;
  }
  cursor.at += 1;
  return true;
}

/** Whether a word stands for a keyword and for none of its rivals. A rival that is written in full takes the word away. */
export function abbreviates(word: string, keyword: string, rivals: readonly string[]): boolean {
  const lower = word.toLowerCase();
  const whole = keyword.toLowerCase();
  if (whole === lower) return true;
  if (!whole.startsWith(lower)) return false;
  return !rivals.some((rival) => rival !== keyword && rival.toLowerCase().startsWith(lower));
}

function matchArgument(node: ArgumentNode, cursor: Cursor, into: Arguments): boolean {
  if (cursor.openEnded && cursor.at >= cursor.count) return true;
  const value = node.read(cursor);
  if (value === undefined) return false;
  if (!node.repeated) {
    say(cursor, into, node, value);
    return true;
  }
  const values = [value];
  for (;;) {
    const next = cursor.at < cursor.count || cursor.explanation !== undefined ? node.read(cursor) : undefined;
    if (next === undefined) break;
    values.push(next);
  }
  say(cursor, into, node, values);
  return true;
}

function say(cursor: Cursor, into: Arguments, { grouped, name }: ArgumentNode, value: unknown): void {
  into[name] = value;
  if (grouped) note(cursor, name);
}

/** Notes that a line said something that the next one of its kind may not say. */
function note(cursor: Cursor, name: string): void {
  cursor.said[cursor.saidCount] = name;
  cursor.saidCount += 1;
}

/** Matches a group or takes back what it recorded. */
function attempt(group: SequenceNode, cursor: Cursor, into: Arguments): boolean {
  if (beginsOtherwise(group, cursor)) return false;
  const start = cursor.at;
  const { canonical } = cursor;
  const problems = cursor.problems.length;
  if (matchSequence(group, 0, cursor, into)) return true;
  if (cursor.at !== start) {
    cursor.at = start;
    for (const name of group.names) into[name] = undefined;
  }
  cursor.canonical = canonical;
  if (cursor.problems.length > problems) cursor.problems.length = problems;
  return false;
}

/** Whether the first character of the word shows that it can't begin a group. Who wants an explanation hears of each that could. */
function beginsOtherwise({ begins }: SequenceNode, { at, codes, count, explanation, starts }: Cursor): boolean {
  if (begins === undefined || at >= count || explanation !== undefined) return false;
  return begins[codes[starts[at] ?? 0] ?? 0] === 0;
}

function matchAnyOrder(node: AnyOrderNode, cursor: Cursor, into: Arguments): void {
  const { parts } = node;
  // One bit for each part that has been found.
  let done = 0;
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    if (part === undefined || (done & (1 << index)) !== 0) continue;
    if (cursor.at >= cursor.count && cursor.explanation === undefined) return;
    const start = cursor.at;
    if (!attempt(part, cursor, into) || cursor.at === start) continue;
    // A part behind this one was found before it: they were typed in another order than IOS prints them.
    if (done >> index !== 0) cursor.canonical = false;
    done |= 1 << index;
    index = -1;
  }
}

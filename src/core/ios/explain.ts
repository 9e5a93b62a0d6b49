import type { CompiledCommand } from "./compiledCommand.ts";
import { expecting, wordOf, type Cursor, type Expectation } from "./cursor.ts";
import { matchSequence } from "./matching.ts";
import { abbreviatedChild, type CommandTree, type CompiledMode } from "./mode.ts";

/** Why a line is no command of a mode: how far it agrees with one, and what could have come there. */
export interface FailedLine {
  /** Index of the first word that does not fit; the number of words where the line ends too early. */
  readonly at: number;
  readonly expected: readonly Expectation[];
  /** The command whose keywords all agree, where there is one: the fault is among its arguments. */
  readonly command: CompiledCommand | undefined;
}

/** Reads words as a command of a mode once more, and notes what would have let it go on. */
export function explain(mode: CompiledMode, cursor: Cursor, start: number): FailedLine {
  const explanation = { at: start, expected: [] as Expectation[] };
  cursor.explanation = explanation;
  cursor.lenient = true;
  const command = walk(mode.tree, cursor, start);
  cursor.explanation = undefined;
  cursor.lenient = false;
  return { at: explanation.at, expected: explanation.expected, command };
}

function walk(tree: CommandTree, cursor: Cursor, at: number): CompiledCommand | undefined {
  cursor.at = at;
  for (const [keyword, child] of tree.children) if (child.modelled) expecting(cursor, { keyword });
  const word = wordOf(cursor, at);
  const child = word === undefined ? undefined : (tree.children.get(word) ?? abbreviatedChild(tree, word));
  let command = child === undefined ? undefined : walk(child, cursor, at + 1);
  for (const form of tree.forms) {
    cursor.at = at;
    cursor.problems.length = 0;
    if (matchSequence(form.syntax, form.from, cursor, {})) expecting(cursor, { complete: true });
    // Keywords that the tree compared, or the first words of a command that begins with a choice.
    if (form.from > 0 || (cursor.explanation?.at ?? at) > at) command ??= form.command;
  }
  return command;
}

/** Names what was expected, as a message can say it: at most six of it. */
export function expectationText(expected: readonly Expectation[]): string {
  const texts = new Set(
    expected.map((one) =>
      one.complete === true ? "the end of the line" : (one.keyword ?? one.what ?? one.label ?? ""),
    ),
  );
  const list = [...texts];
  const shown = list.length > 7 ? [...list.slice(0, 6), `${list.length - 6} others`] : list;
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : `${shown.join(", ")} or ${last}`;
}

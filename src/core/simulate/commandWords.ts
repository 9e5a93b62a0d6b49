import type { NextWord, Refused, WordForm, WordTree } from "./wordTree.ts";

/** What a router prints, or how it refuses a line. */
export type ShowOutput =
  | { readonly kind: "output"; readonly text: string }
  /** In IOS's words; `column`, from 0, is where the mark stands, for whoever prints it below a prompt. */
  | { readonly kind: "error"; readonly text: string; readonly column?: number };

/** How IOS says that a line is no command. */
export function refusalOutput(read: Refused, line: string): ShowOutput {
  switch (read.kind) {
    case "incomplete":
      return { kind: "error", text: "% Incomplete command.\n" };
    case "ambiguous":
      return { kind: "error", text: `% Ambiguous command:  "${line.trim()}"\n` };
    case "invalid":
      return {
        kind: "error",
        text: `${" ".repeat(read.column)}^\n% Invalid input detected at '^' marker.\n`,
        column: read.column,
      };
  }
}

/** What a question mark lists behind the words before it. */
export function helpOutput<F extends WordForm>(words: WordTree<F>, before: string): ShowOutput {
  const next = words.next(before);
  if ("kind" in next) return refusalOutput(next, before);
  if (next.length === 0) return { kind: "error", text: "% Unrecognized command\n" };
  // Behind the beginning of a word, IOS lists words alone.
  const begun = /\S$/.test(before);
  return { kind: "output", text: begun ? `${next.map(({ word }) => word).join("  ")}\n` : listed(next) };
}

function listed(words: readonly NextWord[]): string {
  const width = Math.max(...words.map(({ word }) => word.length));
  return words.map(({ word, meaning }) => `${`  ${word.padEnd(width)}  ${meaning}`.trimEnd()}\n`).join("");
}

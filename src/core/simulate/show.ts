import { dialectOf } from "../derive/dialect.ts";
import type { Design } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";
import { applyModifier, readModifier } from "./show/outputModifier.ts";
import { nextWords, readCommand, type NextWord, type ReadCommand } from "./show/wordTree.ts";
import { simulatedStates } from "./state.ts";

/** What a router prints, or how it refuses a line. */
export type ShowOutput =
  | { readonly kind: "output"; readonly text: string }
  /** In IOS's words; `column`, from 0, is where the mark stands, for whoever prints it below a prompt. */
  | { readonly kind: "error"; readonly text: string; readonly column?: number };

export interface ShowOptions {
  /** Whether tables show keys. `show running-config` always does. */
  readonly secrets?: boolean;
}

/**
 * The output of a show command on one router, as it stands after traffic for every flow that can come up. Words may be abbreviated, a
 * pipe may filter (`| include`, `exclude`, `begin`, `section`), and a question mark at the end lists what can come next.
 */
export function showCommand(design: Design, router: RouterId, line: string, options: ShowOptions = {}): ShowOutput {
  if (line.trimEnd().endsWith("?")) return helpFor(line.trimEnd().slice(0, -1));
  const pipe = line.indexOf("|");
  const words = pipe < 0 ? line : line.slice(0, pipe);
  const read = readCommand(words);
  if (read.kind !== "form") return refusal(read, line);
  const modifier = pipe < 0 ? undefined : readModifier(line.slice(pipe + 1));
  if (pipe >= 0 && !modifier) {
    return line
      .slice(pipe + 1)
      .trim()
      .split(/\s+/).length < 2
      ? refusal({ kind: "incomplete" }, line)
      : refusal({ kind: "invalid", column: pipe + 2 }, line);
  }
  const shown = design.routers.get(router);
  const state = simulatedStates(design).get(router);
  if (!shown || !state) throw new Error(`The design has no router ${router}.`);
  const lines = read.form.run(
    { design, router: shown, dialect: dialectOf(shown), state, secrets: options.secrets ?? false },
    read.values,
  );
  const left = modifier ? applyModifier(modifier, lines) : lines;
  return { kind: "output", text: left.map((one) => `${one}\n`).join("") };
}

function refusal(read: Exclude<ReadCommand, { kind: "form" }>, line: string): ShowOutput {
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

function helpFor(before: string): ShowOutput {
  const words = nextWords(before);
  if ("kind" in words) return refusal(words, before);
  if (words.length === 0) return { kind: "error", text: "% Unrecognized command\n" };
  // Behind the beginning of a word, IOS lists words alone.
  const begun = /\S$/.test(before);
  return { kind: "output", text: begun ? `${words.map(({ word }) => word).join("  ")}\n` : listed(words) };
}

function listed(words: readonly NextWord[]): string {
  const width = Math.max(...words.map(({ word }) => word.length));
  return words.map(({ word, meaning }) => `${`  ${word.padEnd(width)}  ${meaning}`.trimEnd()}\n`).join("");
}

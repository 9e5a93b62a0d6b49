import { routerNames } from "../../derive/routerNames.ts";
import type { Design } from "../../model/design.ts";
import type { RouterId } from "../../model/router.ts";
import { helpOutput, refusalOutput } from "../commandWords.ts";
import type { DebugLine } from "../debug/debugLine.ts";
import { stateAfter } from "../networkState.ts";
import { showLines, splitPipe } from "../show.ts";
import type { ShowForm } from "../show/command.ts";
import { SHOW_FORMS, SHOW_MEANINGS } from "../show/forms.ts";
import { applyModifier } from "../show/outputModifier.ts";
import { wordTree } from "../wordTree.ts";
import { CLEAR_FORMS } from "./clearForms.ts";
import { DEBUG_FORMS } from "./debugForms.ts";
import type { ExecForm } from "./execForm.ts";
import { OTHER_FORMS } from "./otherForms.ts";
import { debugAt, type TerminalState } from "./terminalState.ts";

/** What typing a line leads to. */
export interface TerminalAnswer {
  readonly state: TerminalState;
  /** What stands below the line, in IOS's words and layout. */
  readonly text: string;
  /** The line was no command, or was refused. */
  readonly refused: boolean;
  /** What other routers print on their terminals meanwhile. */
  readonly elsewhere: ReadonlyMap<RouterId, string>;
}

type Command =
  | { readonly does: "show"; readonly form: ShowForm; readonly syntax: string; readonly meaning: string }
  | { readonly does: "act"; readonly form: ExecForm; readonly syntax: string; readonly meaning: string };

const commands: readonly Command[] = [
  ...SHOW_FORMS.map((form): Command => ({ does: "show", form, syntax: form.syntax, meaning: form.meaning })),
  ...[...CLEAR_FORMS, ...DEBUG_FORMS, ...OTHER_FORMS].map((form): Command => ({
    does: "act",
    form,
    syntax: form.syntax,
    meaning: form.meaning,
  })),
];

const words = wordTree(commands, {
  ...SHOW_MEANINGS,
  clear: "Reset functions",
  condition: "Conditions of crypto debugging",
  configure: "Enter configuration mode",
  debug: "Debugging functions",
  entry: "Clear the SA of a destination, a protocol and an SPI",
  ipv4: "IPv4 address of the peer",
  no: "Turn off debugging",
  source: "Source address or interface",
  terminal: "Set terminal line parameters",
  undebug: "Turn off debugging functions",
});

/** `HQ#`. */
export function terminalPrompt(design: Design, router: RouterId): string {
  return `${routerNames(design.routers).get(router) ?? "Router"}#`;
}

/** A line typed on a router's terminal: what it prints there and elsewhere, and what is then. An empty line does nothing. */
export function typeLine(design: Design, state: TerminalState, router: RouterId, line: string): TerminalAnswer {
  const found = design.routers.get(router);
  if (!found) throw new Error(`The design has no router ${router}.`);
  const quiet = { state, elsewhere: new Map<RouterId, string>() };
  if (line.trim() === "" || line.trimStart().startsWith("!")) return { ...quiet, text: "", refused: false };
  if (line.trimEnd().endsWith("?")) return { ...quiet, ...helpFor(line.trimEnd().slice(0, -1)) };
  const piped = splitPipe(line);
  const read = words.read(piped.words);
  const refuse = (refused: Parameters<typeof refusalOutput>[0]) => {
    const output = refusalOutput(refused, line);
    // The mark stands below the line, which has the prompt before it.
    const shift = output.kind === "error" && output.column !== undefined ? terminalPrompt(design, router).length : 0;
    return { ...quiet, text: " ".repeat(shift) + output.text, refused: true };
  };
  if (read.kind !== "form") return refuse(read);
  if (piped.modifier && "kind" in piped.modifier) return refuse(piped.modifier);
  const command = read.form;
  if (command.does === "show") {
    const subject = {
      design,
      router,
      state: stateAfter(design, state.network, router),
      secrets: false,
      clients: state.clients?.get(router) ?? [],
    };
    const lines = showLines(command.form, read.values, subject);
    const left = piped.modifier ? applyModifier(piped.modifier, lines) : lines;
    return { ...quiet, text: left.map((one) => `${one}\n`).join(""), refused: false };
  }
  if (piped.modifier) return refuse({ kind: "invalid", column: line.indexOf("|") });
  const result = command.form.run({ design, router: found, state }, read.values);
  const after = result.state ?? state;
  const printed = [...(result.lines ?? [])].map(([at, lines]) => [at, printedAt(after, at, lines, lines)] as const);
  const here = printed.find(([at]) => at === router)?.[1] ?? "";
  const text = result.text ?? "";
  const cut = result.linesAt ?? 0;
  return {
    state: after,
    text: text.slice(0, cut) + here + text.slice(cut),
    refused: result.refused ?? false,
    elsewhere: new Map(printed.filter(([at, lines]) => at !== router && lines !== "")),
  };
}

/**
 * What a router's terminal prints of lines of an exchange, as it is asked to debug. Which peer they concern is told by all lines of the
 * exchange.
 */
export function printedAt(
  state: TerminalState,
  router: RouterId,
  lines: readonly DebugLine[],
  exchange: readonly DebugLine[],
): string {
  return lines
    .filter((line) => isShown(state, router, line, exchange))
    .map(({ text }) => `${text}\n`)
    .join("");
}

/** Whether a router prints a line: system messages always, others while they are debugged and concern a peer that is asked for. */
function isShown(state: TerminalState, router: RouterId, line: DebugLine, all: readonly DebugLine[]): boolean {
  if (line.about === "log") return true;
  const { isakmp, ipsec, peers } = debugAt(state, router);
  if (!(line.about === "isakmp" ? isakmp : ipsec)) return false;
  // All lines of one exchange concern one peer.
  return peers.length === 0 || all.some(({ text }) => peers.some((peer) => new RegExp(`\\b${peer}\\b`).test(text)));
}

/** What a question mark prints behind what was typed so far. */
export function helpFor(before: string): { readonly text: string; readonly refused: boolean } {
  const output = helpOutput(words, before);
  return { text: output.text, refused: output.kind === "error" };
}

/** What Tab makes of a line: the word completed as far as it is certain, and the words that it may become. */
export interface Completion {
  readonly line: string;
  readonly choices: readonly string[];
}

export function completeLine(line: string): Completion {
  const next = words.next(line);
  const prefix = /\S*$/.exec(line)?.[0] ?? "";
  if ("kind" in next || prefix === "") return { line, choices: [] };
  const keywords = next.filter(({ isValue }) => !isValue).map(({ word }) => word);
  const [only] = keywords;
  if (only === undefined) return { line, choices: [] };
  const base = line.slice(0, line.length - prefix.length);
  if (keywords.length === 1) return { line: `${base}${only} `, choices: [] };
  return { line: base + commonStart(keywords), choices: keywords };
}

function commonStart(list: readonly string[]): string {
  const [first = "", ...rest] = list;
  let length = first.length;
  for (const word of rest) while (!word.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}

import { dialectOf } from "../derive/dialect.ts";
import type { Design } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";
import type { ClientSession } from "../negotiate/clientGateway.ts";
import type { SimulatedState } from "./associations.ts";
import { helpOutput, refusalOutput, type ShowOutput } from "./commandWords.ts";
import type { ShowForm } from "./show/command.ts";
import { SHOW_FORMS, SHOW_MEANINGS } from "./show/forms.ts";
import { applyModifier, readModifier, type OutputModifier } from "./show/outputModifier.ts";
import { simulatedStates } from "./state.ts";
import { wordTree, type Refused, type TypedValues } from "./wordTree.ts";

export interface ShowOptions {
  /** Whether tables show keys. `show running-config` always does. */
  readonly secrets?: boolean;
}

const showWords = wordTree(SHOW_FORMS, SHOW_MEANINGS);

/**
 * The output of a show command on one router, as it stands after traffic for every flow that can come up. Words may be abbreviated, a
 * pipe may filter (`| include`, `exclude`, `begin`, `section`), and a question mark at the end lists what can come next.
 */
export function showCommand(design: Design, router: RouterId, line: string, options: ShowOptions = {}): ShowOutput {
  if (line.trimEnd().endsWith("?")) return helpOutput(showWords, line.trimEnd().slice(0, -1));
  const { words, modifier } = splitPipe(line);
  const read = showWords.read(words);
  if (read.kind !== "form") return refusalOutput(read, line);
  if (modifier && "kind" in modifier) return refusalOutput(modifier, line);
  const state = simulatedStates(design).get(router);
  const lines = showLines(read.form, read.values, { design, router, state, secrets: options.secrets ?? false });
  const left = modifier ? applyModifier(modifier, lines) : lines;
  return { kind: "output", text: left.map((one) => `${one}\n`).join("") };
}

interface ShowSubject {
  readonly design: Design;
  readonly router: RouterId;
  readonly state: SimulatedState | undefined;
  readonly secrets: boolean;
  /** Absent: nobody from outside the design is connected. */
  readonly clients?: readonly ClientSession[];
}

/** What a show command prints, line by line, on a router in a given state. */
export function showLines(
  form: ShowForm,
  values: TypedValues,
  { design, router, state, secrets, clients = [] }: ShowSubject,
): readonly string[] {
  const shown = design.routers.get(router);
  if (!shown || !state) throw new Error(`The design has no router ${router}.`);
  return form.run({ design, router: shown, dialect: dialectOf(shown), state, secrets, clients }, values);
}

/** A line before its pipe, and what stands behind it. */
export interface PipedLine {
  readonly words: string;
  /** Undefined without a pipe. */
  readonly modifier: OutputModifier | Refused | undefined;
}

/** Takes a line apart at its pipe. */
export function splitPipe(line: string): PipedLine {
  const pipe = line.indexOf("|");
  if (pipe < 0) return { words: line, modifier: undefined };
  const behind = line.slice(pipe + 1);
  const words = line.slice(0, pipe);
  const modifier = readModifier(behind);
  if (modifier) return { words, modifier };
  const half = behind.trim().split(/\s+/).length < 2;
  return { words, modifier: half ? { kind: "incomplete" } : { kind: "invalid", column: pipe + 2 } };
}

import type { ElementKind } from "../model/router.ts";
import { compile, type CompiledCommand } from "./compiledCommand.ts";
import { GLOBAL_ORDER, type OrderStep } from "./globalOrder.ts";

/** A step of the global order with its commands compiled. */
export interface GlobalStep {
  /** Its place in the order. */
  readonly index: number;
  /** What a kept block is told to stand behind: the title of its first command, or its first words. */
  readonly id: string;
  readonly separator: OrderStep["separator"];
  readonly group: OrderStep["group"];
  readonly commands: readonly CompiledCommand[];
  readonly kinds: readonly ElementKind[];
}

export const GLOBAL_STEPS: readonly GlobalStep[] = GLOBAL_ORDER.map((step, index) => {
  const commands = (step.commands ?? []).map(compile);
  return {
    index,
    id: commands[0]?.title ?? `kept ${step.others?.[0] ?? ""}`,
    separator: step.separator,
    group: step.group,
    commands,
    kinds: [...new Set(commands.flatMap(({ global }) => (global === undefined || global.keeps ? [] : [global.kind])))],
  };
});

const stepsById = new Map(GLOBAL_STEPS.map((step) => [step.id, step]));
const stepsByCommand = new Map(
  GLOBAL_STEPS.flatMap((step) => step.commands.map((command) => [command, step] as const)),
);
const stepsByFirstWords = new Map(
  GLOBAL_ORDER.flatMap((step, index) => (step.others ?? []).map((words) => [words, GLOBAL_STEPS[index]] as const)),
);

export function stepOfCommand(command: CompiledCommand): GlobalStep | undefined {
  return stepsByCommand.get(command);
}

export function stepOfId(id: string): GlobalStep | undefined {
  return stepsById.get(id);
}

/** Where a command outside the model stands, by as many of its first words as are known; undefined for an unheard-of one. */
export function stepOfWords(words: readonly string[]): GlobalStep | undefined {
  for (let length = Math.min(3, words.length); length > 0; length -= 1) {
    const found = stepsByFirstWords.get(length === 1 ? (words[0] ?? "") : words.slice(0, length).join(" "));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Where a line of a block outside the model stands. */
export function stepOfLine(line: string): GlobalStep | undefined {
  return stepOfWords(line.trim().split(/\s+/, 3));
}

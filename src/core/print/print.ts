import { dialectOf } from "../derive/dialect.ts";
import type { CompiledCommand } from "../ios/compiledCommand.ts";
import { commandText, uncheckedCommandText } from "../ios/commandText.ts";
import { newCursor, splitWords } from "../ios/cursor.ts";
import { resolve, type CompiledMode } from "../ios/mode.ts";
import { modeOf } from "../ios/modes.ts";
import { GLOBAL_STEPS, stepOfId, stepOfLine, type GlobalStep } from "../ios/globalSteps.ts";
import type { KeptBlock } from "../model/host.ts";
import { elementName, type Element, type ElementKind, type Elements, type Router } from "../model/router.ts";
import {
  addEarlierLines,
  earlierPrint,
  earlierStep,
  newPrintedStep,
  rememberPrint,
  type EarlierPrint,
  type EarlierStep,
  type PrintedStep,
} from "./earlierPrint.ts";
import { inPrintOrder, namesInPrintOrder } from "./elementOrder.ts";
import { expectLines, finishText, newGrowingText, type GrowingText } from "./growingText.ts";
import { withoutLineEnds } from "./keptLines.ts";
import { writeElement, type PrintContext, type WritingContext } from "./printElement.ts";
import type { PrintedConfiguration, PrintedLine } from "./printedConfiguration.ts";

const memory = new WeakMap<Elements, EarlierPrint>();

/**
 * A router's configuration as IOS would print it: commands in the order of a running-config, defaults left out, and each
 * line with the place in the model that it came from. The same elements give the same object.
 */
export function print(router: Router): PrintedConfiguration {
  const context: PrintContext = { router: router.id, dialect: dialectOf(router) };
  const known = memory.get(router.elements);
  if (known !== undefined && known.router === context.router && known.dialect === context.dialect) return known.printed;
  const print = printAnew(router.elements, context, earlierPrint(router.elements, context));
  memory.set(router.elements, print);
  rememberPrint(router.elements, print);
  return print.printed;
}

/** Lines as one text, each with its line end. */
export function textOfLines(lines: readonly PrintedLine[]): string {
  const texts = lines.map(({ text }) => text);
  // The last line end is one of the seams: added behind them it would cost another copy of the whole.
  if (texts.length > 0) texts.push("");
  return texts.join("\n");
}

const separator: PrintedLine = { text: "!" };
const end: PrintedLine = { text: "end" };

/** Lines are looked at together, which is much faster than at one after the other; those that have to be mended are printed one by one. */
function printAnew(elements: Elements, context: PrintContext, earlier: EarlierPrint | undefined): EarlierPrint {
  return (
    printWith(uncheckedCommandText, elements, context, earlier) ??
    (printWith(commandText, elements, context, earlier) as EarlierPrint)
  );
}

/** Prints with what writes a command as a line. Undefined where a line that was written unchecked is none. */
function printWith(
  write: WritingContext["write"],
  elements: Elements,
  context: PrintContext,
  earlier: EarlierPrint | undefined,
): EarlierPrint | undefined {
  const text = newGrowingText();
  const { lines } = text;
  const steps = new Map<GlobalStep, PrintedStep>();
  const blocks = blocksByStep(elements);
  for (const step of GLOBAL_STEPS) {
    if (step.kinds.some((kind) => elements[kind].size > 0))
      steps.set(step, printStep(step, elements, { ...context, write }, earlierStep(earlier, step), text));
    const kept = blocks.get(step);
    if (kept === undefined) continue;
    expectLines(text, false);
    printBlocks(step, kept, context, lines);
  }
  expectLines(text, false);
  if (lines.length > 0 && lines[lines.length - 1] !== separator) lines.push(separator);
  lines.push(end);
  const printed = { text: finishText(text), lines };
  return text.isBroken ? undefined : { ...context, printed, steps };
}

/** Prints the elements of a step; those that an earlier print has are not printed again. */
function printStep(
  step: GlobalStep,
  elements: Elements,
  context: WritingContext,
  earlier: EarlierStep | undefined,
  text: GrowingText,
): PrintedStep {
  const done = newPrintedStep();
  const { lines } = text;
  const before = lines.length;
  const printed: PrintedLine[] = [];
  for (const group of groupsOf(step, elements)) {
    let first = true;
    for (const { kind, list, names } of group)
      for (let at = 0; at < list.length; at += 1) {
        const element = list[at] as Element;
        printed.length = 0;
        const isKnown = earlier !== undefined && addEarlierLines(earlier, element, printed);
        if (!isKnown) {
          // To put a name together costs as much as to write a line.
          const name = names?.[at] ?? elementName(kind, element as never);
          writeElement(step, { router: context.router, kind, name }, element, context, printed);
        }
        expectLines(text, !isKnown && context.write === uncheckedCommandText);
        const [header] = printed;
        if (header !== undefined) {
          const apart = step.separator === "each" || (first && (step.group !== undefined || lines.length === before));
          if (apart) separate(step, lines, header.text);
          first = false;
        }
        done.elements.push(element);
        done.starts.push(lines.length);
        for (let index = 0; index < printed.length; index += 1) lines.push(printed[index] as PrintedLine);
        done.ends.push(lines.length);
      }
  }
  return done;
}

/** Elements of one kind, in order. */
interface ElementsOfKind {
  readonly kind: ElementKind;
  readonly list: readonly Element[];
  /** Their names, where they are at hand. */
  readonly names?: readonly string[] | undefined;
}

/** The elements of a step in order; one group, or one for each map name. */
function groupsOf(step: GlobalStep, elements: Elements): Iterable<readonly ElementsOfKind[]> {
  if (step.group === undefined)
    return [
      step.kinds.map((kind) => ({
        kind,
        list: inPrintOrder(elements, kind),
        names: namesInPrintOrder(elements, kind),
      })),
    ];
  const kinds = step.kinds.map((kind) => ({ kind, list: inPrintOrder(elements, kind) }));
  // Names in the order of the entries, so that a set of which only entries are read again keeps its place.
  const groups = new Map<string, { readonly kind: ElementKind; readonly list: Element[] }[]>();
  for (const entry of elements.cryptoMapEntry.values()) if (!groups.has(entry.map)) groups.set(entry.map, []);
  for (const { kind, list } of kinds)
    for (const element of list) {
      const name = "map" in element ? element.map : "name" in element ? element.name : "";
      const group = groups.get(name) ?? [];
      if (group.length === 0) groups.set(name, group);
      const last = group[group.length - 1];
      if (last?.kind === kind) last.list.push(element);
      else group.push({ kind, list: [element] });
    }
  return groups.values();
}

function blocksByStep(elements: Elements): ReadonlyMap<GlobalStep, readonly KeptBlock[]> {
  const known = new Map<GlobalStep, KeptBlock[]>();
  const unheardOf: KeptBlock[] = [];
  for (const block of elements.keptBlock.values()) {
    const step = stepOfLine(block.lines[0] ?? "");
    if (step === undefined) unheardOf.push(block);
    else add(known, step, block);
  }
  // What no order is known for follows what it stood behind.
  for (const block of unheardOf)
    add(known, (block.after === undefined ? undefined : stepOfId(block.after)) ?? firstStep, block);
  return known;
}

const firstStep = GLOBAL_STEPS[0];

function add(blocks: Map<GlobalStep, KeptBlock[]>, step: GlobalStep | undefined, block: KeptBlock): void {
  if (step === undefined) return;
  const list = blocks.get(step);
  if (list === undefined) blocks.set(step, [block]);
  else list.push(block);
}

function printBlocks(
  step: GlobalStep,
  blocks: readonly KeptBlock[],
  context: PrintContext,
  lines: PrintedLine[],
): void {
  let first = true;
  for (const block of blocks) {
    const text = block.lines[0] ?? "";
    leaveSection(lines, text);
    // What no order is known for may stand behind another step when it is read again, so its own words alone part it.
    if (stepOfLine(text) === undefined) {
      separateFamilies(lines, text, block.lines.length > 1);
    } else if (first || step.separator === "each" || block.lines.length > 1) separate(step, lines, text);
    // A block of several lines stands apart, so that its end can be seen.
    first = block.lines.length > 1;
    const place = { router: context.router, kind: "keptBlock" as const, name: block.name };
    for (const line of block.lines) lines.push({ text: withoutLineEnds(line), place });
  }
}

const global = modeOf("global");

/** Leaves the section above a line that would be taken for one of its own. */
function leaveSection(lines: PrintedLine[], next: string): void {
  const header = lines[lastMargin(lines)]?.text;
  const opened = header === undefined ? undefined : commandOf(global, header)?.command.opens;
  if (opened !== undefined && isKnownIn(modeOf(opened), next)) lines.push({ text: "exit" });
}

/** Whether a line is a command of a mode or of one that opens within it. */
function isKnownIn(mode: CompiledMode, line: string): boolean {
  if (commandOf(mode, line) !== undefined) return true;
  return mode.commands.some(({ command }) => command.opens !== undefined && isKnownIn(modeOf(command.opens), line));
}

function commandOf(mode: CompiledMode, line: string): CompiledCommand | undefined {
  const cursor = newCursor();
  splitWords(cursor, line);
  cursor.lenient = true;
  const negated = /^(?:no|default)\s/i.test(line);
  cursor.openEnded = negated;
  return resolve(mode, cursor, negated ? 1 : 0);
}

function separateFamilies(lines: PrintedLine[], next: string, always: boolean): void {
  const last = lines[lines.length - 1];
  if (last === undefined || last === separator) return;
  if (always || familyOf(next) !== lastFamily(lines)) lines.push(separator);
}

/** Puts a separator before a line, unless one stands there; steps without a separator of their own join lines of their family. */
function separate(step: GlobalStep, lines: PrintedLine[], next: string): void {
  separateFamilies(lines, next, step.separator !== "none");
}

function familyOf(line: string): string {
  const words = line.split(" ", 2);
  return (words[0] === "no" ? words[1] : words[0]) ?? "";
}

function lastFamily(lines: readonly PrintedLine[]): string {
  return familyOf(lines[lastMargin(lines)]?.text ?? "");
}

/** The last line that is neither indented nor a separator; -1 when there is none. */
function lastMargin(lines: readonly PrintedLine[]): number {
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const text = lines[at]?.text ?? "";
    if (text !== "!" && !text.startsWith(" ")) return at;
  }
  return -1;
}

import type { GlobalStep } from "../ios/globalSteps.ts";
import type { Element, Elements } from "../model/router.ts";
import type { PrintContext } from "./printElement.ts";
import type { PrintedConfiguration, PrintedLine } from "./printedConfiguration.ts";

/** What a step printed: its elements in order, and where the lines of each begin and end among those of the configuration. */
export interface PrintedStep {
  readonly elements: Element[];
  readonly starts: number[];
  readonly ends: number[];
}

/** A configuration that was printed, with what it was printed from. */
export interface EarlierPrint extends PrintContext {
  readonly printed: PrintedConfiguration;
  readonly steps: ReadonlyMap<GlobalStep, PrintedStep>;
}

export function newPrintedStep(): PrintedStep {
  return { elements: [], starts: [], ends: [] };
}

/**
 * Prints by the collections that they were printed from. An edit leaves most collections as they are, so that the print of the elements
 * before it is found by any of them; to remember each element by itself would cost more than to print it.
 */
const prints = new WeakMap<ReadonlyMap<string, Element>, EarlierPrint>();

export function rememberPrint(elements: Elements, print: EarlierPrint): void {
  for (const collection of Object.values(elements)) if (collection.size > 0) prints.set(collection, print);
}

/** A print of elements some of which these are. */
export function earlierPrint(elements: Elements, { dialect, router }: PrintContext): EarlierPrint | undefined {
  for (const collection of Object.values(elements)) {
    const print = prints.get(collection);
    if (print !== undefined && print.router === router && print.dialect === dialect) return print;
  }
  return undefined;
}

/** How many elements that are gone are passed over, at most, to find one that is still there. */
const lookAhead = 64;

/** An earlier print's lines of one step, and how far its elements have been come by again. */
export interface EarlierStep extends PrintedStep {
  readonly lines: readonly PrintedLine[];
  at: number;
}

export function earlierStep(print: EarlierPrint | undefined, step: GlobalStep): EarlierStep | undefined {
  const printed = print?.steps.get(step);
  return print === undefined || printed === undefined ? undefined : { ...printed, lines: print.printed.lines, at: 0 };
}

/** Adds the lines that an element had, for elements in the order in which they are printed; false where it was not printed. */
export function addEarlierLines(earlier: EarlierStep, element: Element, into: PrintedLine[]): boolean {
  const { at, elements, ends, lines, starts } = earlier;
  const most = Math.min(elements.length, at + lookAhead);
  let found = at;
  while (found < most && elements[found] !== element) found += 1;
  if (found >= most) return false;
  earlier.at = found + 1;
  for (let index = starts[found] ?? 0; index < (ends[found] ?? 0); index += 1) {
    const line = lines[index];
    if (line !== undefined) into.push(line);
  }
  return true;
}

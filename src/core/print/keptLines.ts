import type { KeptLine } from "../model/host.ts";
import type { Place } from "../model/router.ts";
import type { PrintedLine } from "./printedConfiguration.ts";

/** The kept lines of a section that have not been printed yet. */
export interface KeptQueue {
  readonly lines: readonly KeptLine[];
  readonly printed: boolean[];
  readonly indent: string;
  readonly owner: Place;
  /** How many lines stood before those of the section. */
  readonly start: number;
  /** A member of the section may have a mode of its own, which a line that is indented deeper would fall into. */
  readonly flat: boolean;
}

/** The kept lines of an element; undefined where it has none, which is nearly always. */
export function keptQueue(
  element: object,
  indent: string,
  owner: Place,
  start: number,
  flat: boolean,
): KeptQueue | undefined {
  const lines = (element as { readonly kept?: readonly KeptLine[] }).kept;
  return lines === undefined || lines.length === 0 ? undefined : { indent, owner, start, flat, lines, printed: [] };
}

/** Prints the lines that stood behind a field or a member; without one, those that stood first. */
export function pushKeptAfter(queue: KeptQueue, after: string, into: PrintedLine[]): void {
  queue.lines.forEach((line, index) => {
    if ((line.after ?? "") === after) push(queue, index, into);
  });
}

/** Prints what is left: lines behind something that is gone. */
export function pushKeptRest(queue: KeptQueue, into: PrintedLine[]): void {
  queue.lines.forEach((_line, index) => push(queue, index, into));
}

function push(queue: KeptQueue, index: number, into: PrintedLine[]): void {
  const line = queue.lines[index];
  if (line === undefined || queue.printed[index] === true) return;
  queue.printed[index] = true;
  // The first line of a section tells how its lines are indented.
  const plain = queue.flat || into.length === queue.start ? line.text.trimStart() : line.text;
  const text = line.verbatim === true ? line.text : queue.indent + plain;
  // Lines of a member's own mode all stand for the member.
  const place = queue.owner.field === undefined ? { ...queue.owner, field: "kept", item: index } : queue.owner;
  into.push({ text: withoutLineEnds(text), place });
}

/** A kept line can hold any character but the one that would make it two. */
export function withoutLineEnds(text: string): string {
  return text.includes("\n") || text.includes("\r") ? text.replace(/[\r\n]/g, " ") : text;
}

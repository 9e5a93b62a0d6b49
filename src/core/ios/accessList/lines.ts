import type { AccessList, AccessListLine } from "../../model/accessList.ts";
import type { EntryBody } from "../accessListArguments.ts";
import type { Draft } from "../command.ts";

/** IOS numbers entries from here, in steps of the same size. */
const STEP = 10;

/** Lists whose lines came with numbers of their own that are not ascending; they are put in order once, at the end. */
const unsorted = new WeakMap<object, number>();
/** Whether there may be one, which there is in few texts: a hundred thousand lines need not ask. */
let someUnsorted = false;

/** Adds a line under its own number, or behind the last one. Answers its number. */
export function addLine(list: Draft<AccessList>, sequence: number | undefined, line: LineBody): number {
  const { lines } = list;
  const last = (someUnsorted ? unsorted.get(list) : undefined) ?? lines[lines.length - 1]?.sequence ?? 0;
  const number = sequence ?? last + STEP;
  // The line was made for this list, so it takes its number in place.
  const numbered = line as Draft<AccessListLine>;
  numbered.sequence = number;
  lines.push(numbered);
  if (number <= last && lines.length > 1) {
    unsorted.set(list, last);
    someUnsorted = true;
  } else if (someUnsorted && unsorted.has(list)) unsorted.set(list, number);
  return number;
}

/** A line that has no number of its own yet. */
export type LineBody = EntryBody | { readonly kind: "remark"; readonly sequence: number; readonly text: string };

/** Puts lines in order; where two have one number, the later line stands. */
export function sortLines(list: Draft<AccessList>): void {
  if (!someUnsorted || !unsorted.delete(list)) return;
  const bySequence = new Map(list.lines.map((line) => [line.sequence, line]));
  list.lines = [...bySequence.values()].sort((one, other) => one.sequence - other.sequence);
}

/** Takes lines away: the one of a number, or those that say the same. */
export function removeLine(
  list: Draft<AccessList>,
  sequence: number | undefined,
  says: ((line: AccessListLine) => boolean) | undefined,
): void {
  list.lines = list.lines.filter((line) => {
    if (sequence !== undefined && line.sequence !== sequence) return true;
    return sequence === undefined && says !== undefined ? !says(line) : sequence === undefined;
  });
}

/** Whether sequence numbers are those that IOS would give by itself, so that a text without numbers says the same. */
export function isNumberedByDefault(list: AccessList): boolean {
  return list.lines.every((line, index) => line.sequence === (index + 1) * STEP);
}

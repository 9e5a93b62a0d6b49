import type { PrintedLine } from "../print/printedConfiguration.ts";

/** What became of the lines of an element: pairs of an old and a new index, with -1 where there is no partner. */
export interface LinePair {
  readonly before: number;
  readonly after: number;
}

/**
 * Lines that stayed, by their text and in their order; then, of what is left, lines that set the same member or the same
 * field; the rest went or came.
 */
export function alignLines(before: readonly PrintedLine[], after: readonly PrintedLine[]): readonly LinePair[] {
  const partnerOfBefore = new Array<number>(before.length).fill(-1);
  const taken = new Array<boolean>(after.length).fill(false);
  const pair = (one: number, other: number) => {
    partnerOfBefore[one] = other;
    taken[other] = true;
  };
  for (const [one, other] of commonLines(before, after)) pair(one, other);
  for (const matches of [sameMember, sameField]) {
    before.forEach((line, one) => {
      if (partnerOfBefore[one] !== -1) return;
      const other = after.findIndex((candidate, index) => taken[index] !== true && matches(line, candidate));
      if (other >= 0) pair(one, other);
    });
  }
  return [
    ...partnerOfBefore.map((partner, one) => ({ before: one, after: partner })),
    ...taken.flatMap((isTaken, other) => (isTaken ? [] : [{ before: -1, after: other }])),
  ];
}

function sameMember({ place: one }: PrintedLine, { place: other }: PrintedLine): boolean {
  return one?.field === other?.field && one?.item === other?.item;
}

/** A field of one value has no members. */
function sameField({ place: one }: PrintedLine, { place: other }: PrintedLine): boolean {
  return one?.field !== undefined && one.field === other?.field && one.item === undefined && other.item === undefined;
}

/** The longest common run of lines, after those that agree at both ends. */
function commonLines(
  before: readonly PrintedLine[],
  after: readonly PrintedLine[],
): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  const same = (one: number, other: number) => before[one]?.text === after[other]?.text;
  let start = 0;
  while (start < before.length && start < after.length && same(start, start)) {
    pairs.push([start, start]);
    start += 1;
  }
  let tail = 0;
  while (
    before.length - tail > start &&
    after.length - tail > start &&
    same(before.length - tail - 1, after.length - tail - 1)
  ) {
    tail += 1;
    pairs.push([before.length - tail, after.length - tail]);
  }
  const rows = before.length - tail - start;
  const columns = after.length - tail - start;
  // A table of every line against every other is for blocks of an ordinary size; a larger one is matched by text alone.
  if (rows * columns > 1_000_000) return [...pairs, ...byText(before, after, start, rows, columns)];
  const lengths = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0));
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1) {
      const cells = lengths[row];
      if (cells === undefined) continue;
      cells[column] = same(start + row, start + column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  for (let row = 0, column = 0; row < rows && column < columns;) {
    if (same(start + row, start + column)) {
      pairs.push([start + row, start + column]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

/** Pairs lines of one text in their order, as long as the order holds. */
function byText(
  before: readonly PrintedLine[],
  after: readonly PrintedLine[],
  start: number,
  rows: number,
  columns: number,
): readonly [number, number][] {
  const places = new Map<string, number[]>();
  for (let column = start + columns - 1; column >= start; column -= 1) {
    const text = after[column]?.text ?? "";
    const list = places.get(text);
    if (list === undefined) places.set(text, [column]);
    else list.push(column);
  }
  const pairs: [number, number][] = [];
  let last = start - 1;
  for (let row = start; row < start + rows; row += 1) {
    const list = places.get(before[row]?.text ?? "");
    while (list !== undefined && (list.at(-1) ?? Infinity) <= last) list.pop();
    const column = list?.pop();
    if (column === undefined) continue;
    pairs.push([row, column]);
    last = column;
  }
  return pairs;
}

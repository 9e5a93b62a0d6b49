import type { Place } from "../model/router.ts";
import type { TextRange } from "../print/printedConfiguration.ts";

/** A line of text with what it stands for, whether printed or read. */
export interface PlacedLine {
  readonly text: string;
  readonly place?: Place;
}

/**
 * Where a place stands among the lines of its router: the line of its field and item, else one of its field, else the first line
 * of its element. What is missing altogether, such as a key that nobody set, is shown at the router's own name.
 */
export function placeRange(lines: readonly PlacedLine[], place: Place): TextRange {
  const exact = lines.findIndex((line) => isSame(line.place, place));
  if (exact >= 0) return lineRange(lines, exact);
  const own = lines.flatMap((line, index) => (isSameElement(line.place, place) ? [index] : []));
  const ofField = own.find((index) => place.field !== undefined && lines[index]?.place?.field === place.field);
  const first = ofField ?? own[0] ?? lines.findIndex((line) => line.place?.kind === "host");
  return lineRange(lines, Math.max(first, 0));
}

/** A whole line without the blanks around it. */
export function lineRange(lines: readonly PlacedLine[], index: number): TextRange {
  const text = lines[index]?.text ?? "";
  const start = text.length - text.trimStart().length;
  return {
    line: index + 1,
    column: Math.min(start, text.trimEnd().length) + 1,
    endLine: index + 1,
    endColumn: text.trimEnd().length + 1,
  };
}

function isSame(one: Place | undefined, other: Place): boolean {
  return isSameElement(one, other) && one?.field === other.field && one?.item === other.item;
}

function isSameElement(one: Place | undefined, other: Place): boolean {
  return one !== undefined && one.kind === other.kind && one.name === other.name && one.router === other.router;
}

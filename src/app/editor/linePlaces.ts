import type { ElementKey, Place, PrintedLine } from "../../core/index.ts";
import { sameElement, samePlace } from "./peeringElements.ts";

/** Lines of a text, counted from 1; `last` is within. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** What the line set, or the nearest block above it that it stands in: the caret on an unknown line is still in its map entry. */
export function placeAtLine(lines: readonly PrintedLine[], line: number): Place | null {
  const own = lines[line - 1];
  if (!own) return null;
  if (own.place) return own.place;
  if (!/^\s+\S/.test(own.text)) return null;
  for (let above = line - 1; above >= 1; above -= 1) {
    const before = lines[above - 1];
    if (before?.place) return elementOf(before.place);
    if (before && /^\S/.test(before.text)) return null;
  }
  return null;
}

/** The runs of lines that belong to an element, wherever they stand, with what lies inside its blocks. */
export function linesOfElement(lines: readonly PrintedLine[], element: ElementKey): readonly LineRange[] {
  return rangesWhere(lines, (place) => sameElement(place, element));
}

/** The lines of exactly this place; of its element where the place has no line of its own. */
export function linesOfPlace(lines: readonly PrintedLine[], place: Place): readonly LineRange[] {
  if (place.field === undefined) return linesOfElement(lines, place);
  const exact = rangesWhere(lines, (one) => samePlace(one, place));
  return exact.length > 0 ? exact : linesOfElement(lines, place);
}

function rangesWhere(lines: readonly PrintedLine[], matches: (place: Place) => boolean): readonly LineRange[] {
  const ranges: { first: number; last: number }[] = [];
  lines.forEach((line, index) => {
    if (!line.place || !matches(line.place)) return;
    const number = index + 1;
    const open = ranges.at(-1);
    if (open?.last === number - 1) open.last = number;
    else ranges.push({ first: number, last: number });
  });
  return ranges;
}

function elementOf(place: Place): Place {
  return { router: place.router, kind: place.kind, name: place.name };
}

import {
  namesIn,
  type Elements,
  type NamePlace,
  type NameUse,
  type PrintedLine,
  type TextRange,
} from "../../core/index.ts";

/** A name in a text: what it is the name of, and where the word stands. */
export interface NameAt {
  readonly use: NameUse;
  readonly range: TextRange;
}

/** The name under a column of a line, counted from 1; null where the word there is no name that the configuration knows. */
export function nameAt(elements: Elements, lines: readonly PrintedLine[], line: number, column: number): NameAt | null {
  const text = lines[line - 1];
  if (!text?.place) return null;
  const word = wordAtColumn(text.text, column);
  if (!word) return null;
  const range = { line, column: word.start + 1, endLine: line, endColumn: word.end + 1 };
  const candidates = namesIn(elements).filter(
    (use) => sameName(use, word.text) && [...use.definitions, ...use.uses].some((place) => isAt(place, text)),
  );
  // `access-list 110 permit ...` within a map of the same number: the line's own field decides.
  const exact = candidates.find((use) => [...use.definitions, ...use.uses].some((place) => isExactlyAt(place, text)));
  const use = exact ?? candidates[0];
  return use ? { use, range } : null;
}

/** Where a name is defined, by the line that first says so; empty where it dangles. */
export function definitionsOf(use: NameUse, lines: readonly PrintedLine[]): readonly TextRange[] {
  return use.definitions.flatMap((place) => {
    const at = lines.findIndex((line) => isAt(place, line) && wordRange(line.text, use.name) !== null);
    const line = lines[at];
    const word = line && wordRange(line.text, use.name);
    return word ? [{ line: at + 1, column: word.start + 1, endLine: at + 1, endColumn: word.end + 1 }] : [];
  });
}

/** Every line that speaks of a name, in order. */
export function occurrencesOf(use: NameUse, lines: readonly PrintedLine[]): readonly TextRange[] {
  const places = [...use.definitions, ...use.uses];
  return lines.flatMap((line, index) => {
    if (!places.some((place) => isAt(place, line))) return [];
    const word = wordRange(line.text, use.name);
    return word ? [{ line: index + 1, column: word.start + 1, endLine: index + 1, endColumn: word.end + 1 }] : [];
  });
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function wordAtColumn(line: string, column: number): Word | null {
  for (const match of line.matchAll(/\S+/g)) {
    const end = match.index + match[0].length;
    if (column - 1 >= match.index && column - 1 <= end) return { text: match[0], start: match.index, end };
  }
  return null;
}

/** The word of a line that is a name; of several the last, since a command's keywords come first. */
function wordRange(line: string, name: string): Word | null {
  let found: Word | null = null;
  for (const match of line.matchAll(/\S+/g)) {
    if (match[0] === name) found = { text: name, start: match.index, end: match.index + name.length };
  }
  return found;
}

/** Interfaces are written without regard to case; every other name must match exactly. */
function sameName(use: NameUse, word: string): boolean {
  return use.name === word || (use.to === "interface" && use.name.toLowerCase() === word.toLowerCase());
}

/** Whether a name's place is on this line: within the same element, in the same field where the line sets one. */
function isAt(place: NamePlace, line: PrintedLine): boolean {
  if (line.place?.kind !== place.kind || line.place.name !== place.element) return false;
  const { field } = line.place;
  return field === undefined || field === place.field || isOwnName(place);
}

function isExactlyAt(place: NamePlace, line: PrintedLine): boolean {
  return isAt(place, line) && (line.place?.field ?? ownNameField(place)) === place.field;
}

/** An element's own name may stand on each of its lines: `access-list 110 permit ...`, `crypto map VPN client ...`. */
function isOwnName(place: NamePlace): boolean {
  return ownNameField(place) !== undefined;
}

function ownNameField(place: NamePlace): string | undefined {
  return place.field === "name" || place.field === "map" ? place.field : undefined;
}

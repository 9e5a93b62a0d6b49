import { namesOfArgument } from "../derive/argumentNames.ts";
import { namesIn, type NamePlace, type NameUse } from "../derive/references.ts";
import type { NameKind } from "../derive/referenceTable.ts";
import { expandInterfaceName } from "../ios/interfaceName.ts";
import { modesAt, wordHelp } from "../ios/lineHelp.ts";
import type { Elements } from "../model/router.ts";
import type { PrintedLine, TextRange } from "../print/printedConfiguration.ts";

/** A name in a text: what it is the name of, and where the word stands. */
export interface NameAt {
  readonly use: NameUse;
  readonly range: TextRange;
}

/** The name under a column of a line, counted from 1; null where the word there is no name that the configuration knows. */
export function nameAt(elements: Elements, lines: readonly PrintedLine[], line: number, column: number): NameAt | null {
  const text = lines[line - 1];
  if (!text?.place) return null;
  const words = wordsOf(text.text).filter(({ start, end }) => column - 1 >= start && column - 1 <= end);
  const found = words.flatMap((word) =>
    namesIn(elements)
      .filter((use) => sameName(use, word.text) && [...use.definitions, ...use.uses].some((one) => isAt(one, text)))
      .map((use) => ({ use, word })),
  );
  if (found.length === 0) return null;
  // A crypto map and the dynamic map that it anchors may share a name: what stands where in the command decides. Of
  // `access-list 110 permit ...` within a map of the same number the line's own field does.
  const meant = found.length > 1 ? kindsAt(lines, line, column) : [];
  const isExact = ({ use }: { use: NameUse }) =>
    [...use.definitions, ...use.uses].some((place) => isExactlyAt(place, text));
  const best = found.find(({ use }) => meant.includes(use.to)) ?? found.find(isExact) ?? found[0];
  return best ? { use: best.use, range: rangeOf(line, best.word) } : null;
}

/** Where a name is defined, by the line that first says so; empty where it dangles. */
export function definitionsOf(use: NameUse, lines: readonly PrintedLine[]): readonly TextRange[] {
  return use.definitions.flatMap((place) => {
    for (const [index, line] of lines.entries()) {
      const word = isAt(place, line) ? wordRange(lines, index, use) : null;
      if (word) return [rangeOf(index + 1, word)];
    }
    return [];
  });
}

/** Every line that speaks of a name, in order. */
export function occurrencesOf(use: NameUse, lines: readonly PrintedLine[]): readonly TextRange[] {
  const places = [...use.definitions, ...use.uses];
  return lines.flatMap((line, index) => {
    if (!places.some((place) => isAt(place, line))) return [];
    const word = wordRange(lines, index, use);
    return word ? [rangeOf(index + 1, word)] : [];
  });
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a line, and each interface that is written in two: `GigabitEthernet 0/0`. */
function wordsOf(line: string): readonly Word[] {
  const words = [...line.matchAll(/\S+/g)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
  const pairs = words.flatMap((word, index) => {
    const next = words[index + 1];
    if (!next || !/^[A-Za-z-]+$/.test(word.text) || !/^\d/.test(next.text)) return [];
    return [{ text: word.text + next.text, start: word.start, end: next.end }];
  });
  return [...words, ...pairs];
}

/** The word of a line that is a name; of several that which stands where the command takes one, else the last. */
function wordRange(lines: readonly PrintedLine[], index: number, use: NameUse): Word | null {
  const found = wordsOf(lines[index]?.text ?? "").filter(({ text }) => sameName(use, text));
  const meant = found.length > 1 && found.find(({ start }) => kindsAt(lines, index + 1, start + 1).includes(use.to));
  return meant || (found.at(-1) ?? null);
}

/** What the argument at a column can be the name of. */
function kindsAt(lines: readonly PrintedLine[], line: number, column: number): readonly NameKind[] {
  const texts = lines.slice(0, line).map(({ text }) => text);
  const help = wordHelp(modesAt(texts, line - 1), texts[line - 1] ?? "", column - 1, "classic");
  if (help?.item.is !== "argument") return [];
  return help.item.commands.flatMap(namesOfArgument);
}

function rangeOf(line: number, { start, end }: Word): TextRange {
  return { line, column: start + 1, endLine: line, endColumn: end + 1 };
}

/** Interfaces may be abbreviated, and in any case; every other name must match exactly. */
function sameName(use: NameUse, word: string): boolean {
  if (use.name === word) return true;
  return use.to === "interface" && (expandInterfaceName(word) ?? word).toLowerCase() === use.name.toLowerCase();
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

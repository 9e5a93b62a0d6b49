import type { LineColumns } from "../derive/sourceLines.ts";
import { doubled } from "../ios/columns.ts";
import { fieldOfNumber, numberOfField } from "../ios/fieldNumbers.ts";
import type { ElementKind, Place, RouterId } from "../model/router.ts";
import type { LineState, SourceLine } from "../model/source.ts";
import { isStretches, type TextLines } from "./textLines.ts";

/**
 * What the lines of a text became, in columns. A hundred thousand lines would else be several hundred thousand objects, which is more
 * than all that they say; a line becomes an object when somebody asks for the lines.
 */
export interface LineRecords {
  readonly router: RouterId;
  /** Where the lines stand, each as it came; absent where they are handed in one by one. */
  readonly text: TextLines | undefined;
  readonly texts: string[];
  count: number;
  /** Of each line: its state, what is printed for it, and the number of the field that it set. */
  traits: Int32Array;
  /** Of each line: which element it belongs to, counted from 1; 0 for none. */
  owners: Int32Array;
  /** Of each line that set a member of a list: its index or number; -1 for none. */
  items: Int32Array;
  readonly kinds: ElementKind[];
  readonly names: string[];
  /** Places of lines that the columns can't hold. */
  readonly places: Map<number, Place>;
  /** What is printed for a line where that is not the line itself. */
  readonly canonical: Map<number, string>;
  /** The numbers of lines that had other ones in the text that they came from. */
  readonly numbers: Map<number, number>;
  made: SourceLine[] | undefined;
}

/** The line as it stands is what IOS prints. */
export const asItStands = Symbol("as it stands");
export type Canonical = string | typeof asItStands | undefined;

const states: readonly LineState[] = ["outside", "kept", "unmodelled", "modelled"];
const stateBits = { outside: 0, kept: 1, unmodelled: 2, modelled: 3 };
const standsBit = 4;
const otherBit = 8;
const fieldShift = 4;

export function newLineRecords(router: RouterId, text?: TextLines): LineRecords {
  const room = text?.count ?? 16;
  return {
    router,
    text,
    texts: [],
    count: 0,
    traits: new Int32Array(room),
    owners: new Int32Array(room),
    items: new Int32Array(room),
    kinds: [],
    names: [],
    places: new Map(),
    canonical: new Map(),
    numbers: new Map(),
    made: undefined,
  };
}

/** Adds a line that belongs to no element. */
export function addLine(records: LineRecords, state: LineState, canonical: Canonical): void {
  write(records, state, 0, canonical, 0, -1);
}

/** Adds a line that belongs to an element, and to a field of it or a member of a list. */
export function addLineOf(
  records: LineRecords,
  state: LineState,
  kind: ElementKind,
  name: string,
  field: number,
  item: string | number | undefined,
  canonical: Canonical,
): void {
  let index = -1;
  if (item !== undefined) {
    const named = fieldOfNumber(field);
    if (typeof item === "number" && item >= 0 && item <= 0x7fffffff) index = item;
    else if (named !== undefined)
      records.places.set(records.count, { router: records.router, kind, name, field: named, item });
  }
  write(records, state, ownerOf(records, kind, name), canonical, field, index);
}

/** The number of an element; lines of one follow each other. */
function ownerOf({ kinds, names }: LineRecords, kind: ElementKind, name: string): number {
  const { length } = names;
  if (length > 0 && names[length - 1] === name && kinds[length - 1] === kind) return length;
  kinds.push(kind);
  return names.push(name);
}

function write(
  records: LineRecords,
  state: LineState,
  owner: number,
  canonical: Canonical,
  field: number,
  item: number,
): void {
  const at = records.count;
  if (at >= records.traits.length) grow(records);
  records.count = at + 1;
  let traits = stateBits[state] | (field << fieldShift);
  if (canonical === asItStands) traits |= standsBit;
  else if (canonical !== undefined) {
    traits |= otherBit;
    records.canonical.set(at, canonical);
  }
  records.traits[at] = traits;
  records.owners[at] = owner;
  records.items[at] = item;
}

function grow(records: LineRecords): void {
  records.traits = doubled(records.traits);
  records.owners = doubled(records.owners);
  records.items = doubled(records.items);
}

/** The lines as objects, made once when all are known. */
export function linesOf(records: LineRecords): SourceLine[] {
  const { count, made } = records;
  if (made?.length === count) return made;
  const lines = Array.from({ length: count }, (_, at) => lineAt(records, at));
  records.made = lines;
  return lines;
}

/** What can be told of lines without making all of them objects. */
export function columnsOf(records: LineRecords): LineColumns {
  return {
    setting: (kind, field) => linesSetting(records, kind, field),
    mentions: (words) => mentions(records, words),
  };
}

function linesSetting(records: LineRecords, kind: ElementKind, field: string | undefined): readonly SourceLine[] {
  const { count, traits, owners, kinds, made } = records;
  const number = numberOfField(field);
  const found: SourceLine[] = [];
  for (let at = 0; at < count; at += 1) {
    const owner = owners[at] ?? 0;
    if (owner === 0 || kinds[owner - 1] !== kind || (traits[at] ?? 0) >> fieldShift !== number) continue;
    found.push(made?.[at] ?? lineAt(records, at));
  }
  return found;
}

function mentions({ text, texts, count }: LineRecords, words: string): boolean {
  if (text && isStretches(text)) return text.text.includes(words);
  for (let at = 0; at < count; at += 1) if ((text?.at(at) ?? texts[at] ?? "").includes(words)) return true;
  return false;
}

function lineAt(records: LineRecords, at: number): SourceLine {
  const text = records.text?.at(at) ?? records.texts[at] ?? "";
  const traits = records.traits[at] ?? 0;
  const state = states[traits & 3] ?? "outside";
  const place = placeAt(records, at, traits);
  const canonical =
    (traits & standsBit) !== 0 ? text.trim() : (traits & otherBit) !== 0 ? records.canonical.get(at) : undefined;
  const number = records.numbers.get(at);
  if (number !== undefined) return { ...line(text, state, place, canonical), originalNumber: number };
  return line(text, state, place, canonical);
}

function line(text: string, state: LineState, place: Place | undefined, canonical: string | undefined): SourceLine {
  if (place === undefined) return { text, state };
  return canonical === undefined ? { text, state, place } : { text, state, place, canonical };
}

function placeAt(records: LineRecords, at: number, traits: number): Place | undefined {
  const { kinds, names, router } = records;
  const owner = (records.owners[at] ?? 0) - 1;
  const kind = kinds[owner];
  const name = names[owner];
  if (kind === undefined || name === undefined) return undefined;
  const whole = records.places.get(at);
  if (whole !== undefined) return whole;
  const field = fieldOfNumber(traits >> fieldShift);
  if (field === undefined) return { router, kind, name };
  const item = records.items[at] ?? -1;
  return item < 0 ? { router, kind, name, field } : { router, kind, name, field, item };
}

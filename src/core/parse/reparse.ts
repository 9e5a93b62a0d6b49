import type { Element, ElementKind, Elements, Place, Router } from "../model/router.ts";
import type { ConfigurationSource, SourceLine, SyntaxDiagnostic } from "../model/source.ts";
import { dialectOf } from "../derive/dialect.ts";
import { changedLines, type ChangedLines } from "./changedLines.ts";
import { finishCollection, finishDrafts } from "./drafts.ts";
import type { PastedRouter } from "./logicalLine.ts";
import { newReading, type Reading } from "./reading.ts";
import { readLine } from "./readLine.ts";
import { readPaste } from "./readPaste.ts";
import { renumberLines } from "./renumber.ts";

/**
 * Reads a text again of which a few lines changed: only the sections that hold them are read, and every other element and line is
 * the object that it was. Undefined where that might not give what reading the whole text gives, and the whole has to be read.
 */
export function reparse(router: Router, text: string): Router | undefined {
  const { source } = router;
  if (source === undefined || source.elements !== router.elements || text.includes("\r")) return undefined;
  if (!isPlain(source)) return undefined;
  const change = changedLines(source.lines, text);
  if (change.before === 0 && change.lines.length === 0) return router;
  const region = sectionsAround(source.lines, change);
  const pasted = region === undefined ? undefined : readRegion(region.lines);
  if (region === undefined || pasted === undefined) return undefined;
  const reading = newReading(router.id, dialectOf(router), true);
  for (const line of pasted.lines) readLine(reading, line);
  renumberLines(reading);
  const before = source.lines.slice(region.start, region.start + region.before);
  const keys = elementsOf(before, reading.lines);
  const follower = source.lines[region.start + region.before];
  if (keys === undefined || !(standsAlone(follower) || endAlike(before, reading.lines))) return undefined;
  if (standElsewhere(source.lines, region, keys)) return undefined;
  return joined(router, source, region, reading, keys);
}

/** Whether nothing but commands, comments and blank lines is in a text, in lines as they came. */
const plainSources = new WeakMap<readonly SourceLine[], boolean>();

function isPlain({ lineEnd, lines }: ConfigurationSource): boolean {
  let plain = plainSources.get(lines);
  if (plain === undefined) {
    plain =
      lineEnd === "\n" &&
      lines.some(({ place, text }) => place !== undefined && text.startsWith(" ")) &&
      lines.every(
        ({ originalNumber, state, text }) =>
          originalNumber === undefined && isOrdinary(text) && (state !== "outside" || isBetweenCommands(text)),
      );
    plainSources.set(lines, plain);
  }
  return plain;
}

/** Whether what stands outside the configuration is a separator, a comment or a word that leaves a mode. */
function isBetweenCommands(text: string): boolean {
  return /^\s*(?:!.*|exit|end)?\s*$/.test(text);
}

function isOrdinary(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

/** The changed lines, widened to whole sections: from a command at column 0 to the line before the next one. */
function sectionsAround(old: readonly SourceLine[], change: ChangedLines): ChangedLines | undefined {
  let { start } = change;
  let end = change.start + change.before;
  // One section more at the upper end, since a line that is taken out or put in may join what stands around it.
  while (start > 0 && !isHeader(old[start - 1])) start -= 1;
  start = Math.max(0, start - 1);
  while (end < old.length && !isHeader(old[end])) end += 1;
  if (!isHeader(old[start])) return undefined;
  // Lines of one list at column 0 belong together.
  while (start > 0 && isSameElement(old[start - 1]?.place, old[start]?.place)) start -= 1;
  while (end < old.length && isSameElement(old[end]?.place, old[end - 1]?.place)) end += 1;
  const lines = [
    ...old.slice(start, change.start).map(({ text }) => text),
    ...change.lines,
    ...old.slice(change.start + change.before, end).map(({ text }) => text),
  ];
  return { start, before: end - start, lines };
}

function isHeader(line: SourceLine | undefined): boolean {
  return line?.place !== undefined && !line.text.startsWith(" ");
}

function isSameElement(one: Place | undefined, other: Place | undefined): boolean {
  return one !== undefined && one.kind === other?.kind && one.name === other.name;
}

/** The lines as a paste of their own; undefined where they are not read line by line as they stand. */
function readRegion(lines: readonly string[]): PastedRouter | undefined {
  if (!lines.every(isOrdinary)) return undefined;
  const paste = readPaste(lines.map((line) => `${line}\n`).join(""));
  const pasted = paste.kind === "configurations" && paste.routers.length === 1 ? paste.routers[0] : undefined;
  if (pasted?.indented !== true || pasted.lines.length !== lines.length || pasted.unclosed !== undefined)
    return undefined;
  const asTheyStand = pasted.lines.every(
    ({ kind, promptMode, raw, text }, at) =>
      raw === lines[at] &&
      promptMode === undefined &&
      kind !== "verbatim" &&
      (kind === "command" ? text === raw.trim() : isBetweenCommands(raw)),
  );
  return asTheyStand ? pasted : undefined;
}

/** Names of elements by kind, of lines before and after a change. */
type Keys = ReadonlyMap<ElementKind, ReadonlySet<string>>;

/** The elements that lines speak of; undefined where a line has to do with more than its own section. */
function elementsOf(...texts: readonly (readonly SourceLine[])[]): Keys | undefined {
  const keys = new Map<ElementKind, Set<string>>();
  for (const lines of texts) {
    for (const { place, text } of lines) {
      if (place === undefined) continue;
      if (place.kind === "keptBlock" || place.kind === "host" || takesBack(text)) return undefined;
      const names = keys.get(place.kind);
      if (names === undefined) keys.set(place.kind, new Set([place.name]));
      else names.add(place.name);
    }
  }
  return keys;
}

/** A `no` or `default` form of a global command may concern any element of its kind. */
function takesBack(text: string): boolean {
  return /^(?:no|default)\s/i.test(text);
}

/** A global command in full says by itself what it is, whatever section stands above it. */
function standsAlone(line: SourceLine | undefined): boolean {
  return line === undefined || (line.state === "modelled" && line.canonical === line.text);
}

/** What is kept behind the lines may stand where it stands by what the last command before it was. */
function endAlike(before: readonly SourceLine[], after: readonly SourceLine[]): boolean {
  return lastHeader(before) === lastHeader(after);
}

/** The first words of the last command at column 0. */
function lastHeader(lines: readonly SourceLine[]): string | undefined {
  for (let at = lines.length - 1; at >= 0; at -= 1)
    if (isHeader(lines[at])) return lines[at]?.text.split(/\s+/, 3).join(" ");
  return undefined;
}

/** Whether lines outside the region belong to its elements: then their sections have to be read together. */
function standElsewhere(lines: readonly SourceLine[], region: ChangedLines, keys: Keys): boolean {
  const end = region.start + region.before;
  for (let at = 0; at < lines.length; at += 1) {
    if (at >= region.start && at < end) continue;
    const place = lines[at]?.place;
    const names = place === undefined ? undefined : keys.get(place.kind);
    if (place === undefined || names === undefined) continue;
    if (names.has(place.name) || takesBack(lines[at]?.text ?? "")) return true;
  }
  return false;
}

function joined(
  router: Router,
  source: ConfigurationSource,
  region: ChangedLines,
  reading: Reading,
  keys: Keys,
): Router {
  const end = region.start + region.before;
  const lines = source.lines.slice(0, region.start).concat(reading.lines, source.lines.slice(end));
  plainSources.set(lines, true);
  const elements = exchanged(router.elements, source.lines, region, finishDrafts(reading.drafts), keys);
  const diagnostics = joinedDiagnostics(source.diagnostics, region, reading.diagnostics, reading.lines.length);
  return { ...router, elements, source: { ...source, lines, elements, diagnostics } };
}

/** The faults of the lines around the region, moved with them, and those within it. */
function joinedDiagnostics(
  before: readonly SyntaxDiagnostic[],
  region: ChangedLines,
  within: readonly SyntaxDiagnostic[],
  count: number,
): readonly SyntaxDiagnostic[] {
  const end = region.start + region.before;
  const moved = count - region.before;
  return [
    ...before.filter(({ line }) => line <= region.start),
    ...within.map((fault) => ({ ...fault, line: fault.line + region.start })),
    ...before
      .filter(({ line }) => line > end)
      .map((fault) => (moved === 0 ? fault : { ...fault, line: fault.line + moved })),
  ];
}

/** The elements with those of the region exchanged; kinds that it does not concern keep their collections. */
function exchanged(
  old: Elements,
  lines: readonly SourceLine[],
  region: ChangedLines,
  fresh: Elements,
  keys: Keys,
): Elements {
  const result: Record<ElementKind, ReadonlyMap<string, Element>> = { ...old };
  for (const [kind, names] of keys) result[kind] = exchangedKind(kind, old, lines, region, fresh, names);
  const kinds = Object.keys(result) as ElementKind[];
  return kinds.every((kind) => result[kind] === old[kind]) ? old : (result as Elements);
}

function exchangedKind(
  kind: ElementKind,
  old: Elements,
  lines: readonly SourceLine[],
  region: ChangedLines,
  fresh: Elements,
  names: ReadonlySet<string>,
): ReadonlyMap<string, Element> {
  const before: ReadonlyMap<string, Element> = old[kind];
  const made: ReadonlyMap<string, Element> = fresh[kind];
  const merged = new Map<string, Element>();
  // The same elements in the same order are exchanged where they are.
  const stay = [...names].every((name) => made.has(name) && before.has(name));
  // Otherwise: what stands above the region, the region's own, then the rest, as a reading of the whole text would come by them.
  const anchor = stay ? undefined : lastOfKind(lines, region.start, kind);
  const addFresh = () => {
    for (const [name, element] of made) merged.set(name, element);
  };
  if (!stay && anchor === undefined) addFresh();
  for (const [name, element] of before) {
    if (!names.has(name)) merged.set(name, element);
    else if (stay) merged.set(name, made.get(name) ?? element);
    if (!stay && name === anchor) addFresh();
  }
  return finishCollection(merged, before);
}

/** The name of the element of a kind that came in last above a line. */
function lastOfKind(lines: readonly SourceLine[], above: number, kind: ElementKind): string | undefined {
  const seen = new Set<string>();
  let last: string | undefined;
  for (let at = 0; at < above; at += 1) {
    const place = lines[at]?.place;
    if (place?.kind !== kind || seen.has(place.name)) continue;
    seen.add(place.name);
    last = place.name;
  }
  return last;
}

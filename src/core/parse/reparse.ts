import type { ElementKind, Router } from "../model/router.ts";
import type { ConfigurationSource, SourceLine, SyntaxDiagnostic } from "../model/source.ts";
import { dialectOf } from "../derive/dialect.ts";
import { changedLines, noteChangedText, type ChangedLines } from "./changedLines.ts";
import { finishDrafts } from "./drafts.ts";
import { exchangedElements, type ElementNames } from "./exchangedElements.ts";
import type { PastedRouter } from "./logicalLine.ts";
import {
  indentedIfPlain,
  isBetweenCommands,
  isOrdinary,
  isSameElement,
  notePlainText,
  plainText,
  type PlainText,
} from "./plainText.ts";
import { newReading, type Reading } from "./reading.ts";
import { readLine } from "./readLine.ts";
import { readPaste } from "./readPaste.ts";
import { renumberLines } from "./renumber.ts";
import { sectionAt, sectionsAround, withNextSection } from "./sections.ts";

/**
 * Reads a text again of which a few lines changed: only the sections that hold them are read, with those elsewhere that speak of
 * the same elements, and every other element and line is the object that it was. Undefined where that might not give what reading
 * the whole text gives, and the whole has to be read.
 */
export function reparse(router: Router, text: string): Router | undefined {
  const { source } = router;
  if (source === undefined || source.elements !== router.elements || source.lineEnd !== "\n") return undefined;
  const plain = text.includes("\r") ? undefined : plainText(source.lines);
  if (plain === undefined) return undefined;
  const change = changedLines(source.lines, text);
  if (change.before === 0 && change.lines.length === 0) return router;
  if (mayEndRouter(source.lines, change)) return undefined;
  const closed = readClosed(router, source, sectionsAround(source.lines, change));
  if (closed === undefined) return undefined;
  const { reading: alone, region } = closed;
  const regions = regionsOfSameElements(source.lines, region, alone.lines);
  if (regions.length > mostRegions) return undefined;
  const reading = regions.length === 1 ? alone : readRegions(router, source, region, regions);
  const read = reading === undefined ? undefined : joined({ router, source, plain, region, regions, reading });
  if (read?.source !== undefined) noteChangedText(source.lines, change, read.source.lines, text);
  return read;
}

/** An element that is spoken of in more places than this is better read with the whole text. */
const mostRegions = 100;

/** How many sections more are read, at most, until one is reached that is read as before. */
const mostFollowers = 4;

/** Reads changed sections, and those behind them that may be read otherwise now. */
function readClosed(
  router: Router,
  source: ConfigurationSource,
  changed: ChangedLines,
): { readonly region: ChangedLines; readonly reading: Reading } | undefined {
  let region = changed;
  for (let more = 0; more <= mostFollowers; more += 1) {
    const reading = readRegions(router, source, region, [region]);
    if (reading === undefined) return undefined;
    if (endsAlike(router, source, region, reading)) return { region, reading };
    region = withNextSection(source.lines, region);
  }
  return undefined;
}

/** Behind an `end` another router may begin, so that it matters to the whole text. */
function mayEndRouter(old: readonly SourceLine[], { before, lines, start }: ChangedLines): boolean {
  const ends = (text: string) => /^\s*end\s*$/i.test(text);
  if (lines.some(ends)) return true;
  for (let at = start; at < start + before; at += 1) if (ends(old[at]?.text ?? "")) return true;
  return false;
}

/** The changed sections, with those elsewhere in the text that speak of one of their elements, in the order of the text. */
function regionsOfSameElements(
  old: readonly SourceLine[],
  region: ChangedLines,
  after: readonly SourceLine[],
): readonly ChangedLines[] {
  const end = region.start + region.before;
  const names = namesIn(old.slice(region.start, end), after);
  const speaks = ({ place }: SourceLine) =>
    place !== undefined && place.kind !== "keptBlock" && names.get(place.kind)?.has(place.name) === true;
  const sections = (from: number, to: number) => {
    const found: ChangedLines[] = [];
    for (let at = from; at < to; at += 1) {
      const line = old[at];
      if (line === undefined || !speaks(line)) continue;
      const section = sectionAt(old, at);
      found.push(section);
      at = section.start + section.before - 1;
    }
    return found;
  };
  return [...sections(0, region.start), region, ...sections(end, old.length)];
}

/** The elements that lines speak of. */
function namesIn(...texts: readonly (readonly SourceLine[])[]): ElementNames {
  const names = new Map<ElementKind, Set<string>>();
  for (const lines of texts)
    for (const { place } of lines) {
      if (place === undefined) continue;
      const known = names.get(place.kind);
      if (known === undefined) names.set(place.kind, new Set([place.name]));
      else known.add(place.name);
    }
  return names;
}

/** Reads sections as a text of their own; undefined where they might be read otherwise in their place. */
function readRegions(
  router: Router,
  source: ConfigurationSource,
  changed: ChangedLines,
  regions: readonly ChangedLines[],
): Reading | undefined {
  const pasted = pasteOf(regions.flatMap(({ lines }) => lines));
  if (pasted === undefined) return undefined;
  const reading = newReading(router.id, dialectOf(router), true);
  // Sections that did not change are read for their elements' sake, and blocks outside the model stand in one place each.
  reading.blocks = blocksAbove(source.lines, changed.start);
  for (const line of pasted.lines) readLine(reading, line);
  renumberLines(reading);
  return reading;
}

/** How many blocks outside the model stand above a line. */
function blocksAbove(lines: readonly SourceLine[], line: number): number {
  for (let at = line - 1; at >= 0; at -= 1) {
    const place = lines[at]?.place;
    if (place?.kind === "keptBlock") return Number(place.name);
  }
  return 0;
}

/** The lines as a paste of their own; undefined where they are not read line by line as they stand. */
function pasteOf(lines: readonly string[]): PastedRouter | undefined {
  if (!lines.every(isOrdinary)) return undefined;
  const paste = readPaste(lines.map((line) => `${line}\n`).join(""));
  const pasted = paste.kind === "configurations" && paste.routers.length === 1 ? paste.routers[0] : undefined;
  if (pasted?.lines.length !== lines.length || pasted.unclosed !== undefined) return undefined;
  const asTheyStand = pasted.lines.every(
    ({ kind, promptMode, raw, text }, at) =>
      raw === lines[at] &&
      promptMode === undefined &&
      kind !== "verbatim" &&
      (kind === "command" ? text === raw.trim() : isBetweenCommands(raw)),
  );
  return asTheyStand ? pasted : undefined;
}

/**
 * Whether what follows the changed section is read as before. A global command in full says by itself what it is; another may be
 * taken for a line of the section above it, and a block outside the model stands where the command above it stands.
 */
function endsAlike(router: Router, source: ConfigurationSource, region: ChangedLines, reading: Reading): boolean {
  const follower = source.lines[region.start + region.before];
  if (follower === undefined || saysAllItself(follower)) return true;
  const lines = source.lines.slice(region.start, region.start + region.before).map(({ text }) => text);
  const before = readRegions(router, source, region, [{ ...region, lines }]);
  return (
    before !== undefined &&
    before.step === reading.step &&
    before.sections.length === reading.sections.length &&
    before.sections.every(({ mode }, at) => mode === reading.sections[at]?.mode)
  );
}

function saysAllItself({ canonical, state, text }: SourceLine): boolean {
  return state === "modelled" && canonical === text.trimEnd();
}

/** What was read again, and where it belongs. */
interface Reread {
  readonly router: Router;
  readonly source: ConfigurationSource;
  readonly plain: PlainText;
  /** The sections that changed. */
  readonly region: ChangedLines;
  /** They, and those elsewhere that speak of the same elements. */
  readonly regions: readonly ChangedLines[];
  readonly reading: Reading;
}

/** The router with what was read in its place; undefined where it can't stand there. */
function joined(reread: Reread): Router | undefined {
  const { plain, reading, region, regions, router, source } = reread;
  const parts = partsOf(reread);
  const indented = parts.map(indentedIfPlain);
  if (indented.includes(undefined) || !parts.every((part, at) => isReadInPlace(reread, part, regions[at])))
    return undefined;
  const exchanged = regions.map((one) => source.lines.slice(one.start, one.start + one.before));
  const names = nearbyNames(exchanged, parts, regions.indexOf(region));
  if (names === undefined || !isVersionKept(reread, exchanged.flat())) return undefined;
  const left = plain.indented + sum(indented) - sum(exchanged.map(indentedIfPlain));
  if (left <= 0) return undefined;
  const blocks = {
    first: blocksAbove(source.lines, region.start) + 1,
    before: blocksIn(exchanged.flat()),
    after: blocksIn(reading.lines),
  };
  const elements = exchangedElements(router.elements, {
    before: source.lines,
    start: region.start,
    ...names,
    fresh: finishDrafts(reading.drafts),
    blocks,
  });
  const lines = joinedLines(reread, parts, blocks.after - blocks.before);
  notePlainText(lines, { indented: left });
  return { ...router, elements, source: { ...source, lines, elements, diagnostics: joinedDiagnostics(reread) } };
}

function sum(numbers: readonly (number | undefined)[]): number {
  return numbers.reduce<number>((total, one) => total + (one ?? 0), 0);
}

function blocksIn(lines: readonly SourceLine[]): number {
  return new Set(lines.flatMap(({ place }) => (place?.kind === "keptBlock" ? [place.name] : []))).size;
}

/** The lines that were read, by the regions that they were read for. */
function partsOf({ reading, regions }: Reread): readonly (readonly SourceLine[])[] {
  let at = 0;
  return regions.map(({ lines }) => {
    at += lines.length;
    return reading.lines.slice(at - lines.length, at);
  });
}

/** Whether the command that a region begins with, which did not change, was read as in its place. */
function isReadInPlace(
  { region, source }: Reread,
  part: readonly SourceLine[],
  one: ChangedLines | undefined,
): boolean {
  if (one === undefined || one.start === 0) return true;
  const before = source.lines[one.start];
  const [after] = part;
  if (before === undefined || after?.state !== before.state || after.canonical !== before.canonical) return false;
  return isSameElement(before, after) && (one === region || saysAllItself(after));
}

/** The elements in question; undefined where one comes in elsewhere now, which is a matter of the order of all elements. */
function nearbyNames(
  exchanged: readonly (readonly SourceLine[])[],
  parts: readonly (readonly SourceLine[])[],
  own: number,
): { readonly names: ElementNames; readonly above: ElementNames } | undefined {
  const before = namesIn(exchanged[own] ?? []);
  const after = namesIn(parts[own] ?? []);
  const above = namesIn(...parts.slice(0, own));
  const below = namesIn(...parts.slice(own + 1));
  for (const [kind, names] of below)
    for (const name of names)
      if (!has(above, kind, name) && has(before, kind, name) !== has(after, kind, name)) return undefined;
  return { names: namesIn(exchanged[own] ?? [], parts[own] ?? []), above };
}

function has(names: ElementNames, kind: ElementKind, name: string): boolean {
  return names.get(kind)?.has(name) === true;
}

/** Whether the version, by which every line below it is read, stays what it was. */
function isVersionKept({ reading, regions, router, source }: Reread, before: readonly SourceLine[]): boolean {
  const versions = (lines: readonly SourceLine[]) => lines.filter(isVersion).map(({ text }) => text);
  if (versions(before).join("\n") !== versions(reading.lines).join("\n")) return false;
  // Above the line that tells it, commands are read as those of another version.
  if (router.dialect !== undefined || dialectOf(router) === "classic") return true;
  return (regions[0]?.start ?? 0) >= source.lines.findIndex(isVersion);
}

function isVersion({ place }: SourceLine): boolean {
  return place?.kind === "host" && place.field === "version";
}

/** The text with the regions' lines in their places. */
function joinedLines(
  { region, regions, source }: Reread,
  parts: readonly (readonly SourceLine[])[],
  movedBlocks: number,
): readonly SourceLine[] {
  let lines: SourceLine[] = [];
  let at = 0;
  regions.forEach((one, index) => {
    lines = lines.concat(source.lines.slice(at, one.start), parts[index] ?? []);
    at = one.start + one.before;
  });
  lines = lines.concat(source.lines.slice(at));
  if (movedBlocks === 0) return lines;
  const behind = region.start + region.lines.length;
  return lines.map((line, index) => (index >= behind ? withMovedBlock(line, movedBlocks) : line));
}

function withMovedBlock(line: SourceLine, by: number): SourceLine {
  const { place } = line;
  if (place?.kind !== "keptBlock") return line;
  return { ...line, place: { ...place, name: String(Number(place.name) + by) } };
}

/** The faults of the lines around the regions, moved with them, and those within them, in the order of the lines. */
function joinedDiagnostics({ reading, region, regions, source }: Reread): readonly SyntaxDiagnostic[] {
  const moved = region.lines.length - region.before;
  const edge = region.start + region.before;
  const isRead = (line: number) => regions.some(({ before, start }) => line > start && line <= start + before);
  const around = source.diagnostics
    .filter(({ line }) => !isRead(line))
    .map((fault) => (moved === 0 || fault.line <= edge ? fault : { ...fault, line: fault.line + moved }));
  const read = reading.diagnostics.map((fault) => ({
    ...fault,
    line: lineInPlace(regions, fault.line, region, moved),
  }));
  return [...around, ...read].sort((one, other) => one.line - other.line);
}

/** Where a line of the regions put together stands in the whole text. Both are counted from 1. */
function lineInPlace(regions: readonly ChangedLines[], line: number, region: ChangedLines, moved: number): number {
  let rest = line;
  for (const { lines, start } of regions) {
    if (rest <= lines.length) return start + rest + (start > region.start ? moved : 0);
    rest -= lines.length;
  }
  return line;
}

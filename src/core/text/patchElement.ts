import type { AccessList } from "../model/accessList.ts";
import type { Element, ElementKind, Router } from "../model/router.ts";
import type { ConfigurationSource } from "../model/source.ts";
import { sameValue } from "../parse/sameValue.ts";
import type { PrintedLine } from "../print/printedConfiguration.ts";
import { alignLines } from "./alignment.ts";
import { statementsOf, type ListForm } from "./elementStatements.ts";
import { insertAfter, type LineEdits } from "./lineEdits.ts";
import { linesOfElement } from "./sourceIndex.ts";

/** A person's text, and the changes to it. */
export interface Patch {
  readonly router: Router;
  readonly source: ConfigurationSource;
  readonly edits: LineEdits;
}

/** Changes the lines of an element as far as the element changed, and no other. */
export function patchElement(patch: Patch, kind: ElementKind, name: string, before: Element, after: Element): void {
  const { router, source } = patch;
  const own = linesOfElement(source, kind, name);
  const form = kind === "accessList" ? listForm(source, own) : undefined;
  const old = statementsOf(router, kind, before, form);
  const now = statementsOf(router, kind, after, form);
  const written = findStatements(source, own, old);
  const saysTheSame = kind === "accessList" ? entryComparison(before as AccessList, after as AccessList) : () => true;
  // Where each new line stands or will stand, so that what is new can follow it.
  const standing = new Array<number>(now.length).fill(-1);
  for (const { after: partner, before: one } of alignLines(old, now)) {
    const at = one < 0 ? undefined : written[one];
    if (partner < 0) {
      if (one >= 0) removeStatement(patch, own, old[one], at);
      continue;
    }
    const line = now[partner];
    if (line === undefined) continue;
    const place = at ?? standInFor(source, own, line);
    if (place === undefined) {
      // What the text left to the default it goes on leaving to it.
      if (one >= 0 && old[one]?.text === line.text) standing[partner] = UNSAID;
      continue;
    }
    standing[partner] = place;
    const isSame = old[one]?.text === line.text && saysTheSame(old[one], line);
    if (!isSame || at === undefined) replaceLine(patch, place, line, at !== undefined || one < 0);
  }
  insertNew(patch, own, now, standing);
}

/** Two entries may differ though they are printed alike: bits under a wildcard are not shown. */
function entryComparison(before: AccessList, after: AccessList): (old: PrintedLine, now: PrintedLine) => boolean {
  const [olds, news] = [before, after].map(
    ({ lines }) => new Map(lines.map((line) => [line.sequence as unknown, line])),
  );
  return (old, now) => {
    const [one, other] = [olds?.get(old.place?.item), news?.get(now.place?.item)];
    return one === other || sameValue({ ...one, sequence: 0 }, { ...other, sequence: 0 });
  };
}

/** A line that IOS would print, and that the text neither had nor needs. */
const UNSAID = -2;

/** Puts the whole element, as IOS prints it, in the place of its lines. */
export function rewriteElement(patch: Patch, kind: ElementKind, name: string, after: Element): void {
  const own = linesOfElement(patch.source, kind, name);
  const first = own[0];
  if (first === undefined) return;
  for (const at of own) patch.edits.deleted.add(at);
  insertAfter(
    patch.edits,
    first,
    statementsOf(patch.router, kind, after, undefined).map((line) => line.text),
  );
}

export function removeElement(patch: Patch, kind: ElementKind, name: string): void {
  for (const at of linesOfElement(patch.source, kind, name)) patch.edits.deleted.add(at);
}

function listForm(source: ConfigurationSource, own: readonly number[]): ListForm {
  const texts = own.map((at) => commandOf(source.lines[at]?.text ?? ""));
  return {
    section: texts.some((text) => /^ip\s+access/i.test(text)),
    numbered: texts.some((text) => /^\d+\s/.test(text)),
  };
}

/** For each canonical line of an element, the line of the text that says it; the last where several do. */
function findStatements(
  source: ConfigurationSource,
  own: readonly number[],
  statements: readonly PrintedLine[],
): readonly (number | undefined)[] {
  const byPlace = new Map<string, number>();
  const byText = new Map<string, number>();
  for (const at of own) {
    const line = source.lines[at];
    if (line === undefined || line.canonical === undefined) continue;
    const text = line.canonical.trim();
    byText.set(text, at);
    byPlace.set(`${line.place?.field ?? ""} ${line.place?.item ?? ""} ${text}`, at);
    if (line.place?.field === "lines") byPlace.set(`lines ${line.place.item ?? ""}`, at);
  }
  return statements.map(({ place, text }) => {
    // The entries of an access list are told apart by their numbers; two may say the same.
    if (place?.field === "lines") return byPlace.get(`lines ${place.item ?? ""}`);
    const words = text.trim();
    return byPlace.get(`${place?.field ?? ""} ${place?.item ?? ""} ${words}`) ?? byText.get(words);
  });
}

/** A line that sets the same field without being canonical, such as one that says a default. */
function standInFor(source: ConfigurationSource, own: readonly number[], line: PrintedLine): number | undefined {
  const field = line.place?.field;
  if (field === undefined || line.place?.item !== undefined) return undefined;
  return own
    .filter((at) => {
      const candidate = source.lines[at];
      return candidate?.state === "modelled" && candidate.place?.field === field && candidate.place.item === undefined;
    })
    .at(-1);
}

function replaceLine({ edits, source }: Patch, at: number, line: PrintedLine, changes: boolean): void {
  const text = source.lines[at]?.text ?? "";
  if (!changes && commandOf(text) === line.text.trim()) return;
  edits.replaced.set(at, prefixOf(text) + line.text.trim());
}

/** Takes a statement away. A single value may have been set by several lines, and none of them may come into force again. */
function removeStatement(
  { edits, source }: Patch,
  own: readonly number[],
  statement: PrintedLine | undefined,
  at: number | undefined,
): void {
  if (at !== undefined) edits.deleted.add(at);
  const field = statement?.place?.field;
  if (statement === undefined || field === undefined) return;
  const item = statement.place?.item;
  for (const line of own) {
    const candidate = source.lines[line];
    if (candidate?.place?.field !== field || candidate.state !== "modelled") continue;
    const same =
      item === undefined ? candidate.place.item === undefined : candidate.canonical?.trim() === statement.text.trim();
    if (same && field !== "lines") edits.deleted.add(line);
  }
}

/** Inserts lines behind the one that they follow in canonical order, indented as their neighbours are. */
function insertNew(
  patch: Patch,
  own: readonly number[],
  now: readonly PrintedLine[],
  standing: readonly number[],
): void {
  const { edits, source } = patch;
  const lines = source.lines;
  const sibling = own.find((at) => lines[at]?.place?.field !== undefined);
  const last = own[own.length - 1] ?? lines.length - 1;
  let anchor = -1;
  now.forEach((line, index) => {
    const place = standing[index] ?? -1;
    if (place >= 0) {
      anchor = place;
      return;
    }
    if (place === UNSAID) return;
    const indented = line.text.startsWith(" ");
    const model = indented ? sibling : undefined;
    const prefix = model === undefined ? (/^ */.exec(line.text)?.[0] ?? "") : prefixOf(lines[model]?.text ?? "");
    insertAfter(edits, anchor >= 0 ? anchor : (own[0] ?? last), [prefix + line.text.trim()]);
  });
}

/** Blanks and a prompt before a command. */
const beforeCommand = /^\s*(?:[\w.-]+\([\w-]+\)#\s*)?/;

function prefixOf(line: string): string {
  return beforeCommand.exec(line)?.[0] ?? "";
}

function commandOf(line: string): string {
  return line.slice(prefixOf(line).length).trim();
}

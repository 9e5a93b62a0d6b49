import type { ElementKind } from "../model/router.ts";
import { print } from "../print/print.ts";
import type { PrintedLine } from "../print/printedConfiguration.ts";
import { insertAfter } from "./lineEdits.ts";
import type { Patch } from "./patchElement.ts";
import { linesOfElement } from "./sourceIndex.ts";

/** Elements that came, by kind and name. */
export type NewElements = ReadonlySet<string>;

export function elementKeyText(kind: ElementKind, name: string): string {
  return `${kind} ${name}`;
}

/**
 * Puts elements that came where IOS would print them: behind the element before them that the text has, else before the one
 * behind them, else at the end.
 */
export function insertElements(patch: Patch, added: NewElements): void {
  const { lines } = print(patch.router);
  let anchor: number | undefined;
  let at = 0;
  while (at < lines.length) {
    const run = runFrom(lines, at);
    const { place } = run[0] ?? {};
    if (place !== undefined) {
      if (added.has(elementKeyText(place.kind, place.name))) insertRun(patch, lines, at, run, anchor);
      else anchor = linesOfElement(patch.source, place.kind, place.name).at(-1) ?? anchor;
    }
    at += run.length;
  }
}

/** Neighbouring lines of one element. */
function runFrom(lines: readonly PrintedLine[], start: number): readonly PrintedLine[] {
  const first = lines[start]?.place;
  let end = start + 1;
  while (end < lines.length && first !== undefined) {
    const next = lines[end]?.place;
    if (next?.kind !== first.kind || next.name !== first.name) break;
    end += 1;
  }
  return lines.slice(start, end);
}

function insertRun(
  patch: Patch,
  lines: readonly PrintedLine[],
  start: number,
  run: readonly PrintedLine[],
  anchor: number | undefined,
): void {
  const { edits, source } = patch;
  const texts = run.map((line) => line.text);
  const block = run.length > 1;
  const apart = block && lines[start - 1]?.text === "!";
  if (anchor !== undefined) {
    const behind = source.lines[anchor + 1]?.text.trim() ?? "!";
    insertAfter(edits, anchor, [
      ...(apart ? ["!"] : []),
      ...texts,
      ...(block && behind !== "!" && behind !== "" ? ["!"] : []),
    ]);
    return;
  }
  insertAfter(edits, beforeFollower(patch, lines, start + run.length) - 1, block ? [...texts, "!"] : texts);
}

/** The first line of what follows in canonical order, else the trailing `end`, else the end of the text. */
function beforeFollower({ source }: Patch, lines: readonly PrintedLine[], from: number): number {
  for (let at = from; at < lines.length; at += 1) {
    const place = lines[at]?.place;
    const first = place === undefined ? undefined : linesOfElement(source, place.kind, place.name)[0];
    if (first !== undefined) return first;
  }
  let end = source.lines.length - 1;
  while (end >= 0 && source.lines[end]?.text.trim() !== "end") end -= 1;
  return end < 0 ? source.lines.length : end;
}

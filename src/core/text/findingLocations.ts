import { diagnosticAt, diagnosticLineIndex } from "../derive/diagnosticPlace.ts";
import type { Place, Router } from "../model/router.ts";
import type { TextRange } from "../print/printedConfiguration.ts";
import { lineRange, placeRange as rangeAmong, type PlacedLine } from "./placeRange.ts";
import { routerText } from "./routerText.ts";

/** Where a place of a finding stands in its router's text as it now is. */
export function placeRange(router: Router, place: Place): TextRange {
  const { lines } = routerText(router);
  const diagnostic = diagnosticAt(router, place);
  if (!diagnostic || !router.source) return rangeAmong(lines, place);
  const index = diagnosticLineIndex(router.source, diagnostic);
  const now = nearestSameLine(lines, router.source.lines[index]?.text ?? "", index);
  if (now < 0) return lineRange(lines, Math.max(index, 0));
  return { line: now + 1, column: diagnostic.column, endLine: now + 1, endColumn: diagnostic.endColumn };
}

/** The text of the line that a place stands on, without the blanks around it: how a design's list of accepted findings names it. */
export function placeText(router: Router, place: Place): string {
  const { line } = placeRange(router, place);
  return (routerText(router).lines[line - 1]?.text ?? "").trim();
}

/** Edits elsewhere move a line up or down; the nearest one with the same words is the one that was meant. */
function nearestSameLine(lines: readonly PlacedLine[], text: string, index: number): number {
  for (let distance = 0; distance < lines.length; distance += 1) {
    if (lines[index - distance]?.text === text) return index - distance;
    if (lines[index + distance]?.text === text) return index + distance;
  }
  return -1;
}

import { applyEdits, type Edit } from "../edit/edit.ts";
import type { Design } from "../model/design.ts";
import type { Router, RouterId } from "../model/router.ts";
import { routerText } from "./routerText.ts";
import { secretSpans } from "./secrets.ts";

/** The lines of one router's text that some edits take away and put in; keys and passwords in them are hidden. */
export interface ChangedLines {
  readonly router: RouterId;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** What some edits would change in the routers' texts, router by router, before anybody lets them. */
export function changedLines(design: Design, edits: readonly Edit[]): readonly ChangedLines[] {
  const after = applyEdits(design, edits);
  return [...after.routers.values()].flatMap((router) => {
    const before = design.routers.get(router.id);
    if (before === router) return [];
    const [old, fresh] = [before ? textsOf(before) : [], textsOf(router)];
    const [removed, added] = [without(old, fresh), without(fresh, old)];
    return removed.length + added.length === 0 ? [] : [{ router: router.id, removed, added }];
  });
}

function textsOf(router: Router): readonly string[] {
  return routerText(router).lines.map(({ text }) => text);
}

/** The lines of one text that the other has less often. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines
    .filter((line) => {
      const count = left.get(line) ?? 0;
      left.set(line, count - 1);
      return count <= 0;
    })
    .map((line) => hidden(line.trim()));
}

function hidden(line: string): string {
  return secretSpans(line).reduceRight((text, { start, end }) => `${text.slice(0, start)}•••${text.slice(end)}`, line);
}

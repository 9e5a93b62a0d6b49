import { renumbered } from "../edit/accessListLines.ts";
import type { AccessList, AccessListLine } from "../model/accessList.ts";
import { elementName, type Element, type Elements, type ElementKind } from "../model/router.ts";

/**
 * A link looks at all entries of a hub, and copies its lists. So that the thousandth costs no more than the first, the links of a large hub are
 * added to it in chapters: each begins where the first one ended, sees only its own links, and what it has added is then put
 * behind what the others have. That comes to the same where no two links have anything to do with each other.
 */
export const LINKS_IN_A_CHAPTER = 64;

/** Crypto map sequences are 1 to 65535. */
const highestSequence = 65535;

/** The whole with what a chapter has added from its start to its end; undefined where that is more than can be put behind the others. */
export function withChapter(whole: Elements, start: Elements, end: Elements): Elements | undefined {
  let merged = whole;
  for (const kind of Object.keys(end) as ElementKind[]) {
    const collection = withAdded(kind, whole, start, end);
    if (!collection) return undefined;
    merged = { ...merged, [kind]: collection };
  }
  return merged;
}

function withAdded(
  kind: ElementKind,
  whole: Elements,
  start: Elements,
  end: Elements,
): ReadonlyMap<string, Element> | undefined {
  const [all, first, last]: readonly ReadonlyMap<string, Element>[] = [whole[kind], start[kind], end[kind]];
  if (!all || !first || !last || first === last) return all;
  if ([...first.keys()].some((name) => !last.has(name))) return undefined;
  const [lastOfAll, lastOfFirst] = [lastSequences(whole), lastSequences(start)];
  const merged = new Map(all);
  for (const [name, element] of last) {
    const before = first.get(name);
    if (before === element) continue;
    if (before !== undefined) {
      const list = kind === "accessList" ? withInserted(all.get(name), before, element) : undefined;
      if (!list) return undefined;
      merged.set(name, list);
      continue;
    }
    let added = element;
    if (kind === "cryptoMapEntry" && "sequence" in element && "map" in element) {
      const shift = (lastOfAll.get(element.map) ?? 0) - (lastOfFirst.get(element.map) ?? 0);
      added = { ...element, sequence: element.sequence + shift };
      if (element.sequence + shift > highestSequence) return undefined;
    }
    const addedName = elementName(kind, added as never);
    if (merged.has(addedName)) return undefined;
    merged.set(addedName, added);
  }
  return merged;
}

/** The last sequence number of each crypto map. */
function lastSequences({ cryptoMapEntry }: Elements): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const { map, sequence } of cryptoMapEntry.values()) last.set(map, Math.max(last.get(map) ?? 0, sequence));
  return last;
}

/** The list with the lines that came into another one in one place, as far from the end. */
function withInserted(all: Element | undefined, before: Element, after: Element): AccessList | undefined {
  if (!all || !isList(all) || !isList(before) || !isList(after)) return undefined;
  const [old, now] = [before.lines.map(wordsOf), after.lines.map(wordsOf)];
  let head = 0;
  while (head < old.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  if (head + tail < old.length) return undefined;
  const at = all.lines.length - tail;
  const inserted = after.lines.slice(head, after.lines.length - tail);
  return renumbered({ ...all, lines: [...all.lines.slice(0, at), ...inserted, ...all.lines.slice(at)] });
}

function isList(element: Element): element is AccessList {
  return "lines" in element && "type" in element;
}

/** What a line says, wherever it stands. */
function wordsOf({ sequence: _sequence, ...line }: AccessListLine): string {
  return JSON.stringify(line);
}

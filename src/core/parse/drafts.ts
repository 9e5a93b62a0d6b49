import { sortLines } from "../ios/accessList/lines.ts";
import type { Draft } from "../ios/command.ts";
import type { AccessList } from "../model/accessList.ts";
import { ELEMENT_KINDS, EMPTY_ELEMENTS, type Element, type ElementKind, type Elements } from "../model/router.ts";
import { sameValue } from "./sameValue.ts";

/** Elements while their text is being read: per kind, by name. */
export type Drafts = { readonly [K in ElementKind]: Map<string, object> };

export function newDrafts(): Drafts {
  return Object.fromEntries(ELEMENT_KINDS.map((kind) => [kind, new Map<string, object>()])) as unknown as Drafts;
}

/**
 * The finished elements. One that equals what a previous reading made is that very object, so that whatever was derived from
 * it stays valid; so is a whole collection, and the whole of the elements.
 */
export function finishDrafts(drafts: Drafts, previous: Elements = EMPTY_ELEMENTS): Elements {
  for (const list of drafts.accessList.values()) sortLines(list as Draft<AccessList>);
  const collections = ELEMENT_KINDS.map(
    (kind) => [kind, finishCollection(drafts[kind] as Map<string, Element>, previous[kind])] as const,
  );
  const same = collections.every(([kind, collection]) => collection === previous[kind]);
  return same ? previous : (Object.fromEntries(collections) as unknown as Elements);
}

/** A collection whose elements, and itself, are the previous objects where they say the same. */
export function finishCollection(
  drafts: Map<string, Element>,
  previous: ReadonlyMap<string, Element>,
): ReadonlyMap<string, Element> {
  if (previous.size === 0) return drafts.size === 0 ? previous : drafts;
  let same = drafts.size === previous.size;
  const names = previous.keys();
  for (const [name, draft] of drafts) {
    // The order of elements is part of a collection.
    if (same && names.next().value !== name) same = false;
    const before = previous.get(name);
    if (before !== undefined && sameValue(before, draft)) drafts.set(name, before);
    else same = false;
  }
  return same ? previous : drafts;
}

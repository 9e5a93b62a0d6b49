import { ELEMENT_KINDS, type Element, type ElementKind, type Elements, type Router } from "../model/router.ts";

/**
 * The router as newly read, with every element that says what it said before kept at its identity: whatever was derived from those
 * stays valid, so that work after a keystroke is as large as the keystroke.
 */
export function withSharedElements(before: Router, after: Router): Router {
  const elements = sharedElements(before.elements, after.elements);
  if (elements === after.elements) return after;
  const { source } = after;
  return {
    ...after,
    elements,
    // The source remembers the elements that it was read into; they are these.
    ...(source?.elements === after.elements ? { source: { ...source, elements } } : {}),
  };
}

function sharedElements(before: Elements, after: Elements): Elements {
  if (before === after) return after;
  const collections = Object.fromEntries(
    ELEMENT_KINDS.map((kind) => [kind, sharedCollection(before[kind], after[kind])]),
  ) as unknown as Elements;
  return ELEMENT_KINDS.every((kind) => collections[kind] === before[kind]) ? before : collections;
}

function sharedCollection<K extends ElementKind>(
  before: Elements[K],
  after: Elements[K],
): ReadonlyMap<string, Element<K>> {
  const old = before as ReadonlyMap<string, Element<K>>;
  const shared = new Map<string, Element<K>>();
  for (const [name, element] of after as ReadonlyMap<string, Element<K>>) {
    const known = old.get(name);
    shared.set(name, known !== undefined && sameValue(known, element) ? known : element);
  }
  const names = [...shared.keys()];
  const unchanged =
    shared.size === old.size &&
    [...old].every(([name, element], index) => names[index] === name && shared.get(name) === element);
  return unchanged ? old : shared;
}

/** Whether two plain values are alike all the way down. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      (key) =>
        Object.hasOwn(other, key) &&
        sameValue((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
    )
  );
}

import { ELEMENT_KINDS, type Place, type Router } from "../model/router.ts";

/** Orders places of one router as its configuration has them: kinds in the order of a running-config, elements as they came. */
export function comparePlaces(router: Router | undefined, one: Place, other: Place): number {
  return (
    ordinal(router, one) - ordinal(router, other) ||
    numberOf(one.item) - numberOf(other.item) ||
    compareTexts(one.field ?? "", other.field ?? "") ||
    compareTexts(String(one.item ?? ""), String(other.item ?? ""))
  );
}

export function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

const kindOrder: ReadonlyMap<string, number> = new Map(ELEMENT_KINDS.map((kind, index) => [kind, index]));

/** Kinds lie so far apart that no router has as many elements of one kind. */
const kindWidth = 1e7;

const remembered = new WeakMap<ReadonlyMap<string, unknown>, ReadonlyMap<string, number>>();

function ordinal(router: Router | undefined, place: Place): number {
  const kind = (kindOrder.get(place.kind) ?? 0) * kindWidth;
  const collection = router?.elements[place.kind];
  if (!collection) return kind;
  let positions = remembered.get(collection);
  if (!positions)
    remembered.set(collection, (positions = new Map([...collection.keys()].map((name, at) => [name, at]))));
  // What a place names may be missing, such as an element that nothing defines; it stands behind those that exist.
  return kind + (positions.get(place.name) ?? kindWidth - 1);
}

function numberOf(item: string | number | undefined): number {
  return typeof item === "number" ? item : -1;
}

import { ELEMENT_KINDS, type Element, type ElementKind, type Elements } from "../model/router.ts";
import { memoOf } from "./identityMemo.ts";
import { BUILT_IN_NAMES, DEFINITIONS, REFERENCES, type NameField, type NameKind } from "./referenceTable.ts";

/** A place in a router's configuration where a name stands: a definition of it, or a use. */
export interface NamePlace {
  readonly kind: ElementKind;
  /** The element's own name, as in its key. */
  readonly element: string;
  readonly field: string;
  /** Tells members of a list apart: a line's sequence number, a transform set's name. */
  readonly item?: string | number;
}

/** One name of a configuration, with where it is defined and where it is used. */
export interface NameUse {
  readonly to: NameKind;
  readonly name: string;
  /** Empty where the name dangles. A crypto map has one per entry. */
  readonly definitions: readonly NamePlace[];
  readonly uses: readonly NamePlace[];
}

/** All names of a configuration that are defined or used. Names are case sensitive, as in IOS. */
export function namesIn(elements: Elements): readonly NameUse[] {
  return nameKinds.flatMap((to) => namesOf(elements, to));
}

/** The names of one kind. */
export function namesOf(elements: Elements, to: NameKind): readonly NameUse[] {
  return [...namesUnder(elements, to).values()];
}

/** One name; without definitions and uses where nothing speaks of it. */
export function nameUse(elements: Elements, to: NameKind, name: string): NameUse {
  return namesUnder(elements, to).get(name) ?? { to, name, definitions: [], uses: [] };
}

/** An element that speaks of a name, and the field that it does so in. */
export interface NameUser {
  readonly kind: ElementKind;
  readonly name: string;
  readonly field: string;
}

/** The elements that use a name, without an index of all names: for configurations that change with every line. */
export function usersOf(elements: Elements, to: NameKind, name: string): readonly NameUser[] {
  return ELEMENT_KINDS.flatMap((kind) => {
    const fields = fieldsOf(REFERENCES, kind).filter((field) => field.to === to);
    if (fields.length === 0) return [];
    return [...(elements[kind] as ReadonlyMap<string, Element>)].flatMap(([user, element]) =>
      fields
        .filter((field) => field.names(element).some((one) => one.name === name))
        .map(({ field }) => ({ kind, name: user, field })),
    );
  });
}

/** Whether a name is defined in the configuration, or one that IOS brings along. */
export function isDefined(elements: Elements, to: NameKind, name: string): boolean {
  return nameUse(elements, to, name).definitions.length > 0 || isBuiltIn(to, name);
}

function isBuiltIn(to: NameKind, name: string): boolean {
  return BUILT_IN_NAMES[to]?.includes(name) ?? false;
}

/** The names that stand in an element, other than its own. */
export function referencesOf<K extends ElementKind>(
  kind: K,
  element: Element<K>,
): readonly {
  readonly to: NameKind;
  readonly name: string;
  readonly field: string;
  readonly item?: string | number;
}[] {
  return fieldsOf(REFERENCES, kind).flatMap((field) =>
    field.names(element).map((found) => ({ to: field.to, field: field.field, ...found })),
  );
}

/** The element with every occurrence of a name put in another one's place, its own name included. */
export function withNameReplaced<K extends ElementKind>(
  kind: K,
  element: Element<K>,
  to: NameKind,
  from: string,
  into: string,
): Element<K> {
  const fields = [...fieldsOf(DEFINITIONS, kind), ...fieldsOf(REFERENCES, kind)];
  return fields.reduce(
    (now, field) =>
      field.to === to && field.names(now).some(({ name }) => name === from)
        ? (field.renamed(now, from, into) as Element<K>)
        : now,
    element,
  );
}

/** By kind of name, each looked through when it is first asked for. */
type NameIndex = Map<NameKind, ReadonlyMap<string, NameUse>>;

const index = memoOf((_elements: Elements): NameIndex => new Map());

function namesUnder(elements: Elements, to: NameKind): ReadonlyMap<string, NameUse> {
  const known = index(elements);
  let names = known.get(to);
  if (!names) known.set(to, (names = lookFor(elements, to)));
  return names;
}

function lookFor(elements: Elements, to: NameKind): ReadonlyMap<string, NameUse> {
  let names: Map<string, NoticedName> | undefined;
  for (const { kind, definitions, references } of namingKindsOf(to)) {
    for (const [own, element] of elements[kind]) {
      for (const field of definitions) names = note(names, "definitions", field, kind, own, element);
      for (const field of references) names = note(names, "uses", field, kind, own, element);
    }
  }
  return names ?? noNames;
}

const noNames: ReadonlyMap<string, NameUse> = new Map();

interface NoticedName {
  readonly to: NameKind;
  readonly name: string;
  readonly definitions: NamePlace[];
  readonly uses: NamePlace[];
}

/** Enters the names in a field of an element; the map is made for the first one. */
function note(
  names: Map<string, NoticedName> | undefined,
  as: "definitions" | "uses",
  field: NameField<Element>,
  kind: ElementKind,
  own: string,
  element: Element,
): Map<string, NoticedName> | undefined {
  const found = field.names(element);
  if (found.length === 0) return names;
  const noticed = names ?? new Map<string, NoticedName>();
  for (const { name, item } of found) {
    let one = noticed.get(name);
    if (!one) noticed.set(name, (one = { to: field.to, name, definitions: [], uses: [] }));
    one[as].push({ kind, element: own, field: field.field, ...(item !== undefined && { item }) });
  }
  return noticed;
}

/** The table is written kind by kind; whoever walks over all kinds sees its fields as fields of any element. */
function fieldsOf(table: typeof REFERENCES, kind: ElementKind): readonly NameField<Element>[] {
  return table[kind] ?? [];
}

/** The kinds of element in which names stand. */
const namingKinds = ELEMENT_KINDS.map((kind) => ({
  kind,
  definitions: fieldsOf(DEFINITIONS, kind),
  references: fieldsOf(REFERENCES, kind),
}));

const nameKinds: readonly NameKind[] = [
  ...new Set(namingKinds.flatMap(({ definitions, references }) => [...definitions, ...references].map(({ to }) => to))),
];

const byNameKind = new Map(
  nameKinds.map((to) => [
    to,
    namingKinds
      .map(({ kind, definitions, references }) => ({
        kind,
        definitions: definitions.filter((field) => field.to === to),
        references: references.filter((field) => field.to === to),
      }))
      .filter(({ definitions, references }) => definitions.length + references.length > 0),
  ]),
);

function namingKindsOf(to: NameKind): typeof namingKinds {
  return byNameKind.get(to) ?? [];
}

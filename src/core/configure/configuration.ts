import { dialectOf } from "../derive/dialect.ts";
import type { CompiledCommand } from "../ios/compiledCommand.ts";
import type { ModeId } from "../ios/command.ts";
import type { Arguments } from "../ios/matching.ts";
import { modeOf } from "../ios/modes.ts";
import { type Dialect, type Element, type ElementKind, type Elements, type Router } from "../model/router.ts";
import type { OpenText } from "../parse/delimitedText.ts";

/** A router in configuration mode: what it holds by now, and in which mode the next line is read. */
export interface Configuration {
  readonly elements: Elements;
  readonly dialect: Dialect;
  /** The modes that are open below global configuration, the innermost last. */
  readonly modes: readonly OpenMode[];
  /** A banner or another text that is being typed, so that the next line belongs to it whatever it says. */
  readonly text?: OpenText;
}

/** A mode that a line has opened, and the element that its lines change. */
export interface OpenMode {
  /** Absent in a section of a command outside the model. */
  readonly id?: ModeId;
  readonly kind: ElementKind;
  readonly name: string;
  /** The line that opened a member of the element which has a mode of its own, such as a peer of a keyring. */
  readonly member?: { readonly command: CompiledCommand; readonly args: Arguments };
  /** A section outside the model that was there before, so that lines which it has already say nothing new. */
  readonly again?: true;
}

/** A router whose prompt says `(config)#`. */
export function inConfigurationMode(router: Router): Configuration {
  return { elements: router.elements, dialect: dialectOf(router), modes: [] };
}

/** What the prompt says between the router's name and the hash sign: `(config-crypto-map)`. */
export function configurationPrompt({ modes }: Configuration): string {
  const id = modes.at(-1)?.id;
  return `(${id === undefined ? "config" : modeOf(id).mode.prompt})`;
}

/** A configuration while lines change it. An element is copied when the first line changes it, so that all others stay the same objects. */
export interface Draft {
  elements: Record<ElementKind, ReadonlyMap<string, Element>>;
  readonly dialect: Dialect;
  modes: readonly OpenMode[];
  text: OpenText | undefined;
  readonly ownCollections: Set<ElementKind>;
  readonly ownElements: Set<object>;
}

export function draftOf({ dialect, elements, modes, text }: Configuration): Draft {
  return {
    elements: { ...elements },
    dialect,
    modes,
    text,
    ownCollections: new Set(),
    ownElements: new Set(),
  };
}

export function finished({ dialect, elements, modes, ownCollections, text }: Draft, before: Elements): Configuration {
  return {
    elements: ownCollections.size === 0 ? before : (elements as unknown as Elements),
    dialect,
    modes,
    ...(text !== undefined && { text }),
  };
}

/** The element of a name as one that may be changed; undefined where there is none. */
export function ownElement(draft: Draft, kind: ElementKind, name: string): object | undefined {
  const element = draft.elements[kind].get(name);
  if (element === undefined || draft.ownElements.has(element)) return element;
  return putElement(draft, kind, name, copyOf<object>(element));
}

/** Puts an element that nothing else holds. */
export function putElement(draft: Draft, kind: ElementKind, name: string, element: object): object {
  draft.ownElements.add(element);
  ownCollection(draft, kind).set(name, element);
  return element;
}

export function takeElementAway(draft: Draft, kind: ElementKind, name: string): void {
  if (draft.elements[kind].has(name)) ownCollection(draft, kind).delete(name);
  // A mode of an element that is gone is no place for further lines.
  draft.modes = draft.modes.filter((mode) => mode.kind !== kind || mode.name !== name);
}

function ownCollection(draft: Draft, kind: ElementKind): Map<string, Element> {
  if (!draft.ownCollections.has(kind)) {
    draft.elements[kind] = new Map<string, Element>(draft.elements[kind]);
    draft.ownCollections.add(kind);
  }
  return draft.elements[kind] as Map<string, Element>;
}

/** The elements that a draft holds, for whoever reads them. */
export function elementsOf(draft: Draft): Elements {
  return draft.elements as unknown as Elements;
}

/** A copy of a value of the model, which holds plain objects, lists, texts and numbers only. */
export function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map((one: unknown) => copyOf(one)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([field, one]: [string, unknown]) => [field, copyOf(one)])) as T;
}

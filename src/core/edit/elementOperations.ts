import { elementName, type Element, type ElementKey, type ElementKind, type ElementTypes } from "../model/router.ts";
import type { RouterId } from "../model/router.ts";
import type { Operation } from "./edit.ts";

/**
 * The first string of an element that would break a configuration's line, which could smuggle in a command; undefined when there is
 * none. Kept lines came from a text line by line, so they are held to it as well.
 */
export function lineBreakIn(element: unknown): string | undefined {
  if (typeof element === "string")
    return /[\p{Cc}\u2028\u2029]/u.test(element.replaceAll("\t", " ")) ? element : undefined;
  if (element === null || typeof element !== "object") return undefined;
  for (const value of Object.values(element)) {
    const found = lineBreakIn(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Puts an element in the place that the key names; under another name it is renamed there. A name that is taken, and a value with a line break in it, is refused. */
export function putElementOperation<K extends ElementKind>(
  key: ElementKey<K>,
  element: ElementTypes[K],
  label: string,
): Operation {
  return {
    label,
    plan(design) {
      const collection = design.routers.get(key.router)?.elements[key.kind] as ReadonlyMap<string, Element> | undefined;
      if (!collection || lineBreakIn(element) !== undefined) return [];
      const name = elementName(key.kind, element);
      if (name !== key.name && collection.has(key.name) && collection.has(name)) return [];
      if (collection.get(name) === element && name === key.name) return [];
      return [{ op: "put", key, element }];
    },
  };
}

/** Puts an element under its own name, in place of one of that name or as the last of its kind. */
export function addElementOperation<K extends ElementKind>(
  router: RouterId,
  kind: K,
  element: ElementTypes[K],
  label: string,
): Operation {
  return putElementOperation({ router, kind, name: elementName(kind, element) }, element, label);
}

export function removeElementOperation(key: ElementKey, label: string): Operation {
  return {
    label,
    plan: (design) => (design.routers.get(key.router)?.elements[key.kind].has(key.name) ? [{ op: "remove", key }] : []),
  };
}

/** Removes several elements as one undo. */
export function removeElementsOperation(keys: readonly ElementKey[], label: string): Operation {
  return {
    label,
    plan: (design) => keys.flatMap((key) => removeElementOperation(key, label).plan(design)),
  };
}

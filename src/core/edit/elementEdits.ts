import { elementName, type ElementKind, type ElementTypes, type RouterId } from "../model/router.ts";
import type { Edit } from "./edit.ts";

/** The edit that puts an element under its own name, in place of the one called `oldName` where it is renamed. */
export function putEdit<K extends ElementKind>(
  router: RouterId,
  kind: K,
  element: ElementTypes[K],
  oldName: string = elementName(kind, element),
): Edit {
  return { op: "put", key: { router, kind, name: oldName }, element };
}

export function removeEdit(router: RouterId, kind: ElementKind, name: string): Edit {
  return { op: "remove", key: { router, kind, name } };
}

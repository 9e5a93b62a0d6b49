import { dialectOf } from "../derive/dialect.ts";
import type { AccessList } from "../model/accessList.ts";
import type { Design } from "../model/design.ts";
import {
  elementName,
  EMPTY_ELEMENTS,
  type Elements,
  type ElementKind,
  type ElementTypes,
  type RouterId,
} from "../model/router.ts";
import { renumbered } from "./accessListLines.ts";
import { applyEdits, type Edit, type Operation } from "./edit.ts";

/**
 * A design while an operation works on it: every edit is applied as it is made, so that a later step sees what an earlier one
 * wrote, and all of them together are the operation's plan.
 */
export interface DesignDraft {
  readonly design: () => Design;
  readonly edits: () => readonly Edit[];
  readonly apply: (...edits: readonly Edit[]) => void;
  /** The same for any number of edits, which then copy what they change once. */
  readonly applyAll: (edits: readonly Edit[]) => void;
  /** Puts an element under its own name, or renames the one called `oldName`. */
  readonly put: <K extends ElementKind>(router: RouterId, kind: K, element: ElementTypes[K], oldName?: string) => void;
  /**
   * Puts an access list. Classic IOS neither shows nor saves the numbers of its lines, so there they are always in tens, as they
   * are once the text is read again.
   */
  readonly putList: (router: RouterId, list: AccessList) => void;
  readonly remove: (router: RouterId, kind: ElementKind, name: string) => void;
  /** The router's elements as they now are; empty where the router is gone. */
  readonly elements: (router: RouterId) => Elements;
}

export function draftOf(start: Design): DesignDraft {
  let design = start;
  const edits: Edit[] = [];
  const applyAll = (more: readonly Edit[]) => {
    design = applyEdits(design, more);
    // There may be too many to be spread into arguments.
    for (const edit of more) edits.push(edit);
  };
  const apply = (...more: readonly Edit[]) => applyAll(more);
  const put: DesignDraft["put"] = (router, kind, element, oldName) =>
    apply({ op: "put", key: { router, kind, name: oldName ?? elementName(kind, element) }, element });
  return {
    design: () => design,
    edits: () => edits,
    apply,
    applyAll,
    put,
    putList: (id, list) => {
      const router = design.routers.get(id);
      put(id, "accessList", router && dialectOf(router) === "classic" ? renumbered(list) : list);
    },
    remove: (router, kind, name) => apply({ op: "remove", key: { router, kind, name } }),
    elements: (router) => design.routers.get(router)?.elements ?? EMPTY_ELEMENTS,
  };
}

/** Several operations as one, and so as one undo. Each is planned against what the ones before it made. */
export function inOrder(label: string, operations: readonly Operation[]): Operation {
  return {
    label,
    plan(start) {
      const draft = draftOf(start);
      for (const operation of operations) draft.applyAll(operation.plan(draft.design()));
      return draft.edits();
    },
  };
}

/** The design after an operation. */
export function perform(design: Design, operation: Operation): Design {
  return applyEdits(design, operation.plan(design));
}

import { useCallback } from "react";
import {
  elementName,
  elementRefusal,
  putElementOperation,
  renameEverywhere,
  renameObstacle,
  type ElementKey,
  type ElementKind,
  type ElementTypes,
  type NameKind,
  type Router,
} from "../../../core/index.ts";
import { useWorkbench } from "../../workbench.ts";

export interface ElementEdits<K extends ElementKind> {
  /** Puts the changed element; answers null, or why it can't be. `merge` joins a burst of keys to one step. */
  put(key: ElementKey<K>, element: ElementTypes[K], label: string, merge?: string): string | null;
  /** Renames an element and every reference to it. */
  rename(kind: NameKind, from: string, into: string): string | null;
}

/** Edits of one router's elements from a form, checked against IOS's own grammar before they reach the design. */
export function useElementEdits<K extends ElementKind>(router: Router): ElementEdits<K> {
  const workbench = useWorkbench();
  const put = useCallback(
    (key: ElementKey<K>, element: ElementTypes[K], label: string, merge?: string): string | null => {
      const refusal = elementRefusal(router, key.kind, element);
      if (refusal !== null) return refusal;
      const name = elementName(key.kind, element);
      if (name !== key.name && router.elements[key.kind].has(name)) return "Another one has this name already.";
      workbench.design
        .getState()
        .run(putElementOperation(key, element, label), merge === undefined ? undefined : { merge });
      return null;
    },
    [router, workbench],
  );
  const rename = useCallback(
    (kind: NameKind, from: string, into: string): string | null => {
      const { design } = workbench.design.getState();
      const obstacle = renameObstacle(design, router.id, kind, from, into);
      if (obstacle !== null) return obstacle;
      workbench.design.getState().run(renameEverywhere(router.id, kind, from, into));
      return null;
    },
    [router, workbench],
  );
  return { put, rename };
}

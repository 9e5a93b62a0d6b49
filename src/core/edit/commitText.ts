import type { Design } from "../model/design.ts";
import type { Router } from "../model/router.ts";
import { applyEdits, type Edit, type Operation } from "./edit.ts";
import { describeChange } from "./describeChange.ts";
import type { IdSource } from "./ids.ts";
import { withIdentityOf } from "./importRouters.ts";
import { reconcileCanvas } from "./reconcileCanvas.ts";
import { withSharedElements } from "./sharedElements.ts";

/**
 * Takes what a person typed, read into a router, in place of the router that it stands for: id, place and what text can't say stay,
 * elements that say the same keep their identity, and the canvas follows. The label says what changed, against `design`.
 */
export function commitText(design: Design, read: Router, ids: Pick<IdSource, "canvas">): Operation {
  const known = design.routers.get(read.id);
  return {
    label: known ? describeChange(known, read) : "Edit text",
    plan(current) {
      const before = current.routers.get(read.id);
      if (!before) return [];
      const router = withSharedElements(before, withIdentityOf(before, read));
      const put: Edit = { op: "putRouter", router };
      return [put, ...reconcileCanvas(applyEdits(current, [put]), ids, [read.id])];
    },
  };
}

import type { Design } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";

/** The routers that are others than in an earlier state of a design; undefined where some came, went or changed places. */
export function changedRouters(before: Design["routers"], now: Design["routers"]): ReadonlySet<RouterId> | undefined {
  if (before.size !== now.size) return undefined;
  const changed = new Set<RouterId>();
  const earlier = before.values();
  for (const router of now.values()) {
    const was = earlier.next().value;
    if (was === router) continue;
    if (was?.id !== router.id) return undefined;
    changed.add(router.id);
  }
  return changed;
}

import type { CanvasId } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";

/** Where new identities come from. The core has no randomness of its own, so its callers hand one in. */
export interface IdSource {
  router(): RouterId;
  canvas(): CanvasId;
}

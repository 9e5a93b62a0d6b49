import type { Highlights } from "./highlights.ts";
import type { Jumps } from "./jumps.ts";
import type { RuntimeParts } from "./parts.ts";

/** What an editor on the page works with. */
export interface EditorTools extends RuntimeParts {
  readonly highlights: Highlights;
  readonly jumps: Jumps;
}

import type { Design } from "../core/index.ts";
import text from "virtual:example-design";

/** The design that a first visit opens: `exampleDesign()`, as it was when the site was built. */
export function builtExample(): Design {
  return JSON.parse(text, (_key, value: unknown) => (isMap(value) ? new Map(value.map) : value)) as Design;
}

function isMap(value: unknown): value is { readonly map: readonly (readonly [unknown, unknown])[] } {
  return typeof value === "object" && value !== null && "map" in value && Array.isArray(value.map);
}

import { toJsonSchema } from "@valibot/to-json-schema";
import { savedDesign } from "./format.ts";

/** The JSON Schema of the design file, for editors and other people's programs. */
export function designSchema(): object {
  return { ...toJsonSchema(savedDesign), title: "Tunnelwright design" };
}

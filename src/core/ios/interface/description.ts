import type { Interface } from "../../model/interface.ts";
import { sectionCommand } from "../command.ts";

export const description = sectionCommand<Interface, { description: string }>({
  syntax: "description <description:description>",
  field: "description",
  summary: "A note on the interface, for people.",
  source: "Cisco IOS Interface and Hardware Component Command Reference, description",
  words: { description: "At most 240 characters." },
});

import { sectionCommand } from "../command.ts";
import { WITH_PEER } from "../entryKind.ts";

export const setTransformSet = sectionCommand<{ readonly transformSets: readonly string[] }>({
  syntax: "set transform-set <transformSets:name>...",
  field: "transformSets",
  entries: WITH_PEER,
  summary: "The transform sets that are offered or accepted, at most six; the first is preferred.",
  source: "Cisco IOS Security Command Reference, set transform-set",
  words: { transformSets: "Names of transform sets of this router." },
});

import type { CryptoMapEntryBody } from "../../model/cryptoMap.ts";
import { sectionCommand } from "../command.ts";

export const entryDescription = sectionCommand<CryptoMapEntryBody>({
  syntax: "description <description:description>",
  field: "description",
  summary: "A note on the entry, for people.",
  source: "Cisco IOS-XE native YANG model",
});

import type { CryptoMapEntryBody } from "../../model/cryptoMap.ts";
import { sectionCommand } from "../command.ts";

export const matchAddress = sectionCommand<CryptoMapEntryBody>({
  syntax: "match address <matchAddress:name>",
  field: "matchAddress",
  summary: "The extended access list of what the entry protects. The peer needs its mirror image.",
  source: "Cisco IOS Security Command Reference, match address (IPSec)",
  words: { matchAddress: "A name, or a number from 100 to 199 or 2000 to 2699." },
});

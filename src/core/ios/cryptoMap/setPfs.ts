import type { PerfectForwardSecrecy } from "../../model/ipsec.ts";
import { sectionCommand } from "../command.ts";
import { NEGOTIATED } from "../entryKind.ts";

export const setPfs = sectionCommand<{ readonly pfs?: PerfectForwardSecrecy }, { pfs?: PerfectForwardSecrecy }>({
  syntax: "set pfs [<pfs:pfs-group>]",
  field: "pfs",
  entries: NEGOTIATED,
  withoutIt: "Off: new keys are derived from those of phase 1.",
  read(entry, args) {
    entry.pfs = args.pfs ?? "bare";
    return undefined;
  },
  write: (entry) => (entry.pfs === undefined ? [] : entry.pfs === "bare" ? [{}] : [{ pfs: entry.pfs }]),
  summary: "Perfect forward secrecy: a Diffie-Hellman exchange of its own for each pair of associations.",
  source: "Cisco IOS Security Command Reference, set pfs",
  words: { pfs: "The group; group1 where the line names none." },
});

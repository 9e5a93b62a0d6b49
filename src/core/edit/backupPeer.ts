import type { RouterId } from "../model/router.ts";
import { prefixOfSet } from "../net/wildcard.ts";
import { permitEntries, type NetworkFlow } from "./accessListLines.ts";
import { draftOf } from "./designDraft.ts";
import type { Operation } from "./edit.ts";
import { entriesOfMap, entryToward, hasPeer, linkEnd, mirrored } from "./linkEnd.ts";
import { agreeOnPhase1 } from "./linkPhase1.ts";
import { answerEntry, applyMap } from "./linkPhase2.ts";
import { prepareWay } from "./linkRouters.ts";

export interface BackupPeer {
  /** The router whose entry gets another peer. */
  readonly from: RouterId;
  /** The peer that the entry has. */
  readonly primary: RouterId;
  /** The router that stands in for it, behind the same networks. */
  readonly backup: RouterId;
  readonly key: string;
}

/**
 * Adds a backup to an entry: `from` lists the backup as a further peer of the entry that it has for the primary, and the backup gets
 * an entry that answers it. The list of peers is for failover, so the backup has to be in the primary's site.
 */
export function addBackupPeer({ from, primary, backup, key }: BackupPeer): Operation {
  return {
    label: "Add backup peer",
    plan(design) {
      const mine = linkEnd(design, from, primary);
      const first = linkEnd(design, primary, from);
      const second = linkEnd(design, backup, from);
      const map = mine?.wan.cryptoMap?.name;
      if (!mine || !first || !second || map === undefined) return [];
      const draft = draftOf(design);
      const entry = entryToward(draft.elements(from), map, first);
      if (!entry || hasPeer(entry, second.address)) return [];
      draft.put(from, "cryptoMapEntry", {
        ...entry,
        peers: [...entry.peers, { peer: { kind: "address", address: second.address } }],
      });
      agreeOnPhase1(draft, mine, second, key);
      const theirMap = applyMap(draft, second);
      const anchors = entriesOfMap(draft.elements(backup), theirMap).filter((one) => one.dynamicMap !== undefined);
      const bounds = { after: 0, before: Math.min(65536, ...anchors.map((one) => one.sequence)) };
      answerEntry(draft, { end: second, map: theirMap, peer: mine, bounds, router: from, entry });
      const flows = permitEntries(draft.elements(from).accessList.get(entry.matchAddress ?? "")).flatMap(
        ({ source, destination }): readonly NetworkFlow[] => {
          const [one, other] = [source, destination].map((side) =>
            side.kind === "addresses" ? prefixOfSet(side) : undefined,
          );
          return one && other ? [{ source: one, destination: other }] : [];
        },
      );
      prepareWay(draft, mine, second, flows);
      prepareWay(draft, second, mine, flows.map(mirrored));
      return draft.edits();
    },
  };
}

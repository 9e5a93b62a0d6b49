import { covers } from "../../derive/proxyIdentity.ts";
import { nameUse } from "../../derive/references.ts";
import { withoutLines } from "../../edit/accessListLines.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import { resequenced, sequencesBefore } from "../../edit/entrySequences.ts";
import { cryptoMapSets, type CryptoMapSet } from "../../derive/cryptoMapSet.ts";
import type { Router } from "../../model/router.ts";
import type { Fix } from "../finding.ts";
import { reportOverlaps } from "../overlapReports.ts";
import { routerRule } from "../rule.ts";
import { setEntryName, type SetOverlap } from "../setOverlaps.ts";

/** Traffic that an earlier entry takes never reaches a later one. */
export const aclOverlapShadow = routerRule({
  id: "acl-overlap-shadow",
  severity: "error",
  fix: "auto",
  docs: {
    what: "An entry permits traffic that an entry of a lower sequence takes already.",
    why: "Entries are tried from the lowest sequence up, and the first permit decides: the later entry's peer never gets the traffic.",
    remedy: "Put the entry with the more specific list first, or take the traffic out of one of the two lists.",
    source: "Cisco IOS Security Command Reference, crypto map: the order of entries",
  },
  messages: {
    shadowed: "{router}: crypto map {lower} takes {traffic} already ({taken}), so {higher} never gets it.",
    more: "{router}: {count} more permits of crypto map {map} are taken by entries before them.",
  },
  check(router, report) {
    reportOverlaps(router, { shadowed: { message: "shadowed" } }, report, (overlap) => [
      ...reorderingFixes(router, overlap),
      ...removalFixes(router, overlap),
    ]);
  },
});

/** Moving the entry up helps where its list is the narrower one, and where it would not be in others' way there. */
function reorderingFixes(router: Router, { higher, lower }: SetOverlap): readonly Fix[] {
  const set = cryptoMapSets(router.elements).get(higher.entry.map);
  if (!set || wouldShadow(set, higher.position, lower.position)) return [];
  const entries = set.entries.map(({ entry }) => entry);
  const sequences = sequencesBefore(entries, higher.entry, lower.entry);
  if (!sequences) return [];
  const wanted = [...sequences].map(([entry, sequence]) => ({ kind: "cryptoMapEntry" as const, entry, sequence }));
  return [
    {
      title: `Move crypto map ${setEntryName(higher)} before ${setEntryName(lower)}`,
      safe: false,
      edits: resequenced(router.id, wanted),
    },
  ];
}

/** Whether an entry, moved up to a position, would cover a permit of an entry that it passes. */
function wouldShadow(set: CryptoMapSet, from: number, to: number): boolean {
  const mine = set.entries[from]?.accessList?.permits ?? [];
  return set.entries
    .slice(to, from)
    .some((passed) => passed.accessList?.permits.some((their) => mine.some((permit) => covers(permit, their))));
}

/** A line that is never matched can go, if something is left of its list and nothing else uses it. */
function removalFixes(router: Router, { higher, permit }: SetOverlap): readonly Fix[] {
  const { accessList } = higher;
  const list = accessList && router.elements.accessList.get(accessList.name);
  if (!list || accessList.permits.length < 2) return [];
  if (nameUse(router.elements, "accessList", list.name).uses.length > 1) return [];
  const shorter = withoutLines(list, (line) => line.sequence === permit.sequence);
  return [
    {
      title: `Take the line out of ACL ${list.name}`,
      safe: false,
      edits: [putEdit(router.id, "accessList", shorter)],
    },
  ];
}

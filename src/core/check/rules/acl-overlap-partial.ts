import { reportOverlaps } from "../overlapReports.ts";
import { routerRule } from "../rule.ts";

/** Entries that select some of the same traffic, neither list lying within the other. */
export const aclOverlapPartial = routerRule({
  id: "acl-overlap-partial",
  severity: "warning",
  fix: "man",
  docs: {
    what: "Two entries of a crypto map permit some of the same traffic.",
    why: "The lower sequence takes what both permit, so part of what the other list says never comes true; lists should not overlap.",
    remedy: "Make the lists disjoint, or put a list that lies wholly within the other one first.",
    source: "Cisco IOS Security Command Reference, crypto map: the order of entries",
  },
  messages: {
    partial: "{router}: crypto map {lower} ({taken}) takes a part of {traffic}, which {higher} permits too.",
    together: "{router}: entries from crypto map {lower} on take {traffic} between them, so {higher} never gets it.",
    more: "{router}: {count} more permits of crypto map {map} overlap with entries before them.",
  },
  check(router, report) {
    const kinds = { partial: { message: "partial" }, together: { message: "together", severity: "error" } } as const;
    reportOverlaps<"partial" | "together">(router, kinds, report);
  },
});

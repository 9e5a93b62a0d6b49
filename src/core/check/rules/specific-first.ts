import { reportOverlaps } from "../overlapReports.ts";
import { routerRule } from "../rule.ts";

/** The one way in which lists of a crypto map may overlap. */
export const specificFirst = routerRule({
  id: "specific-first",
  severity: "info",
  errorWhenFailing: true,
  fix: "none",
  docs: {
    what: "An entry's list lies within that of a later entry.",
    why: "This is the supported pattern: the more specific traffic goes to the lower sequence, the rest to the later entry.",
    remedy: "Nothing is to be done. Keep the order when entries are renumbered.",
    source: "Cisco, Security for VPNs with IPsec, Crypto Access Lists: an example of what is supported",
  },
  messages: {
    specific: "{router}: crypto map {lower} takes {taken} out of {traffic}, which {higher} permits; keep this order.",
    more: "{router}: {count} more permits of crypto map {map} have more specific ones before them.",
  },
  check: (router, report) => reportOverlaps(router, { specific: { message: "specific" } }, report),
});

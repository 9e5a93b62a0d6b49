import { ownName } from "../derive/routerNames.ts";
import { formatSelector } from "../derive/selector.ts";
import type { Router } from "../model/router.ts";
import type { Fix } from "./finding.ts";
import { overlapPlaces, routerOverlaps, setEntryName, type SetOverlap } from "./setOverlaps.ts";
import type { Report } from "./rule.ts";

/** So many overlaps of one crypto map are told one by one; beyond that they are counted. */
export const MOST_OVERLAPS = 50;

/**
 * The overlaps of some kinds as reports, with the values {router}, {higher}, {lower}, {traffic} and {taken}; what goes beyond the
 * cap is one report of a message called `more`, with {map} and {count}.
 */
export function reportOverlaps<M extends string>(
  router: Router,
  kinds: Readonly<Partial<Record<SetOverlap["kind"], Pick<Report<M>, "message" | "severity">>>>,
  report: (report: Report<M | "more">) => void,
  fixesOf: (overlap: SetOverlap) => readonly Fix[] = () => [],
): void {
  for (const [set, all] of routerOverlaps(router)) {
    const wanted = all.filter(({ kind }) => kinds[kind]);
    for (const overlap of wanted.slice(0, MOST_OVERLAPS)) {
      const how = kinds[overlap.kind];
      if (!how) continue;
      report({
        ...how,
        data: {
          router: ownName(router),
          higher: setEntryName(overlap.higher),
          lower: setEntryName(overlap.lower),
          traffic: overlap.permit.selectors.slice(0, 1).map(formatSelector).join(),
          taken: overlap.by.selectors.slice(0, 1).map(formatSelector).join(),
        },
        places: overlapPlaces(router, overlap),
        fixes: fixesOf(overlap),
      });
    }
    const [first] = set.entries;
    if (wanted.length <= MOST_OVERLAPS || !first) continue;
    report({
      message: "more",
      data: { router: ownName(router), map: set.name, count: wanted.length - MOST_OVERLAPS },
      places: [{ router: router.id, kind: "cryptoMapEntry", name: setEntryName(first) }],
    });
  }
}

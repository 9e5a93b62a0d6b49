import type { Finding, Place, RouterId, RuleId, Severity, TextRange } from "../../core/index.ts";

/** A line of another place that a marker speaks of. */
export interface RelatedPlace extends TextRange {
  readonly router: RouterId;
  readonly message: string;
}

/** A squiggle: where it stands in one router's text and what it says. */
export interface FindingMarker extends TextRange {
  readonly severity: Severity;
  readonly rule: RuleId;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  readonly finding: Finding;
}

/** What markers are made with: ranges and names come from the design that was checked. */
export interface MarkerSource {
  readonly findings: readonly Finding[];
  rangeOf(place: Place): TextRange | null;
  nameOf(router: RouterId): string;
}

/**
 * The squiggles of one router's text: one per place of each finding that is in it, whichever router the finding is mainly about,
 * so that both peers show a disagreement. Accepted findings show none.
 */
export function findingMarkers(router: RouterId, source: MarkerSource): readonly FindingMarker[] {
  const markers: FindingMarker[] = [];
  for (const finding of source.findings) {
    if (finding.suppressed !== undefined || !finding.places.some((place) => place.router === router)) continue;
    const located = finding.places.flatMap((place) => {
      const range = source.rangeOf(place);
      return range ? [{ place, range }] : [];
    });
    for (const { place, range } of located) {
      if (place.router !== router) continue;
      const twice = markers.some((marker) => marker.finding === finding && sameRange(marker, range));
      if (twice) continue;
      const related = located
        .filter((other) => other.place.router !== router || !sameRange(other.range, range))
        .map((other) => ({
          ...other.range,
          router: other.place.router,
          message: `${source.nameOf(other.place.router)}, line ${other.range.line}`,
        }));
      const { severity, rule, message } = finding;
      markers.push({ ...range, severity, rule, message, related, finding });
    }
  }
  return markers;
}

function sameRange(one: TextRange, other: TextRange): boolean {
  return (
    one.line === other.line &&
    one.column === other.column &&
    one.endLine === other.endLine &&
    one.endColumn === other.endColumn
  );
}

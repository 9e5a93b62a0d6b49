import { placeRange, type Design, type Finding, type Place, type RouterId } from "../../core/index.ts";

/** The lines that a finding is about, one per router, the one to blame first. */
export function linesOfFinding(
  design: Design,
  finding: Finding,
): readonly { readonly place: Place; readonly line: number }[] {
  const seen = new Set<RouterId>();
  return finding.places.flatMap((place) => {
    const router = design.routers.get(place.router);
    if (!router || seen.has(router.id)) return [];
    seen.add(router.id);
    return [{ place, line: placeRange(router, place).line }];
  });
}

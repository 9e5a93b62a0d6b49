import type { Operation } from "../edit/edit.ts";
import type { Design, Suppression } from "../model/design.ts";
import type { Finding } from "./finding.ts";
import { accepts, type LineText } from "./suppression.ts";

/** How far an acceptance reaches: the line that the finding is about, or everything that its rule says of the design. */
export type AcceptanceScope = "line" | "design";

/** Accepts a finding with a reason. Of a place that stands on no line only the whole design can be spoken of. */
export function acceptFinding(finding: Finding, scope: AcceptanceScope, reason: string, lineText: LineText): Operation {
  return {
    label: `Accept ${finding.rule}${scope === "line" ? "" : " in the whole design"}`,
    plan(design) {
      const suppression = scope === "line" ? ofLine(design, finding, reason, lineText) : { rule: finding.rule, reason };
      if (!suppression) return [];
      return [{ op: "setSuppressions", suppressions: [...design.suppressions, suppression] }];
    },
  };
}

/** Whether the line of a finding can be told, so that it can be accepted there alone. */
export function hasLine(design: Design, finding: Finding, lineText: LineText): boolean {
  return ofLine(design, finding, "", lineText) !== undefined;
}

/** Lets a finding stand again. What a comment in the text accepts is left: taking it back is a change of that text. */
export function withdrawAcceptance(finding: Finding, lineText: LineText): Operation {
  return {
    label: `No longer accept ${finding.rule}`,
    plan(design) {
      const suppressions = design.suppressions.filter((one) => !accepts(design, one, finding, lineText));
      return suppressions.length === design.suppressions.length ? [] : [{ op: "setSuppressions", suppressions }];
    },
  };
}

function ofLine(design: Design, finding: Finding, reason: string, lineText: LineText): Suppression | undefined {
  const [place] = finding.places;
  const router = place && design.routers.get(place.router);
  const line = router && lineText(router, place);
  return router === undefined || line === undefined
    ? undefined
    : { rule: finding.rule, router: router.id, line, reason };
}

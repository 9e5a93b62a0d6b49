import { describe, expect, it } from "vitest";
import { acceptFinding, hasLine, withdrawAcceptance } from "../check/acceptFinding.ts";
import { check } from "../check/check.ts";
import { acceptingComment } from "../check/suppression.ts";
import { applyEdits } from "../edit/edit.ts";
import type { Design } from "../model/design.ts";
import type { RuleId } from "../model/ruleId.ts";
import { designFromText } from "../testing/designFromText.ts";
import { placeText } from "./findingLocations.ts";

const POLICIES = `hostname HQ
crypto isakmp policy 10
 encr des
crypto isakmp policy 20
 encr des
`;

const findingsOf = (design: Design, rule: RuleId) =>
  check(design, { lineText: placeText }).findings.filter((finding) => finding.rule === rule);

/** The design with what came from text as if it had been drawn. */
function drawn(design: Design): Design {
  return {
    ...design,
    routers: new Map([...design.routers].map(([id, { elements }]) => [id, { id, elements }])),
  };
}

describe.each([
  ["brought as text", designFromText(POLICIES)],
  ["drawn", drawn(designFromText(POLICIES))],
])("a finding of a router that was %s", (_how, design) => {
  const rule = "weak-des";

  it("is accepted on its line alone, and stands again when that is taken back", () => {
    const [first, second] = findingsOf(design, rule);
    expect(second).toBeDefined();
    expect(hasLine(design, first!, placeText)).toBe(true);
    const accepted = applyEdits(design, acceptFinding(first!, "design", "A lab.", placeText).plan(design));
    expect(findingsOf(accepted, rule).map(({ suppressed }) => suppressed)).toEqual(
      findingsOf(design, rule).map(() => "A lab."),
    );
    const again = applyEdits(accepted, withdrawAcceptance(first!, placeText).plan(accepted));
    expect(again.suppressions).toEqual([]);
    const onLine = applyEdits(design, acceptFinding(first!, "line", "A lab.", placeText).plan(design));
    expect(onLine.suppressions[0]).toMatchObject({ rule, router: first!.places[0]!.router });
    expect(findingsOf(onLine, rule)[0]!.suppressed).toBe("A lab.");
  });
});

describe("taking an acceptance back", () => {
  it("leaves what accepts other findings, and plans nothing where nothing accepts this one", () => {
    const design = designFromText(POLICIES);
    const [finding] = findingsOf(design, "weak-des");
    const other = { rule: "weak-md5", reason: "Another matter." } as const;
    const both = { ...design, suppressions: [other, { rule: "weak-des", reason: "A lab." } as const] };
    const plan = withdrawAcceptance(finding!, placeText).plan(both);
    expect(plan).toEqual([{ op: "setSuppressions", suppressions: [other] }]);
    expect(withdrawAcceptance(finding!, placeText).plan({ ...design, suppressions: [other] })).toEqual([]);
  });
});

describe("accepting a finding", () => {
  const design = designFromText(POLICIES);
  const [finding] = findingsOf(design, "weak-des");

  it("says in its label how far it reaches, and adds to what is accepted already", () => {
    expect(acceptFinding(finding!, "line", "A lab.", placeText).label).toBe("Accept weak-des");
    expect(acceptFinding(finding!, "design", "A lab.", placeText).label).toBe("Accept weak-des in the whole design");
    expect(withdrawAcceptance(finding!, placeText).label).toBe("No longer accept weak-des");
    const other = { rule: "weak-md5", reason: "Another matter." } as const;
    expect(acceptFinding(finding!, "design", "A lab.", placeText).plan({ ...design, suppressions: [other] })).toEqual([
      { op: "setSuppressions", suppressions: [other, { rule: "weak-des", reason: "A lab." }] },
    ]);
  });

  it("is not possible on a line that can't be told, nor of a router that has gone", () => {
    expect(hasLine(design, finding!, () => undefined)).toBe(false);
    expect(acceptFinding(finding!, "line", "A lab.", () => undefined).plan(design)).toEqual([]);
    expect(hasLine({ ...design, routers: new Map() }, finding!, () => "a line")).toBe(false);
    expect(hasLine(design, { ...finding!, places: [] }, () => "a line")).toBe(false);
  });
});

describe("a comment that accepts a finding", () => {
  it("is found by its line, and the design's list leaves it alone", () => {
    const commented = designFromText(
      POLICIES.replace(" encr des\n", " ! tunnelwright-ignore weak-des A lab.\n encr des\n"),
    );
    const finding = findingsOf(commented, "weak-des").find(({ suppressed }) => suppressed !== undefined)!;
    expect(acceptingComment(commented, finding, placeText)).toMatchObject({ line: 3 });
    expect(withdrawAcceptance(finding, placeText).plan(commented)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { asRouterId, type Finding, type Place } from "../../core/index.ts";
import { findingMarkers, type MarkerSource } from "./findingMarkers.ts";

const hq = asRouterId("hq");
const branch = asRouterId("branch");
const place = (router: typeof hq, item: number): Place => ({
  router,
  kind: "accessList",
  name: "110",
  field: "lines",
  item,
});

const finding: Finding = {
  rule: "p2-selector-none",
  severity: "error",
  message: "Branch does not permit what HQ expects.",
  places: [place(hq, 41), place(branch, 38)],
  fixes: [],
  peerings: ["p"],
};

const source = (...findings: readonly Finding[]): MarkerSource => ({
  findings,
  rangeOf: (one) =>
    one.item === 0 ? null : { line: Number(one.item), column: 1, endLine: Number(one.item), endColumn: 20 },
  nameOf: (router) => (router === hq ? "HQ" : "Branch"),
});

describe("the squiggles of a disagreement", () => {
  it("stand in both peers' texts, each naming the other's line", () => {
    const [ours] = findingMarkers(hq, source(finding));
    const [theirs] = findingMarkers(branch, source(finding));
    expect(ours).toMatchObject({ line: 41, severity: "error", rule: "p2-selector-none", message: finding.message });
    expect(ours!.related).toEqual([
      { router: branch, line: 38, column: 1, endLine: 38, endColumn: 20, message: "Branch, line 38" },
    ]);
    expect(theirs).toMatchObject({ line: 38, related: [{ router: hq, line: 41 }] });
  });

  it("are none in a third router", () => {
    expect(findingMarkers(asRouterId("third"), source(finding))).toEqual([]);
  });

  it("are none for a finding that was accepted", () => {
    expect(findingMarkers(hq, source({ ...finding, suppressed: "lab" }))).toEqual([]);
  });

  it("are one where two places share a line", () => {
    expect(findingMarkers(hq, source({ ...finding, places: [place(hq, 41), place(hq, 41)] }))).toHaveLength(1);
  });

  it("leave out a place that has no line", () => {
    expect(findingMarkers(hq, source({ ...finding, places: [place(hq, 0)] }))).toEqual([]);
  });
});

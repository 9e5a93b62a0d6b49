import { describe, expect, it } from "vitest";
import { asRouterId, type Finding } from "../../core/index.ts";
import { countsByRule, filteredProblems, problemGroups, worstFirst } from "./problemGroups.ts";

const [hq, branch] = [asRouterId("r1"), asRouterId("r2")];
const names = {
  routers: new Map([
    [hq, "HQ"],
    [branch, "Branch"],
  ]),
  peerings: new Map([["p1", "Branch – HQ"]]),
};

function finding(changes: Partial<Finding>): Finding {
  return {
    rule: "no-pfs",
    severity: "info",
    message: "No forward secrecy.",
    places: [{ router: hq, kind: "host", name: "" }],
    fixes: [],
    peerings: [],
    ...changes,
  };
}

const mismatch = finding({ rule: "psk-mismatch", severity: "error", message: "Keys differ.", peerings: ["p1"] });
const secrecy = finding({});
const other = finding({ severity: "warning", places: [{ router: branch, kind: "host", name: "" }] });
const homeless = finding({ rule: "syntax", message: "Nothing to stand on.", places: [] });
const all = [mismatch, secrecy, other, homeless];

const grouped = (grouping: Parameters<typeof problemGroups>[1]) =>
  problemGroups(all, grouping, names).map(({ title, findings }) => [title, findings.length]);

describe("problems", () => {
  it("are found by words of their message, rule, severity, router and peering, in any case and order", () => {
    const found = (filter: string) => filteredProblems(all, filter, names);
    expect(found("keys DIFFER")).toEqual([mismatch]);
    expect(found("differ keys")).toEqual([mismatch]);
    expect(found("psk-")).toEqual([mismatch]);
    expect(found("warning")).toEqual([other]);
    expect(found("hq branch")).toEqual([mismatch]);
    expect(found("branch")).toEqual([mismatch, other]);
    expect(found("hq nothing")).toEqual([]);
    expect(found("  ")).toBe(all);
  });

  it("are put together by router, peering, rule and severity, the group without a name last", () => {
    expect(grouped("router")).toEqual([
      ["HQ", 2],
      ["Branch", 1],
      ["The design", 1],
    ]);
    expect(grouped("peering")).toEqual([
      ["Branch – HQ", 1],
      ["No peering", 3],
    ]);
    expect(grouped("rule")).toEqual([
      ["psk-mismatch", 1],
      ["no-pfs", 2],
      ["syntax", 1],
    ]);
    expect(grouped("severity")).toEqual([
      ["Errors", 1],
      ["Hints", 2],
      ["Warnings", 1],
    ]);
    expect(problemGroups([homeless, secrecy], "router", names).map(({ title }) => title)).toEqual(["HQ", "The design"]);
  });

  it("are counted by rule, and sorted by severity", () => {
    expect([...countsByRule(all)]).toEqual([
      ["psk-mismatch", 1],
      ["no-pfs", 2],
      ["syntax", 1],
    ]);
    expect(worstFirst([secrecy, other, mismatch])).toEqual([mismatch, other, secrecy]);
  });
});

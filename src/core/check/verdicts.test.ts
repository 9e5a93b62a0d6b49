import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Design } from "../model/design.ts";
import type { Negotiation } from "../negotiate/trace.ts";
import { designFromText } from "../testing/designFromText.ts";
import { mutations } from "../testing/mutations.ts";
import { writeCase } from "../testing/ruleCase.ts";
import { twoSites } from "../testing/twoSites.ts";
import { check } from "./check.ts";
import type { Finding } from "./finding.ts";

describe("verdict and findings are one fact", () => {
  test.each(Object.entries(mutations))("where %s", (_, change) => {
    expect(disagreements(mutated([change]))).toEqual([]);
  });

  test("where several such things come together", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...Object.values(mutations)), { minLength: 2, maxLength: 4 }),
        (changes) => {
          expect(disagreements(mutated(changes))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Changes that no longer find the line which an earlier one took away are left out. */
function mutated(changes: readonly string[]): Design {
  const text = changes.reduce((base, change) => {
    try {
      return writeCase(base, change).text;
    } catch {
      return base;
    }
  }, twoSites);
  return designFromText(text);
}

/** Where contracts, "How peerings, flows and status are derived", point 7, does not hold. */
function disagreements(design: Design): readonly string[] {
  const { findings, peerings } = check(design);
  return peerings.flatMap((judged) => {
    const { id } = judged.peering;
    const own = findings.filter((finding) => finding.peerings.includes(id));
    return judged.flows.flatMap((flow, index) => {
      const [toB, toA] = [flow.aToB, flow.bToA];
      const down = [toB, toA].filter(isDown);
      const unexplained = down.filter(({ rule }) => !own.some((finding) => finding.rule === rule));
      const ups = [toB, toA].filter(({ outcome }) => outcome === "established").length;
      const problems = unexplained.map((one) => `nothing is found under ${one.rule ?? "no rule"}: ${one.reason ?? ""}`);
      if (down.length === 2 && !has(own, ["error"])) problems.push("no direction is up, and there is no error");
      if (ups === 1 && down.length === 1 && !judged.byDesign && !has(own, ["error", "warning"]))
        problems.push("one direction is up, and there is no warning");
      return problems.map((problem) => `${id} flow ${index}: ${problem}`);
    });
  });
}

function isDown({ outcome }: Negotiation): boolean {
  return outcome === "failed" || outcome === "not-triggered";
}

function has(findings: readonly Finding[], severities: readonly string[]): boolean {
  return findings.some((finding) => severities.includes(finding.severity));
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Design } from "../model/design.ts";
import type { RuleId } from "../model/ruleId.ts";
import { ENGINE_RULES } from "../negotiate/engineRules.ts";
import { designFromText } from "../testing/designFromText.ts";
import { manualSites } from "../testing/manualSites.ts";
import { mutations } from "../testing/mutations.ts";
import { manualMutations, rareMutations } from "../testing/rareMutations.ts";
import { writeCase } from "../testing/ruleCase.ts";
import { twoSites } from "../testing/twoSites.ts";
import { check } from "./check.ts";
import { isDown } from "./keptDown.ts";

describe("contracts, how peerings, flows and status are derived, point 7", () => {
  test.each(Object.entries(mutations))("holds where %s", (_, change) => {
    expect(disagreements(mutated(twoSites, [change]))).toEqual([]);
  });

  test.each(Object.entries(rareMutations))("holds where there is %s", (_, change) => {
    expect(disagreements(mutated(twoSites, [change]))).toEqual([]);
  });

  test.each(Object.entries(manualMutations))("holds with manual keys where there is %s", (_, change) => {
    expect(disagreements(mutated(manualSites, [change]))).toEqual([]);
  });

  test.each([
    [twoSites, { ...mutations, ...rareMutations }],
    [manualSites, manualMutations],
  ])("holds where several such things come together", (base, changes) => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...Object.keys(changes)), { minLength: 2, maxLength: 4 }), (names) => {
        expect(
          disagreements(
            mutated(
              base,
              names.flatMap((name) => changes[name as keyof typeof changes] ?? []),
            ),
          ),
        ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** The rules that compare two ends: what they find is what the engine refused. */
const pairRules: ReadonlySet<RuleId> = new Set(ENGINE_RULES);

/** A change that no longer finds the line which an earlier one took away is left out. */
function mutated(base: string, changes: readonly string[]): Design {
  return designFromText(
    changes.reduce((text, change) => {
      try {
        return writeCase(text, change).text;
      } catch {
        return text;
      }
    }, base),
  );
}

function disagreements(design: Design): readonly string[] {
  const { findings, peerings } = check(design);
  return peerings.flatMap((judged) => {
    const { id, b } = judged.peering;
    const own = findings.filter((finding) => finding.peerings.includes(id));
    const has = (...severities: readonly string[]) => own.some((finding) => severities.includes(finding.severity));
    const problems = judged.flows.flatMap(({ aToB, bToA }) => {
      const down = [aToB, bToA].filter(isDown);
      const up = [aToB, bToA].filter((one) => one.outcome === "established");
      return [
        ...down
          .filter(({ rule }) => !own.some((finding) => finding.rule === rule))
          .map(({ rule, reason }) => `nothing is found under ${rule ?? "no rule"}: ${reason ?? ""}`),
        ...(down.length === 2 && !has("error") ? ["no direction is up, and there is no error"] : []),
        ...(down.length === 1 && up.length === 1 && !judged.byDesign && !has("error", "warning")
          ? ["one direction is up, and there is no warning"]
          : []),
      ];
    });
    // A fault in the order of a map, say, is an error of its own even where this tunnel happens to come up.
    const refuted = own.filter(({ rule, severity }) => severity === "error" && pairRules.has(rule));
    if (judged.status === "agreed" && refuted.length > 0) problems.push("agreed, and there is an error");
    if (judged.status === "broken" && !has("error")) problems.push("broken, and there is no error");
    if (judged.status === "unknown" && own.length === 0) problems.push("unknown, and nothing says why");
    const about = b ? own.map((finding) => `${finding.severity} ${finding.rule}`).join(", ") : "nobody answers";
    return problems.map((problem) => `${id}: ${problem} (${about})`);
  });
}

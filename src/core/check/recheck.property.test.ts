import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits, type Edit } from "../edit/edit.ts";
import type { Design } from "../model/design.ts";
import type { Element, ElementKind } from "../model/router.ts";
import { ELEMENT_KINDS } from "../model/router.ts";
import { designFromText } from "../testing/designFromText.ts";
import { mutations } from "../testing/mutations.ts";
import { rareMutations } from "../testing/rareMutations.ts";
import { writeCase } from "../testing/ruleCase.ts";
import { twoSites } from "../testing/twoSites.ts";
import { check, type CheckResult } from "./check.ts";

/** Elements of other states of the two sites, to be put into this one, and elements to be taken out. */
const edits: readonly Edit[] = [...Object.values(mutations), ...Object.values(rareMutations)].flatMap((change) =>
  [...designFromText(writeCase(twoSites, change).text).routers.values()].flatMap(({ id, elements }) =>
    ELEMENT_KINDS.flatMap((kind: ElementKind) =>
      [...(elements[kind] as ReadonlyMap<string, Element>)].flatMap(([name, element]): Edit[] => {
        const key = { router: id, kind, name };
        return [
          { op: "put", key, element },
          { op: "remove", key },
        ];
      }),
    ),
  ),
);

test("a design that is checked after each of its edits has the findings of one that is checked for the first time", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...edits), { minLength: 1, maxLength: 6 }), (chosen) => {
      const states: Design[] = [designFromText(twoSites)];
      for (const edit of chosen) states.push(applyEdits(states.at(-1) as Design, [edit]));
      const along = states.map((design) => told(check(design)));
      // Nothing is remembered of objects that are new.
      const anew = states.map((design) => told(check(structuredClone(design))));
      expect(along).toEqual(anew);
    }),
    { numRuns: 60 },
  );
}, 120_000);

function told({ findings, peerings }: CheckResult) {
  return {
    findings: findings.map((finding) => ({ ...finding, fixes: finding.fixes })),
    statuses: peerings.map(({ peering, status }) => [peering.id, status]),
  };
}

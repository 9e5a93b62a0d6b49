import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits } from "../edit/edit.ts";
import type { Design } from "../model/design.ts";
import { designFromText } from "../testing/designFromText.ts";
import { mutations } from "../testing/mutations.ts";
import { writeCase } from "../testing/ruleCase.ts";
import { twoSites } from "../testing/twoSites.ts";
import { check } from "./check.ts";
import { completeFix } from "./completeFix.ts";
import { fixAll } from "./fixAll.ts";

/** What can't be mended without a word from a person, and the words that make it as it was. */
const answers: Readonly<Record<string, string>> = {
  "map-unapplied": "GigabitEthernet0/0",
  "map-interface-undefined": "VPN",
  "map-entry-no-peer": "203.0.113.2",
  "map-entry-no-transform": "TS-AES256",
  "acl-shared": "10.9.0.0/24",
  "psk-missing": "Long-Shared-Key-2024",
};

/** These are no slips that a tool could undo: a person has to decide how the tunnel is meant. */
const decisions: ReadonlySet<string> = new Set([
  "the route leads elsewhere",
  "a dynamic map at one side",
  "an address from DHCP",
  "manual keys at one side",
]);

describe("fixing everything", () => {
  test.each(Object.entries(mutations).filter(([what]) => !decisions.has(what)))(
    "brings two sites back to agreement where %s",
    (_, change) => {
      expect(status(mended(broken([change])))).toBe("agreed");
    },
  );

  test("leaves to people what only they can decide", () => {
    for (const what of decisions) expect(status(mended(broken([mutations[what] ?? ""]))), what).not.toBe("agreed");
  });

  test("comes to an end, whatever is wrong", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...Object.values(mutations)), { minLength: 2, maxLength: 5 }),
        (changes) => {
          const design = broken(changes);
          const { applied } = fixAll(design, { unsafe: true });
          expect(applied.length).toBeLessThan(40);
        },
      ),
      { numRuns: 30 },
    );
  });

  test("changes no verdict where only safe fixes are asked for", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...Object.values(mutations)), { minLength: 1, maxLength: 4 }),
        (changes) => {
          const design = broken(changes);
          const verdicts = (one: Design) =>
            check(one).peerings.map(({ peering, status: verdict, flows }) => ({
              id: peering.id,
              verdict,
              flows: flows.map(({ aToB, bToA }) => [aToB.outcome, bToA.outcome]),
            }));
          expect(verdicts(fixAll(design).design)).toEqual(verdicts(design));
        },
      ),
      { numRuns: 40 },
    );
  });

  test("does nothing to two sites that agree, but for what is safe", () => {
    const design = designFromText(twoSites);
    expect(status(fixAll(design, { unsafe: true }).design)).toBe("agreed");
  });

  test("lets alone what the owner of the design accepts, and rules that were not asked for", () => {
    const design = broken([mutations["forward secrecy at one side"] ?? ""]);
    const only = fixAll(design, { unsafe: true, rules: ["nat-not-exempt"] });
    expect(only.applied).toEqual([]);
    const accepted = { ...design, suppressions: [{ rule: "p2-pfs-oneway", reason: "the spoke starts" } as const] };
    const { applied } = fixAll(accepted, { unsafe: true, rules: ["p2-pfs-oneway"] });
    expect(applied).toEqual([]);
  });
});

function broken(changes: readonly string[]): Design {
  const text = changes.reduce((base, change) => {
    try {
      return writeCase(base, change).text;
    } catch {
      // An earlier change took away the line that this one is about.
      return base;
    }
  }, twoSites);
  return designFromText(text);
}

/** All that needs nobody's word; then one answer after the other, and again all that follows from it. */
function mended(start: Design): Design {
  let { design } = fixAll(start, { unsafe: true });
  for (let round = 0; round < 5 && status(design) !== "agreed"; round += 1) {
    const asking = check(design).findings.find(
      ({ severity, fixes }) => severity === "error" && fixes.some((fix) => fix.needs),
    );
    const fix = asking?.fixes.find((one) => one.needs);
    if (!asking || !fix?.needs) return design;
    const { type, choices = [], suggestion } = fix.needs;
    const given = answers[asking.rule];
    const value =
      given !== undefined && (type !== "choice" || choices.includes(given)) ? given : (suggestion ?? choices[0]);
    design = applyEdits(design, completeFix(design, asking, fix, value ?? ""));
    design = fixAll(design, { unsafe: true }).design;
  }
  return design;
}

/** Of the tunnel between the two sites. */
function status(design: Design): string | undefined {
  return check(design).peerings.find(({ peering }) => peering.a.peer?.router !== null)?.status;
}

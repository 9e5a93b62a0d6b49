import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../check/check.ts";
import { applyEdits, type Edit } from "../edit/edit.ts";
import { exampleDesign } from "../generate/exampleDesign.ts";
import { generateDesign } from "../generate/generateDesign.ts";
import { readSiteTable } from "../generate/siteTable.ts";
import { asCanvasId, type Design } from "../model/design.ts";
import { asRouterId } from "../model/router.ts";
import { designFromText } from "../testing/designFromText.ts";
import { plainSites } from "../testing/plainSites.ts";
import { writeCase } from "../testing/ruleCase.ts";
import { siteA, siteB, twoSites } from "../testing/twoSites.ts";
import { faultTargets } from "./faults/fault.ts";
import { FAULT_KINDS } from "./faults/faults.ts";
import { faultEffect, gradeFault } from "./gradeFault.ts";
import { injectFault, LARGEST_SEED } from "./injectFault.ts";
import { BUILT_IN_LESSONS } from "./scenarios/scenarios.ts";

/** The solutions whose designs differ in kind from the others. */
const solved = new Map(
  BUILT_IN_LESSONS.flatMap(({ scenarios }) => scenarios).flatMap(({ id, solution }) =>
    solution ? [[id, solution] as const] : [],
  ),
);

/** A branch behind a translator, and a hub that waits for it. */
function behindTranslator(design: Design): Design {
  const routers = new Map(
    [...design.routers].map(([id, router]) => [id, id === "north" ? { ...router, natOnPath: true as const } : router]),
  );
  return { ...design, routers };
}

/** GRE between two routers, protected by crypto maps that select it. */
const greSites = designFromText(
  writeCase(
    plainSites,
    `=== Alpha
permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 => permit gre host 198.51.100.2 host 203.0.113.2
=== Beta
permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255 => permit gre host 203.0.113.2 host 198.51.100.2`,
  ).text,
);

/** A branch whose entry lists two hubs of one site, the second one as the backup. */
function dualHub(): Design {
  let next = 0;
  const made = generateDesign({
    topology: "dual-hub",
    sites: readSiteTable("name,wan,lan,role\nHQ1,,,hub\nHQ2,,,hub\nNorth").sites,
    ids: { router: () => asRouterId(`r${++next}`), canvas: () => asCanvasId(`c${++next}`) },
    key: () => "Shared-by-three",
  });
  if (made.kind === "refused") throw new Error(made.reason);
  return made.design;
}

function solutionOf(id: string): Design {
  const design = solved.get(id);
  if (!design) throw new Error(`There is no scenario ${id}.`);
  return design;
}

const designs: Readonly<Record<string, Design>> = {
  "the example": exampleDesign(),
  "two complete sites": designFromText(twoSites),
  "two plain sites": designFromText(plainSites),
  "GRE between two sites": greSites,
  "a branch behind a translator": behindTranslator(solutionOf("dynamic-hub")),
  "two hubs that back each other up": dualHub(),
  "two hosts": solutionOf("mirror-1"),
  "two transform sets": solutionOf("transform-choice"),
  "manual keys": solutionOf("manual-keys"),
  "a hub with overlapping entries": solutionOf("overlap-order"),
  "a loopback for two providers": solutionOf("loopback-redundancy"),
  "nested peers": solutionOf("nested-peers"),
  "a dynamic hub": solutionOf("dynamic-hub"),
  "a keyring and a profile": solutionOf("keyring-profile"),
  "a site and clients in one map": solutionOf("one-map"),
};

const faultsOf = new Map<Design, ReturnType<typeof makeFaults>>();

/** Every fault that can be made in a design, with the design that it makes and what it does. */
function everyFault(design: Design): ReturnType<typeof makeFaults> {
  const known = faultsOf.get(design) ?? makeFaults(design);
  faultsOf.set(design, known);
  return known;
}

function makeFaults(design: Design) {
  const targets = faultTargets(design, check(design).peerings);
  return FAULT_KINDS.flatMap((kind) =>
    targets.flatMap((target) =>
      kind.variants(target).map((variant) => {
        const faulty = applyEdits(design, variant.edits);
        return { kind, variant, faulty, effect: faultEffect(design, faulty) };
      }),
    ),
  );
}

test("the list has the 25 most frequent misconfigurations, each once", () => {
  expect(FAULT_KINDS.map(({ rank }) => rank)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
});

test("each kind can be made, and found, in some design", () => {
  const made = new Set(
    Object.values(designs).flatMap((design) =>
      everyFault(design)
        .filter(({ effect }) => effect !== "silent")
        .map(({ kind }) => kind.rank),
    ),
  );
  expect(FAULT_KINDS.map(({ rank }) => rank).filter((rank) => !made.has(rank))).toEqual([]);
}, 120_000);

describe("the variants of a kind", () => {
  const made = (design: string, story: RegExp) => {
    const all = designs[design] ? everyFault(designs[design]) : [];
    return all.filter((one) => story.test(one.variant.story));
  };

  test("NAT traversal that is off is found where a translator stands on the way, and is nothing elsewhere", () => {
    const behind = made("a branch behind a translator", /NAT traversal was turned off/);
    expect(behind.length).toBeGreaterThan(0);
    expect(behind.map(({ effect, kind }) => [kind.rank, effect === "silent"])).toEqual(behind.map(() => [15, false]));
    expect(made("two plain sites", /NAT traversal was turned off/)).toEqual([]);
  });

  test("a backup that comes first breaks the order, which only putting it back mends", () => {
    const [fault] = made("two hubs that back each other up", /wrong order/);
    const before = designs["two hubs that back each other up"];
    if (!fault || !before) throw new Error("The branch has two peers.");
    expect([fault.kind.rank, fault.effect]).toEqual([16, "breaks"]);
    const open = gradeFault(before, fault.faulty, fault.faulty).criteria.filter(({ isReached }) => !isReached);
    expect(open.map(({ now, text }) => `${text} ${now}`)).toEqual([
      "North calls HQ1 before its backup. It calls HQ2 first.",
    ]);
    expect(gradeFault(before, fault.faulty, before).isSolved).toBe(true);
  });
});

describe.each(Object.entries(designs))("in %s", (_name, design) => {
  test("every fault that is found is graded as a fault, and undoing it as solved", () => {
    for (const { faulty, variant, effect } of everyFault(design)) {
      if (effect === "silent") continue;
      expect(gradeFault(design, faulty, faulty).isSolved, variant.story).toBe(false);
      expect(gradeFault(design, faulty, applyEdits(design, [])).isSolved, variant.story).toBe(true);
    }
  }, 120_000);

  test("any number gives a fault that is no silent one, and the same again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LARGEST_SEED }), (seed) => {
        const fault = injectFault(design, seed);
        if (!fault) throw new Error("There is no fault to be made.");
        expect(faultEffect(design, fault.faulty)).not.toBe("silent");
        expect(injectFault(design, seed)?.story).toBe(fault.story);
        expect(fault.hints.length).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});

test("the same number makes the same fault whatever the routers' identities are and in whichever order they came", () => {
  const one = designFromText(`=== SiteA\n${siteA}=== SiteB\n${siteB}`);
  const other = designFromText(`=== SiteB\n${siteB}=== SiteA\n${siteA}`);
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    expect(injectFault(other, seed)?.story).toBe(injectFault(one, seed)?.story);
  }
});

test("a design in which nothing comes up has nothing to be broken", () => {
  expect(injectFault(designFromText(siteA), 1)).toBeNull();
});

test("what is told of a fault has no secret in it", () => {
  for (const { variant } of everyFault(designFromText(twoSites))) expect(variant.story).not.toMatch(/Long-Shared/);
});

describe("a fault is not solved by protecting less", () => {
  const before = designFromText(twoSites);
  const faulty = designFromText(
    writeCase(
      twoSites,
      "=== SiteB\npermit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255 => permit ip 10.2.0.0 0.0.0.255 10.7.0.0 0.0.0.255",
    ).text,
  );
  const mended = (changes: string) => gradeFault(before, faulty, designFromText(writeCase(twoSites, changes).text));

  test("as it was: solved", () => {
    expect(gradeFault(before, faulty, before).isSolved).toBe(true);
  });

  test("the same space in other words: solved", () => {
    const halves = mended(`=== SiteA
ip access-list extended VPN-PEER
 permit ip 10.1.0.0 0.0.0.127 10.2.0.0 0.0.0.255
 permit ip 10.1.0.128 0.0.0.127 10.2.0.0 0.0.0.255
=== SiteB
ip access-list extended VPN-PEER
 permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.127
 permit ip 10.2.0.0 0.0.0.255 10.1.0.128 0.0.0.127`);
    expect(halves.criteria.filter(({ isReached }) => !isReached)).toEqual([]);
  });

  test("a wider space: solved", () => {
    const wider = mended(`=== SiteA
ip access-list extended VPN-PEER
 permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.1.255
=== SiteB
ip access-list extended VPN-PEER
 permit ip 10.2.0.0 0.0.1.255 10.1.0.0 0.0.0.255`);
    expect(wider.criteria.find(({ text }) => text.startsWith("Nothing"))?.isReached).toBe(true);
  });

  test.each([
    [
      "one host in the place of the network",
      `=== SiteA
ip access-list extended VPN-PEER
 permit ip host 10.1.0.5 10.2.0.0 0.0.0.255
=== SiteB
ip access-list extended VPN-PEER
 permit ip 10.2.0.0 0.0.0.255 host 10.1.0.5`,
    ],
    [
      "TCP in the place of everything",
      `=== SiteA
ip access-list extended VPN-PEER
 permit tcp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
=== SiteB
ip access-list extended VPN-PEER
 permit tcp 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255`,
    ],
    [
      "a part denied before the permit",
      `=== SiteA
ip access-list extended VPN-PEER
 deny ip 10.1.0.0 0.0.0.15 10.2.0.0 0.0.0.255
 permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
=== SiteB
ip access-list extended VPN-PEER
 deny ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.15
 permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255`,
    ],
    [
      "no encryption any more",
      `=== SiteA
crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 esp-null esp-sha256-hmac
=== SiteB
crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 esp-null esp-sha256-hmac`,
    ],
    [
      "a hub that only waits",
      `=== SiteB
crypto map VPN 10 ipsec-isakmp dynamic DYN
crypto dynamic-map DYN 10
 set transform-set TS-AES256`,
    ],
  ])("%s: not solved", (_name, changes) => {
    expect(mended(changes).isSolved).toBe(false);
  });

  test("without the tunnel at all: not solved", () => {
    const [router] = before.routers.keys();
    if (router === undefined) throw new Error("There is no router.");
    const edit: Edit = { op: "remove", key: { router, kind: "cryptoMapEntry", name: "VPN 10" } };
    expect(gradeFault(before, faulty, applyEdits(faulty, [edit])).isSolved).toBe(false);
  });
});

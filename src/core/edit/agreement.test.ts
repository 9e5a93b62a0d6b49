import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../check/check.ts";
import { exampleDesign } from "../generate/exampleDesign.ts";
import { generateDesign } from "../generate/generateDesign.ts";
import type { Site } from "../generate/siteTable.ts";
import type { Topology } from "../generate/topology.ts";
import { asCanvasId, EMPTY_DESIGN, type Design } from "../model/design.ts";
import { asRouterId } from "../model/router.ts";
import { parse } from "../parse/parse.ts";
import { print } from "../print/print.ts";
import { perform } from "./designDraft.ts";
import { importRouters } from "./importRouters.ts";

const topology = fc.constantFrom<Topology>("hub-spoke", "dual-hub", "mesh", "partial-mesh");
const sites = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 6 }).map((counts) =>
  counts.map((lans, index): Site => ({
    name: `Site${index + 1}`,
    hub: false,
    peers: [],
    lans: Array.from({ length: lans }).map((_, lan) => ({
      network: 0x0a000000 + (index + 1) * 0x10000 + lan * 0x100,
      length: 24,
    })),
  })),
);
const generated = fc
  .record({ topology, sites, translate: fc.boolean(), filter: fc.boolean() })
  .map((request): Design => {
    let next = 0;
    const answer = generateDesign({
      ...request,
      ids: { router: () => asRouterId(`r${++next}`), canvas: () => asCanvasId(`c${++next}`) },
      key: (a, b) => `long-key-between-${a}-and-${b}`,
    });
    if (answer.kind === "refused") throw new Error(answer.reason);
    return answer.design;
  });

const problems = (design: Design) =>
  check(design)
    .findings.filter((finding) => finding.severity !== "info")
    .map(({ rule, message }) => `${rule}: ${message}`);

/** What reading the printed configurations and drawing them gives. */
function reimported(design: Design): Design {
  let next = 0;
  const routers = [...design.routers.values()].flatMap((router) => {
    const answer = parse(print(router).text, { makeId: () => asRouterId(`read-${++next}`) });
    return answer.kind === "configurations" ? answer.routers : [];
  });
  const canvas = () => asCanvasId(`drawn-${++next}`);
  return perform(EMPTY_DESIGN, importRouters(routers, { canvas }));
}

describe("configurations that operations make", () => {
  it("agree, and the checker has nothing above a note to say about them", () => {
    fc.assert(
      fc.property(generated, (design) => {
        expect(problems(design)).toEqual([]);
        expect(new Set(check(design).peerings.map((judged) => judged.status))).toEqual(new Set(["agreed"]));
      }),
      { numRuns: 40 },
    );
  });

  it("draw the same picture once they are printed and read", () => {
    fc.assert(
      fc.property(generated, (design) => {
        const again = reimported(design);
        expect(again.routers.size).toBe(design.routers.size);
        expect(again.subnets.size).toBe(design.subnets.size);
        expect([...again.clouds.values()].map((cloud) => cloud.attachments.length)).toEqual([design.routers.size]);
        expect(again.layout.size).toBe(again.routers.size + again.subnets.size + 1);
        expect(check(again).peerings.map((judged) => judged.status)).toEqual(
          check(design).peerings.map((judged) => judged.status),
        );
      }),
      { numRuns: 15 },
    );
  });
});

describe("the example design", () => {
  it("agrees without a finding", () => {
    const { findings, peerings } = check(exampleDesign());
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    expect(peerings.map(({ status }) => status)).toEqual(["agreed"]);
  });
});

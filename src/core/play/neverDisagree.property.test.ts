import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../check/check.ts";
import type { Finding } from "../check/finding.ts";
import { selectorCovers } from "../derive/selector.ts";
import type { Design } from "../model/design.ts";
import { judgePeerings } from "../negotiate/judge.ts";
import { negotiateBetween, selectorOf } from "../negotiate/negotiateBetween.ts";
import type { JudgedPeering, Negotiation } from "../negotiate/trace.ts";
import { parseIpv4 } from "../net/ipv4.ts";
import { simulatedStates } from "../simulate/state.ts";
import { designFromText } from "../testing/designFromText.ts";
import { manualSites } from "../testing/manualSites.ts";
import { mutations } from "../testing/mutations.ts";
import { manualMutations, rareMutations } from "../testing/rareMutations.ts";
import { writeCase } from "../testing/ruleCase.ts";
import { subjects, tracedDesign } from "../testing/tracedDesigns.ts";
import { twoSites } from "../testing/twoSites.ts";
import type { WalkedPacket, WalkLeg } from "./packetWalk.ts";
import { negotiationLadder } from "./negotiationLadder.ts";
import { walkPacket } from "./walkPacket.ts";

const cases: readonly (readonly [name: string, base: string, changes: string])[] = [
  ["nothing is wrong", twoSites, ""],
  ["nothing is wrong with manual keys", manualSites, ""],
  ...[...Object.entries(mutations), ...Object.entries(rareMutations)].map(
    ([name, changes]) => [name, twoSites, changes] as const,
  ),
  ...Object.entries(manualMutations).map(([name, changes]) => [name, manualSites, changes] as const),
];

/** The designs whose whole negotiations are recorded. */
const recorded = subjects.flatMap((subject) =>
  subject.cases.map(([title, changes]) => [`${subject.file}: ${title}`, subject, changes] as const),
);

const designs = new Map<string, Design>();

function designOf([name, base, changes]: (typeof cases)[number]): Design {
  const known = designs.get(name) ?? designFromText(writeCase(base, changes).text);
  designs.set(name, known);
  return known;
}

/** A packet from one LAN to the other, from either side. */
const arbitraryPacket = fc
  .record({
    fromA: fc.boolean(),
    near: fc.integer({ min: 2, max: 254 }),
    far: fc.integer({ min: 2, max: 254 }),
    protocol: fc.constantFrom(1, 6, 17),
    ports: fc.tuple(fc.integer({ min: 0, max: 65535 }), fc.constantFrom(22, 80, 150, 443)),
  })
  .map(({ fromA, near, far, protocol, ports: [sourcePort, destinationPort] }) => {
    const [a, b] = [parseIpv4(`10.1.0.${near}`) ?? 0, parseIpv4(`10.2.0.${far}`) ?? 0];
    const packet: WalkedPacket = {
      source: fromA ? a : b,
      destination: fromA ? b : a,
      protocol,
      ...(protocol !== 1 && { sourcePort, destinationPort }),
    };
    return { fromA, packet };
  });

const associationOf = ({ stages }: WalkLeg) => stages.find(({ kind }) => kind === "association");

describe("the trace, the ladder, the packet's walk, the associations and the checker never disagree", () => {
  test.each(cases)("where %s", (...one) => expectAgreement(designOf(one)));

  test.each(recorded)("in the recorded design of %s", (_, subject, changes) => {
    expectAgreement(tracedDesign(subject, changes));
  });

  test("for any packet between the two sites, whatever is wrong", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...cases), arbitraryPacket, (one, { fromA, packet }) => {
        const design = designOf(one);
        const [a, b] = [...design.routers.keys()];
        if (!a || !b) throw new Error("There are two routers.");
        const [from, to] = fromA ? [a, b] : [b, a];
        const played = negotiateBetween(design, from, to, { packet })?.negotiation;
        const cold = walkPacket(design, { packet, associations: "none" });
        const isUp = cold.there.fate === "protected" && cold.back?.fate === "protected";
        expect(isUp, "the walk and the trace").toBe(played?.outcome === "established");
        // What the routers show for this packet is what it finds standing.
        const warm = walkPacket(design, { packet, associations: "standing" });
        const stage = associationOf(warm.there);
        const shown = (simulatedStates(design).get(from)?.flows ?? []).some(
          ({ associations, selector }) => associations && selectorCovers(selector, selectorOf(packet)),
        );
        if (stage?.verdict === "passes" && stage.negotiation === null)
          expect(shown, "an association that stands").toBe(true);
        if (isUp) expect(warm.there.fate).toBe("protected");
      }),
      { numRuns: 400 },
    );
  });
});

function expectAgreement(design: Design): void {
  const { findings } = check(design);
  for (const judged of judgePeerings(design)) {
    for (const fromA of [true, false]) {
      const end = fromA ? judged.peering.a : judged.peering.b;
      if (!end) continue;
      const ladder = negotiationLadder(design, judged, { initiator: end.router });
      const { rungs, outcome } = ladder;
      const refused = rungs.filter((rung) => rung.stops !== null || rung.ok === false);
      const negotiation = fromA ? judged.aToB : judged.bToA;
      if (negotiation) expect(ladder).toMatchObject({ outcome: negotiation.outcome, rule: negotiation.rule });
      expect(refused.length, "refusals").toBe(outcome === "failed" || outcome === "not-triggered" ? 1 : 0);
      if (refused.length > 0) expect(refused[0]).toBe(rungs.at(-1));
      if (outcome === "established" && ladder.exchange === "main") {
        expect(rungs.flatMap(({ message }) => message ?? [])).toEqual([
          ...["MM1", "MM2", "MM3", "MM4", "MM5", "MM6"],
          ...["QM1", "QM2", "QM3"],
        ]);
      }
      expectSameReason(findings, judged, negotiation);
      expectShownAssociations(design, judged, ladder.associations?.ipsec.map(({ spi }) => spi) ?? [], outcome);
    }
  }
}

/** The checker names the trace's own reason, at the trace's own place; what fails a direction is more than a remark. */
function expectSameReason(
  findings: readonly Finding[],
  { peering }: JudgedPeering,
  negotiation: Negotiation | null,
): void {
  const [decisive] = negotiation?.refusals ?? [];
  if (!negotiation || negotiation.rule === null || !decisive) return;
  const { rule, outcome } = negotiation;
  expect(decisive.rule).toBe(rule);
  const same = findings.filter((one) => one.rule === rule && one.peerings.includes(peering.id));
  const places = same.flatMap((one) => one.places);
  for (const place of decisive.places.slice(0, 1)) {
    expect(places, `${rule} is found at the place that the trace blames`).toContainEqual(place);
  }
  if (outcome === "failed") {
    expect(
      same.map(({ severity }) => severity).filter((one) => one !== "info"),
      `${rule} fails a direction`,
    ).not.toEqual([]);
  }
}

/** What a ladder ends with is what the routers print, wherever its exchange is one of those that happen. */
function expectShownAssociations(
  design: Design,
  { peering }: JudgedPeering,
  spis: readonly number[],
  outcome: string,
): void {
  if (outcome !== "established" || peering.role === "backup") return;
  const shown = [...simulatedStates(design).values()].flatMap(({ flows }) =>
    flows.flatMap(({ associations }) => [...(associations?.inbound ?? []), ...(associations?.outbound ?? [])]),
  );
  expect(spis.length).toBeGreaterThan(0);
  for (const spi of spis) expect(shown.map((one) => one.spi)).toContain(spi);
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits, type Edit } from "../edit/edit.ts";
import type { Design } from "../model/design.ts";
import type { Elements, Router } from "../model/router.ts";
import type { RuleId } from "../model/ruleId.ts";
import { designFromText } from "../testing/designFromText.ts";
import { onlyPeering, plainSites, plainSitesWith } from "../testing/plainSites.ts";
import { subjects, tracedDesign } from "../testing/tracedDesigns.ts";
import { twoSites } from "../testing/twoSites.ts";
import { ENGINE_RULE_VALUES, NAMED_RULES } from "./engineRules.ts";
import { judgePeerings } from "./judge.ts";
import type { JudgedPeering, Negotiation, Refusal } from "./trace.ts";

/** The same design made of new objects, of which nothing can be remembered. */
function forgotten(design: Design): Design {
  const copy = ({ id, fileStem, dialect, natOnPath, elements }: Router): Router => ({
    id,
    ...(fileStem !== undefined && { fileStem }),
    ...(dialect && { dialect }),
    ...(natOnPath && { natOnPath }),
    elements: structuredClone(elements),
  });
  return { ...design, routers: new Map([...design.routers].map(([id, router]) => [id, copy(router)])) };
}

/** Changes of one element at a time, right or wrong. */
const mutations: readonly ((elements: Elements) => Elements)[] = [
  (elements) => withFirst(elements, "isakmpPolicy", (one) => ({ ...one, hash: one.hash === "md5" ? "sha256" : "md5" })),
  (elements) =>
    withFirst(elements, "isakmpPolicy", (one) => ({ ...one, lifetimeSeconds: (one.lifetimeSeconds ?? 86400) - 60 })),
  (elements) =>
    withFirst(elements, "isakmpKey", (one) => ({ ...one, secret: { type: 0, text: `${one.secret.text}x` } })),
  (elements) => withFirst(elements, "isakmpKey", (one) => ({ ...one, secret: { type: 6, text: one.secret.text } })),
  (elements) => ({ ...elements, isakmpKey: new Map() }),
  (elements) => withFirst(elements, "transformSet", (one) => ({ ...one, transforms: ["esp-3des", "esp-sha-hmac"] })),
  (elements) =>
    withFirst(elements, "transformSet", (one) => ({ ...one, mode: one.mode === "transport" ? "tunnel" : "transport" })),
  (elements) => withFirst(elements, "cryptoMapEntry", (one) => ({ ...one, pfs: one.pfs === 5 ? 14 : 5 })),
  (elements) => withFirst(elements, "cryptoMapEntry", (one) => ({ ...one, lifetimeSeconds: 1800 })),
  (elements) => withFirst(elements, "cryptoMapEntry", (one) => ({ ...one, matchAddress: "GONE" })),
  (elements) =>
    withFirst(elements, "cryptoMapEntry", (one) => ({
      ...one,
      peers: [{ peer: { kind: "address", address: 0xc0000263 } }],
    })),
  (elements) => withFirst(elements, "cryptoMapEntry", (one) => ({ ...one, ikev2Profile: "P" })),
  (elements) => withFirst(elements, "interface", (one) => ({ ...one, shutdown: true })),
  (elements) => withFirst(elements, "interface", ({ address: _, ...one }) => one),
  (elements) => withFirst(elements, "interface", (one) => ({ ...one, accessGroupIn: "CLOSED" })),
  (elements) =>
    withLists(elements, (lines) => lines.map((line) => (line.kind === "entry" ? { ...line, action: "deny" } : line))),
  (elements) =>
    withLists(elements, (lines) =>
      lines.map((line) =>
        line.kind === "entry" ? { ...line, source: { kind: "addresses", base: 0x0a000000, wildcard: 0xffff } } : line,
      ),
    ),
  (elements) => withLists(elements, (lines) => lines.slice(1)),
  (elements) => ({ ...elements, staticRoute: new Map() }),
  (elements) => withFirst(elements, "staticRoute", (one) => ({ ...one, network: 0x0a090000, mask: 0xffff0000 })),
  (elements) => ({ ...elements, isakmpSettings: new Map([["", { disabled: true as const }]]) }),
  (elements) => ({ ...elements, host: new Map([["", { hostname: "Zulu" }]]) }),
  (elements) => ({ ...elements, natRule: new Map() }),
  (elements) => ({
    ...elements,
    accessList: new Map([
      ...elements.accessList,
      ["CLOSED", { name: "CLOSED", type: "extended" as const, lines: [denyAll] }],
    ]),
  }),
];
const denyAll = {
  kind: "entry",
  sequence: 10,
  action: "deny",
  protocol: "ip",
  source: { kind: "addresses", base: 0, wildcard: 0xffffffff },
  destination: { kind: "addresses", base: 0, wildcard: 0xffffffff },
  options: [],
} as const;

function withFirst<K extends keyof Elements>(
  elements: Elements,
  kind: K,
  change: (one: Elements[K] extends ReadonlyMap<string, infer E> ? E : never) => unknown,
): Elements {
  const [first] = elements[kind];
  if (!first) return elements;
  return { ...elements, [kind]: new Map([...elements[kind], [first[0], change(first[1] as never)]]) };
}

function withLists(
  elements: Elements,
  change: (
    lines: Elements["accessList"] extends ReadonlyMap<string, infer L extends { lines: unknown }> ? L["lines"] : never,
  ) => unknown,
): Elements {
  return {
    ...elements,
    accessList: new Map(
      [...elements.accessList].map(([name, list]) => [
        name,
        { ...list, lines: change(list.lines) as typeof list.lines },
      ]),
    ),
  };
}

const mutation = fc.record({ router: fc.nat(1), change: fc.nat(mutations.length - 1), translated: fc.boolean() });

function mutate(design: Design, { router, change }: { readonly router: number; readonly change: number }): Design {
  const target = [...design.routers.values()][router]!;
  const edit: Edit = { op: "putRouter", router: { ...target, elements: mutations[change]!(target.elements) } };
  return applyEdits(design, [edit]);
}

const bases = [plainSites, twoSites].map(designFromText);
const asText = (judged: readonly JudgedPeering[]) => JSON.stringify(judged);
const negotiationsOf = (judged: JudgedPeering): readonly Negotiation[] => [
  ...judged.flows.flatMap((flow) => [flow.aToB, flow.bToA]),
  ...(judged.aToB ? [judged.aToB] : []),
  ...(judged.bToA ? [judged.bToA] : []),
];
const refusalsOf = (judged: JudgedPeering): readonly Refusal[] => [
  ...judged.refusals,
  ...negotiationsOf(judged).flatMap((one) => one.refusals),
];
const known = new Set<RuleId>([...(Object.keys(ENGINE_RULE_VALUES) as RuleId[]), ...NAMED_RULES]);

describe("a verdict that is remembered", () => {
  const cases = subjects.flatMap((subject) =>
    subject.cases.map(([title, changes]) => [`${subject.file}: ${title}`, subject, changes] as const),
  );

  it.each(cases)("is renewed by what makes another design of it, in %s", (_, subject, changes) => {
    const before = tracedDesign(subject, "");
    const after = tracedDesign(subject, changes);
    judgePeerings(before);
    // Whatever is the same is the same object, as after an edit, so that only what the verdict was made from tells the two apart.
    const edited = [...before.routers].map(([id, router]): [typeof id, Router] => {
      const wanted = after.routers.get(id)?.elements ?? router.elements;
      const kinds = Object.keys(wanted) as (keyof Elements)[];
      const elements = kinds.map((kind) => [kind, sharing(router.elements[kind], wanted[kind])]);
      return [id, { ...router, elements: Object.fromEntries(elements) }];
    });
    const design = { ...before, routers: new Map(edited) };
    expect(asText(judgePeerings(design))).toBe(asText(judgePeerings(forgotten(design))));
  });
});

/** A collection with new elements, made of the old one's objects where they are equal. */
function sharing(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, unknown> {
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const entries = [...after].map(([key, element]) => {
    const old = before.get(key);
    return [key, isSame(old, element) ? old : element] as const;
  });
  return isSame([...before], [...after]) ? before : new Map(entries);
}

describe("verdicts over designs changed at random", { timeout: 30_000 }, () => {
  const changed = fc.tuple(fc.constantFrom(...bases), fc.array(mutation, { minLength: 1, maxLength: 4 }));

  it("that are remembered are those that would be made anew", () => {
    fc.assert(
      fc.property(changed, ([base, steps]) => {
        let design = base;
        for (const step of steps) {
          design = mutate(design, step);
          expect(asText(judgePeerings(design))).toBe(asText(judgePeerings(forgotten(design))));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("name a rule of the engine, with its values and places on routers of the design", () => {
    fc.assert(
      fc.property(changed, ([base, steps]) => {
        const design = steps.reduce(mutate, base);
        for (const judged of judgePeerings(design)) {
          for (const refusal of refusalsOf(judged)) {
            expect(known).toContain(refusal.rule);
            expect(refusal.places.length).toBeGreaterThan(0);
            expect(refusal.places.every((place) => design.routers.has(place.router))).toBe(true);
            if (refusal.rule in ENGINE_RULE_VALUES) {
              const values = ENGINE_RULE_VALUES[refusal.rule as keyof typeof ENGINE_RULE_VALUES];
              expect([refusal.rule, ...Object.keys(refusal.data).sort()]).toEqual([
                refusal.rule,
                ...[...values].sort(),
              ]);
            }
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it("tell why for every direction that is not up, and nothing fails where it is", () => {
    fc.assert(
      fc.property(changed, ([base, steps]) => {
        for (const judged of judgePeerings(steps.reduce(mutate, base))) {
          for (const one of negotiationsOf(judged)) {
            const failing = one.refusals.filter((refusal) => refusal.failedAt !== undefined);
            if (one.outcome === "established") {
              expect([one.rule, one.reason, one.failedAt, failing]).toEqual([null, null, null, []]);
              expect(one.phase2).not.toBeNull();
              expect(one.steps.every((step) => step.ok !== false)).toBe(true);
            } else {
              expect(one.rule).not.toBeNull();
              expect(one.reason).toMatch(/\.$/);
              expect(one.refusals[0]?.rule).toBe(one.rule);
              expect(one.outcome === "unknown").toBe(one.failedAt === null);
            }
          }
        }
      }),
      { numRuns: 80 },
    );
  });

  it("don't depend on which router came first", () => {
    fc.assert(
      fc.property(changed, ([base, steps]) => {
        const design = steps.reduce(mutate, base);
        const turned: Design = { ...design, routers: new Map([...design.routers].reverse()) };
        const words = (one: Design) =>
          judgePeerings(one)
            .map(({ peering, status, byDesign }) => `${peering.id} ${status} ${String(byDesign)}`)
            .sort();
        // Equal names are numbered in order, and so may turn a peering round.
        fc.pre(new Set([...design.routers.values()].map((one) => one.elements.host.get("")?.hostname)).size === 2);
        expect(words(turned)).toEqual(words(design));
      }),
      { numRuns: 50 },
    );
  });
});

describe("memory", () => {
  it("keeps a verdict while another router changes", () => {
    const third = plainSites
      .replaceAll("Alpha", "Gamma")
      .replaceAll("Beta", "Delta")
      .replaceAll("198.51.100", "192.0.2")
      .replaceAll("203.0.113", "100.64.0");
    const design = designFromText(plainSites + third);
    const before = judgePeerings(design);
    const after = judgePeerings(mutate(design, { router: 0, change: 0 }));
    expect(before).toHaveLength(2);
    expect(after[1]).toBe(before[1]);
    expect(after[0]).not.toBe(before[0]);
  });

  it("keeps a hub's verdicts while one of its other entries changes", () => {
    const design = plainSitesWith(
      "=== Alpha\ncrypto map VPN 20 ipsec-isakmp\n set peer 192.0.2.9\n set transform-set TS\n match address OTHER\nip access-list extended OTHER\n permit ip 10.1.0.0 0.0.0.255 10.99.0.0 0.0.0.255",
    );
    const [alpha] = design.routers.values();
    const list = alpha!.elements.accessList.get("OTHER")!;
    const edited = applyEdits(design, [
      { op: "put", key: { router: alpha!.id, kind: "accessList", name: "OTHER" }, element: { ...list, lines: [] } },
    ]);
    const pairOf = (one: Design) => judgePeerings(one).find(({ peering }) => peering.b);
    expect(pairOf(edited)).toBe(pairOf(design));
  });
});

it("a peering without any flow is broken", () => {
  const judged = onlyPeering(plainSitesWith("=== Alpha\n- match address VPN\n=== Beta\n- match address VPN"));
  expect(judged).toMatchObject({ status: "broken", flows: [], aToB: { rule: "map-entry-no-acl" } });
});

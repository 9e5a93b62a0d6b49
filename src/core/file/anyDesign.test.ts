import fc from "fast-check";
import { expect, test } from "vitest";
import { asCanvasId, EMPTY_DESIGN, type Design } from "../model/design.ts";
import { asRouterId, ELEMENT_KINDS, type Router } from "../model/router.ts";
import { RULE_IDS } from "../model/ruleId.ts";
import { parsePrefix, type Ipv4Prefix } from "../net/ipv4.ts";
import { parse } from "../parse/parse.ts";
import { print } from "../print/print.ts";
import { arbitraryRouter } from "../testing/arbitraryRouter.ts";
import { routerText } from "../text/routerText.ts";
import { loadDesign } from "./load.ts";
import { saveDesign } from "./save.ts";

/** The nightly run asks for more. */
const numRuns = Number(process.env["PROPERTY_RUNS"] ?? 40);

/** Drops fields that are undefined, as the model has none. */
function given<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const word = fc.string({ minLength: 1, maxLength: 12 });
const routerIds = ["r-1", "r-2", "r-3"].map(asRouterId);
const prefix: fc.Arbitrary<Ipv4Prefix> = fc
  .tuple(fc.nat(255), fc.nat(255), fc.integer({ min: 16, max: 24 }))
  .map(([a, b, length]) => parsePrefix(`10.${a}.${length > 23 ? b : 0}.0/${length}`)!);
const attachments = fc.array(fc.record({ router: fc.constantFrom(...routerIds), interface: word }), { maxLength: 3 });
const position = fc.record({ x: fc.integer({ min: -5000, max: 5000 }), y: fc.integer({ min: -5000, max: 5000 }) });
const flag = maybe(fc.constant(true as const));

/** A router as a person drew it, or as it came from a text with a note in it and some line end. */
const router: fc.Arbitrary<Router> = fc
  .record({
    drawn: arbitraryRouter,
    text: maybe(fc.constantFrom("\n", "\r\n")),
    dialect: flag,
    facts: fc
      .record({
        fileStem: maybe(word),

        site: maybe(word),
        natOnPath: flag,
      })
      .map(given),
  })
  .map(({ dialect, drawn, facts: others, text }) => {
    // Classic IOS does not print the sequence numbers of an access list, so only the dialect that the version tells is chosen.
    const told = Number.parseInt(drawn.elements.host.get("")?.version ?? "", 10) >= 16 ? "xe17" : "classic";
    const facts = dialect ? { ...others, dialect: told } : others;
    if (text === undefined) return { ...drawn, ...facts } as Router;
    const noted = `! somebody's own note  \n${print(drawn).text}`.replaceAll("\n", text);
    const read = parse(noted, { file: "site/a.cfg", makeId: () => drawn.id });
    if (read.kind !== "configurations") throw new Error("The printed router is a configuration.");
    return { ...read.routers[0]!, ...facts } as Router;
  });

function mapOf<T extends { readonly id: unknown }>(members: readonly T[]): ReadonlyMap<T["id"], T> {
  return new Map(members.map((member) => [member.id, member]));
}

const canvas = <T extends object>(id: string, fields: fc.Arbitrary<T>) =>
  fc
    .array(fields, { maxLength: 3 })
    .map((members) => mapOf(members.map((member, index) => ({ id: asCanvasId(`${id}-${index}`), ...given(member) }))));

const design: fc.Arbitrary<Design> = fc
  .record({
    name: fc.string(),
    routers: fc
      .array(router, { maxLength: 3 })
      .map((routers) => mapOf(routers.map((one, index) => ({ ...one, id: routerIds[index]! })))),
    subnets: canvas("subnet", fc.record({ prefix, label: maybe(fc.string()), attachments })),
    clouds: canvas("cloud", fc.record({ label: fc.string(), attachments })),
    remoteClients: canvas(
      "clients",
      fc.record({ label: fc.string(), gateway: maybe(fc.constantFrom(...routerIds)), group: maybe(word) }),
    ),
    wishedFlows: fc.array(
      fc.record({ source: prefix, destination: prefix, initiates: flag, multicast: flag }).map(given),
      { maxLength: 3 },
    ),
    suppressions: fc.array(
      fc
        .record({
          rule: fc.constantFrom(...RULE_IDS),
          router: maybe(fc.constantFrom(...routerIds)),
          line: maybe(fc.string()),
          reason: fc.string(),
        })
        .map(given),
      { maxLength: 3 },
    ),
    layout: fc
      .array(fc.tuple(fc.constantFrom("r-1", "cloud-0", "subnet-1", "__proto__", "constructor"), position))
      .map((entries) => new Map(entries)),
  })
  .map((fields) => ({ ...EMPTY_DESIGN, ...fields }) as Design);

/** Elements without regard to the order in which they came, which print decides. */
function sorted(one: Router): unknown {
  return Object.fromEntries(
    ELEMENT_KINDS.map((kind) => [kind, [...one.elements[kind]].sort(([a], [b]) => (a < b ? -1 : 1))]),
  );
}

test("any design opens as it was saved, and saves to the same text again", { timeout: 10_000 + numRuns * 100 }, () => {
  fc.assert(
    fc.property(design, (saved) => {
      const text = saveDesign(saved);
      const result = loadDesign(text);
      if (result.kind === "refused") throw new Error(result.message);
      expect(result.problems).toEqual([]);
      expect(saveDesign(result.design)).toBe(text);
      expect({ ...result.design, routers: null }).toEqual({ ...saved, routers: null });
      expect([...result.design.routers.keys()]).toEqual([...saved.routers.keys()]);
      for (const [id, before] of saved.routers) {
        const after = result.design.routers.get(id)!;
        expect(sorted(after)).toEqual(sorted(before));
        expect(routerText(after).text).toBe(routerText(before).text);
        const facts = ({ dialect, fileStem, natOnPath, site, source }: Router) => ({
          ...{ dialect, fileStem, natOnPath, site },
          lineEnd: source?.lineEnd,
          file: source?.file,
        });
        expect(facts(after)).toEqual(facts(before));
      }
    }),
    { numRuns },
  );
});

test(
  "a design file cut or changed anywhere opens or is refused, and never throws",
  { timeout: 10_000 + numRuns * 100 },
  () => {
    fc.assert(
      fc.property(design, fc.nat(), fc.nat(20), fc.string(), (saved, at, remove, insert) => {
        const text = saveDesign(saved);
        const place = at % text.length;
        const result = loadDesign(text.slice(0, place) + insert + text.slice(place + remove));
        expect(["design", "refused"]).toContain(result.kind);
      }),
      { numRuns },
    );
  },
);

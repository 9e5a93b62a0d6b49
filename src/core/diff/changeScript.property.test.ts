import fc from "fast-check";
import { expect, test } from "vitest";
import type { Element, ElementKind, Elements, Router } from "../model/router.ts";
import { asRouterId, ELEMENT_KINDS } from "../model/router.ts";
import { print } from "../print/print.ts";
import { applied, asStarted, meaning, readRouter } from "../testing/appliedScript.ts";
import { arbitraryElements } from "../testing/arbitraryRouter.ts";
import { tiedNames } from "../testing/tiedNames.ts";
import { changeScript } from "./changeScript.ts";

/** The nightly run asks for more. */
const numRuns = Number(process.env["PROPERTY_RUNS"] ?? 200);
/** The same routers each time; the nightly run looks for others. */
const seed = process.env["PROPERTY_RUNS"] === undefined ? { seed: 20 } : {};
/** Milliseconds; enough for a run on a busy machine. */
const patience = Math.max(120_000, numRuns * 500);

/** A router as it starts with its text, so that what a text does not show or IOS does not take is not compared. */
function asRead(elements: Elements): Router {
  return asStarted({ id: asRouterId("router-1"), elements: tiedNames(elements) });
}

/** Two routers of one release, with nothing else in common. */
const strangers = fc
  .constantFrom("12.4", "15.2", "17.9")
  .chain((version) => fc.tuple(arbitraryElements(version), arbitraryElements(version)))
  .map(([one, other]) => [asRead(one), asRead(other)] as const);

/** A router before and after a few edits: elements that go, that come, and that take fields of another element. */
const edited = fc
  .constantFrom("12.4", "15.2", "17.9")
  .chain((version) => fc.tuple(arbitraryElements(version), arbitraryElements(version), edits))
  .map(
    ([one, other, list]) =>
      [asRead(one), asRead(list.reduce((elements, edit) => editOf(elements, other, edit), one))] as const,
  );

interface Edit {
  readonly kind: ElementKind;
  readonly at: number;
  readonly does: "remove" | "add" | "mix";
  readonly field: number;
}

const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...ELEMENT_KINDS),
    at: fc.nat(4),
    does: fc.constantFrom("remove" as const, "add" as const, "mix" as const, "mix" as const),
    field: fc.nat(30),
  }),
  { minLength: 1, maxLength: 8 },
);

/** What an element is told apart by, which no edit changes. */
const identity = new Set([
  "name",
  "map",
  "sequence",
  "priority",
  "peer",
  "service",
  "protocol",
  "block",
  "match",
  "network",
  "mask",
  "nextHop",
  "interface",
  "local",
  "localPort",
  "global",
  "globalPort",
  "version",
  "vrf",
  "type",
]);

function editOf(elements: Elements, source: Elements, { at, does, field, kind }: Edit): Elements {
  const collection = new Map<string, Element>(elements[kind] as ReadonlyMap<string, Element>);
  const [name, element] = [...collection][at % Math.max(1, collection.size)] ?? [];
  const others = [...(source[kind] as ReadonlyMap<string, Element>)];
  const [otherName, other] = others[at % Math.max(1, others.length)] ?? [];
  if (does === "remove" && name !== undefined && kind !== "host") collection.delete(name);
  if (
    does === "add" &&
    otherName !== undefined &&
    other !== undefined &&
    kind !== "keptBlock" &&
    !collection.has(otherName)
  )
    collection.set(otherName, other);
  if (does === "mix" && name !== undefined && element !== undefined && other !== undefined && kind !== "keptBlock") {
    const fields = [...new Set([...Object.keys(element), ...Object.keys(other)])].filter((one) => !identity.has(one));
    const chosen = fields[field % Math.max(1, fields.length)];
    if (chosen !== undefined) {
      const { [chosen]: _old, ...rest } = element as unknown as Readonly<Record<string, unknown>>;
      const value = (other as unknown as Readonly<Record<string, unknown>>)[chosen];
      const mixed = value === undefined ? rest : { ...rest, [chosen]: value };
      collection.set(name, mixed);
    }
  }
  return { ...elements, [kind]: collection };
}

function turns(before: Router, after: Router): void {
  const script = changeScript(before, after);
  const result = applied(before, script.lines);
  const there = meaning(result);
  expect(result.refused, script.lines.map(({ text }) => text).join("\n")).toEqual([]);
  expect(withoutBlocks(there), script.lines.map(({ text }) => text).join("\n")).toEqual(withoutBlocks(meaning(after)));
  // A block of several lines that is to go is left to a person, who is told.
  const left = (there["keptBlock"] as readonly string[]).filter(
    (text) => !(meaning(after)["keptBlock"] as readonly string[]).includes(text),
  );
  for (const text of left) expect(script.notes.join("\n")).toContain(text.split("\n")[0]);
}

function withoutBlocks(said: Readonly<Record<string, unknown>>): unknown {
  const { keptBlock: _blocks, ...rest } = said;
  return rest;
}

test(
  "a script makes any router any other, and the way back makes it what it was",
  () => {
    fc.assert(
      fc.property(strangers, ([before, after]) => {
        turns(before, after);
        turns(after, before);
      }),
      { numRuns, ...seed },
    );
  },
  patience,
);

test(
  "a script makes an edited router of the one before, and the way back undoes it",
  () => {
    fc.assert(
      fc.property(edited, ([before, after]) => {
        turns(before, after);
        turns(after, before);
      }),
      { numRuns, ...seed },
    );
  },
  patience,
);

test(
  "an edit that shares what it does not change gives the script that two separate texts give",
  () => {
    fc.assert(
      fc.property(arbitraryElements("15.2"), arbitraryElements("15.2"), edits, (one, other, list) => {
        const before = asRead(one);
        const read = asRead(other).elements;
        const after = {
          ...before,
          elements: list.reduce((elements, edit) => editOf(elements, read, edit), before.elements),
        };
        expect(changeScript(before, after)).toEqual(changeScript(before, structuredClone(after)));
      }),
      { numRuns, ...seed },
    );
  },
  patience,
);

test(
  "a router has nothing to change to become itself",
  () => {
    fc.assert(
      fc.property(strangers, ([router]) => {
        expect(changeScript(router, router)).toEqual({ lines: [], notes: [] });
        expect(changeScript(router, readRouter(print(router).text)).lines).toEqual([]);
      }),
      { numRuns, ...seed },
    );
  },
  patience,
);

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accessListEntries, type AccessListEntry } from "../model/accessList.ts";
import { EMPTY_DESIGN, type Design } from "../model/design.ts";
import { asRouterId } from "../model/router.ts";
import { parsePrefix } from "../net/ipv4.ts";
import { flowEntry, numberedList, type UnnumberedLine } from "./accessListLines.ts";
import { mirroredEntry } from "./accessListMirror.ts";
import { perform } from "./designDraft.ts";
import { elementsOf } from "./edit.ts";
import { commonPart, commonPartOfEntries, commonPartOfLists, mirrorEntry, mirrorList } from "./mirrorOperations.ts";

const [r1, r2] = [asRouterId("r1"), asRouterId("r2")];
const flow = (source: string, destination: string, action: "permit" | "deny" = "permit") =>
  flowEntry(action, { source: parsePrefix(source)!, destination: parsePrefix(destination)! });

const design = (a: readonly UnnumberedLine[], b: readonly UnnumberedLine[]): Design => ({
  ...EMPTY_DESIGN,
  routers: new Map(
    [a, b].map((lines, index) => {
      const id = index === 0 ? r1 : r2;
      return [id, { id, elements: elementsOf([{ kind: "accessList", element: numberedList("V", lines) }]) }];
    }),
  ),
});
const entries = (after: Design, router: typeof r1) =>
  accessListEntries(after.routers.get(router)!.elements.accessList.get("V")!);

const port: fc.Arbitrary<AccessListEntry["sourcePorts"]> = fc.option(
  fc.record({ operator: fc.constant("eq" as const), ports: fc.integer({ min: 1, max: 65535 }).map((one) => [one]) }),
  { nil: undefined },
);
const anyEntry: fc.Arbitrary<AccessListEntry> = fc
  .record({
    length: fc.integer({ min: 0, max: 32 }),
    other: fc.integer({ min: 0, max: 32 }),
    base: fc.nat(0xffffffff),
    sourcePorts: port,
    destinationPorts: port,
  })
  .map(({ length, other, base, sourcePorts, destinationPorts }) => {
    const wildcard = (size: number) => (size === 0 ? 0xffffffff : 0xffffffff >>> size);
    return {
      kind: "entry",
      sequence: 10,
      action: "permit",
      protocol: 6,
      source: { kind: "addresses", base: (base & ~wildcard(length)) >>> 0, wildcard: wildcard(length) },
      destination: { kind: "addresses", base: (base & ~wildcard(other)) >>> 0, wildcard: wildcard(other) },
      ...(sourcePorts ? { sourcePorts } : {}),
      ...(destinationPorts ? { destinationPorts } : {}),
      options: [],
    };
  });

describe("mirroring", () => {
  it("twice gives the entry back", () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        expect(mirroredEntry(mirroredEntry(entry))).toEqual(entry);
      }),
    );
  });

  it("replaces the counterpart that it is told of", () => {
    const start = design([flow("10.1.0.0/24", "10.2.0.0/24")], [flow("10.2.0.0/16", "10.1.0.0/24")]);
    const after = perform(start, mirrorEntry({ router: r1, list: "V", sequence: 10 }, { router: r2, list: "V" }, 10));
    expect(entries(after, r2)).toEqual([{ ...flow("10.2.0.0/24", "10.1.0.0/24"), sequence: 10 }]);
  });

  it("adds the missing entry behind the others", () => {
    const start = design(
      [flow("10.1.0.0/24", "10.2.0.0/24"), flow("10.3.0.0/24", "10.2.0.0/24")],
      [flow("10.2.0.0/24", "10.1.0.0/24")],
    );
    const after = perform(start, mirrorEntry({ router: r1, list: "V", sequence: 20 }, { router: r2, list: "V" }));
    expect(entries(after, r2)).toHaveLength(2);
    expect(mirrorEntry({ router: r1, list: "V", sequence: 20 }, { router: r2, list: "V" }).plan(after)).toEqual([]);
  });

  it("a whole list makes them images of each other, denies and all", () => {
    const start = design([flow("10.1.0.0/24", "10.2.0.9/32", "deny"), flow("10.1.0.0/24", "10.2.0.0/24")], []);
    const after = perform(start, mirrorList({ router: r1, list: "V" }, { router: r2, list: "V" }));
    expect(entries(after, r2).map(mirroredEntry)).toEqual(entries(after, r1));
  });
});

describe("the common part", () => {
  it("of two entries is what both permit, mirrored on the far side", () => {
    const start = design([flow("10.1.0.0/16", "10.2.0.0/24")], [flow("10.2.0.0/16", "10.1.4.0/24")]);
    const after = perform(
      start,
      commonPartOfEntries({ router: r1, list: "V", sequence: 10 }, { router: r2, list: "V", sequence: 10 }),
    );
    expect(entries(after, r1)).toEqual([{ ...flow("10.1.4.0/24", "10.2.0.0/24"), sequence: 10 }]);
    expect(entries(after, r2)).toEqual([{ ...flow("10.2.0.0/24", "10.1.4.0/24"), sequence: 10 }]);
  });

  it("of lists drops what the other side does not know", () => {
    const start = design(
      [flow("10.1.0.0/16", "10.2.0.0/24"), flow("10.9.0.0/24", "10.8.0.0/24")],
      [flow("10.2.0.0/16", "10.1.4.0/24"), flow("10.2.0.0/24", "10.1.4.0/24")],
    );
    const after = perform(start, commonPartOfLists({ router: r1, list: "V" }, { router: r2, list: "V" }));
    expect(entries(after, r1)).toEqual([{ ...flow("10.1.4.0/24", "10.2.0.0/24"), sequence: 10 }]);
    expect(entries(after, r2).map(mirroredEntry)).toEqual(entries(after, r1));
  });

  it("is the same from either side", () => {
    fc.assert(
      fc.property(anyEntry, anyEntry, (one, other) => {
        expect(commonPart(one, other)).toEqual(commonPart(other, one));
      }),
    );
  });

  it("of what has nothing in common is refused", () => {
    const start = design([flow("10.1.0.0/16", "10.2.0.0/24")], [flow("10.2.0.0/16", "10.7.4.0/24")]);
    expect(commonPartOfLists({ router: r1, list: "V" }, { router: r2, list: "V" }).plan(start)).toEqual([]);
  });
});

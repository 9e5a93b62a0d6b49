import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ANY_ADDRESS,
  hostSet,
  intersectSets,
  normalise,
  prefixOfSet,
  setContains,
  setCovers,
  setOfPrefix,
  setsEqual,
  setsIntersect,
  type AddressSet,
} from "./wildcard.ts";
import { parseIpv4, prefixOf } from "./ipv4.ts";

// Few bits vary, so that every address of the small universe can be tried: the definition itself is the oracle.
const universe = Array.from({ length: 64 }, (_, bits) => (((bits & 0x38) << 13) | (bits & 7)) >>> 0);
const aSmallSet: fc.Arbitrary<AddressSet> = fc.record({
  base: fc.constantFrom(...universe),
  wildcard: fc.constantFrom(...universe),
});
const members = (set: AddressSet) => universe.filter((address) => setContains(set, address));

describe("address sets under a wildcard", () => {
  it("cover another set when they hold all its addresses", () => {
    fc.assert(
      fc.property(aSmallSet, aSmallSet, (outer, inner) => {
        expect(setCovers(outer, inner)).toBe(members(inner).every((address) => setContains(outer, address)));
      }),
    );
  });

  it("intersect in exactly the addresses that both hold", () => {
    fc.assert(
      fc.property(aSmallSet, aSmallSet, (one, other) => {
        const common = members(one).filter((address) => setContains(other, address));
        const intersection = intersectSets(one, other);
        expect(setsIntersect(one, other)).toBe(common.length > 0);
        expect(intersection ? members(intersection) : []).toEqual(common);
      }),
    );
  });

  it("are equal when they hold the same addresses, whatever bits stand under the wildcard", () => {
    fc.assert(
      fc.property(aSmallSet, aSmallSet, (one, other) => {
        expect(setsEqual(one, other)).toBe(JSON.stringify(members(one)) === JSON.stringify(members(other)));
        expect(setsEqual(one, normalise(one))).toBe(true);
      }),
    );
  });

  it("hold everything under a wildcard of ones and one address under zeros", () => {
    expect(setContains(ANY_ADDRESS, 0xffffffff)).toBe(true);
    expect(setContains(hostSet(5), 5)).toBe(true);
    expect(setContains(hostSet(5), 4)).toBe(false);
  });

  it("are those of a prefix of any length, one address included", () => {
    expect(setOfPrefix(prefixOf(5, 32))).toEqual(hostSet(5));
    expect(setOfPrefix(prefixOf(5, 31))).toEqual({ base: 4, wildcard: 1 });
    expect(setOfPrefix(prefixOf(5, 0))).toEqual(ANY_ADDRESS);
  });

  it("are a prefix only without holes in the wildcard", () => {
    const network = prefixOf(parseIpv4("10.1.2.0") ?? 0, 24);
    expect(prefixOfSet(setOfPrefix(network))).toEqual(network);
    expect(prefixOfSet(setOfPrefix(prefixOf(0, 0)))).toEqual({ network: 0, length: 0 });
    expect(prefixOfSet({ base: 0, wildcard: parseIpv4("0.255.0.255") ?? 0 })).toBeUndefined();
  });
});

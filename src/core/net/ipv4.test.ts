import fc from "fast-check";
import { IPv4, IPv4CidrRange, IPv4Mask } from "ip-num";
import { describe, expect, it } from "vitest";
import {
  formatIpv4,
  formatPrefix,
  isPrivate,
  lengthOfMask,
  lengthOfWildcard,
  maskOfLength,
  parseIpv4,
  parsePrefix,
  prefixCovers,
  prefixOf,
  prefixOfMask,
  prefixesOverlap,
  wildcardOfLength,
} from "./ipv4.ts";

const anAddress = fc.nat(0xffffffff);
const aLength = fc.integer({ min: 0, max: 32 });

describe("IPv4 arithmetic", () => {
  it("reads back every address that it writes", () => {
    fc.assert(
      fc.property(anAddress, (address) => {
        expect(parseIpv4(formatIpv4(address))).toBe(address);
      }),
    );
  });

  it("writes addresses as ip-num does", () => {
    fc.assert(
      fc.property(anAddress, (address) => {
        expect(formatIpv4(address)).toBe(IPv4.fromNumber(BigInt(address)).toString());
      }),
    );
  });

  it.each(["256.1.1.1", "1.2.3", "1.2.3.4.5", "01.2.3.4", "1.2.3.x", "", " 1.2.3.4", "1.2.3.4\n", "1..2.3"])(
    "refuses %j as an address",
    (text) => {
      expect(parseIpv4(text)).toBeUndefined();
    },
  );

  it("knows the mask of each length as ip-num does", () => {
    for (let length = 0; length <= 32; length += 1) {
      const mask = maskOfLength(length);
      expect(new IPv4Mask(formatIpv4(mask)).prefix).toBe(length);
      expect(lengthOfMask(mask)).toBe(length);
      expect(lengthOfWildcard(wildcardOfLength(length))).toBe(length);
    }
  });

  it("finds no length for a mask with holes", () => {
    expect(lengthOfMask(parseIpv4("255.0.255.0") ?? 0)).toBeUndefined();
    expect(lengthOfWildcard(parseIpv4("255.255.255.0") ?? 0)).toBeUndefined();
  });

  it("covers and overlaps prefixes as ip-num's ranges do", () => {
    fc.assert(
      fc.property(anAddress, aLength, anAddress, aLength, (one, oneLength, other, otherLength) => {
        const left = prefixOf(one, oneLength);
        // Half of the cases share their first bits, since random addresses hardly ever overlap.
        const right = prefixOf((one ^ (other >>> oneLength)) >>> 0, otherLength);
        const leftRange = IPv4CidrRange.fromCidr(formatPrefix(left));
        const rightRange = IPv4CidrRange.fromCidr(formatPrefix(right));
        const contains = leftRange.contains(rightRange) || leftRange.isEquals(rightRange);
        expect(prefixCovers(left, right)).toBe(contains);
        expect(prefixesOverlap(left, right)).toBe(contains || rightRange.contains(leftRange));
      }),
    );
  });

  it("clears host bits when it reads a prefix", () => {
    expect(parsePrefix("10.1.2.3/16")).toEqual({ network: parseIpv4("10.1.0.0"), length: 16 });
    expect(parsePrefix("10.1.2.3/33")).toBeUndefined();
    expect(parsePrefix("10.1.2.3")).toBeUndefined();
    expect(parsePrefix("10.1.2.3/08")).toBeUndefined();
  });

  it("has no prefix for an interface whose mask has holes", () => {
    expect(prefixOfMask(parseIpv4("10.1.1.1") ?? 0, parseIpv4("255.0.255.0") ?? 0)).toBeUndefined();
  });

  it.each([
    ["10.255.0.1", true],
    ["172.15.255.255", false],
    ["172.16.0.0", true],
    ["172.31.255.255", true],
    ["172.32.0.0", false],
    ["192.168.3.4", true],
    ["192.169.0.1", false],
    ["203.0.113.1", false],
  ])("%s is private: %s", (text, expected) => {
    expect(isPrivate(parseIpv4(text) ?? 0)).toBe(expected);
  });
});

import { describe, expect, test } from "vitest";
import { parseIpv4 } from "../net/ipv4.ts";
import { asWritten, hasHoles, isMaskSlip, meantBySlip } from "./wildcardSlip.ts";

const set = (base: string, wildcard: string) => ({ base: parseIpv4(base)!, wildcard: parseIpv4(wildcard)! });
const isSlip = (base: string, wildcard: string) => isMaskSlip({ kind: "addresses", ...set(base, wildcard) });

describe("a mask where a wildcard belongs", () => {
  test("is one that clears bits of its base, or has cleared them all", () => {
    expect(isSlip("10.1.0.0", "255.255.255.0")).toBe(true);
    expect(isSlip("0.0.0.0", "255.255.255.0")).toBe(true);
    expect(isSlip("10.1.0.0", "255.255.255.255")).toBe(true);
  });

  test("is no wildcard, no host and no any", () => {
    expect(isSlip("10.1.0.0", "0.0.0.255")).toBe(false);
    expect(isSlip("10.1.0.1", "0.0.0.0")).toBe(false);
    expect(isSlip("0.0.0.0", "255.255.255.255")).toBe(false);
    expect(isSlip("10.1.0.0", "0.0.255.0")).toBe(false);
  });

  test("is not meant where the base stands under it, as for all odd addresses", () => {
    expect(isSlip("0.0.0.1", "255.255.255.254")).toBe(false);
  });

  test("is none of an object group's", () => {
    expect(isMaskSlip({ kind: "object-group", name: "SERVERS" })).toBe(false);
  });

  test("was meant as the network under the mask, unless its address is lost", () => {
    expect(meantBySlip(set("10.1.0.9", "255.255.255.0"))).toEqual(set("10.1.0.0", "0.0.0.255"));
    expect(meantBySlip(set("192.168.1.0", "255.255.255.0"))).toEqual(set("192.168.1.0", "0.0.0.255"));
    expect(meantBySlip(set("0.0.0.0", "255.255.255.0"))).toBeUndefined();
  });
});

test("a wildcard has holes where its ones are not one run from the right", () => {
  expect([hasHoles(set("10.0.0.0", "0.0.255.0")), hasHoles(set("10.0.0.0", "0.0.0.255"))]).toEqual([true, false]);
});

test("a pair is told as written", () => {
  expect(asWritten(set("10.1.0.9", "255.255.255.0"))).toBe("10.1.0.9 255.255.255.0");
});

import { expect, test } from "vitest";
import { freeLastSequence, newAnchor } from "./dynamicAnchor.ts";

test("an anchor goes to the next ten behind all entries", () => {
  expect([[], [1], [9], [10], [10, 25], [10, 30, 20]].map(freeLastSequence)).toEqual([10, 10, 10, 20, 30, 40]);
});

test("near the end of the range it goes to the last number that is free", () => {
  expect(freeLastSequence([65519])).toBe(65520);
  expect(freeLastSequence([65529])).toBe(65530);
  expect(freeLastSequence([65530])).toBe(65535);
  expect(freeLastSequence([65535])).toBe(65534);
  expect(freeLastSequence([65535, 65534, 10])).toBe(65533);
});

test("a full map has no place for one", () => {
  const full = Array.from({ length: 65535 }, (_, index) => index + 1);
  expect(newAnchor("VPN", full, "DYN")).toBeUndefined();
});

test("it has nothing but the dynamic map's name", () => {
  expect(newAnchor("VPN", [10], "DYN")).toEqual({
    map: "VPN",
    sequence: 20,
    type: "ipsec-isakmp",
    dynamicMap: "DYN",
    peers: [],
    transformSets: [],
    sessionKeys: [],
    kept: [],
  });
});

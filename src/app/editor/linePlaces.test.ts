import { describe, expect, it } from "vitest";
import { asRouterId, type Place, type PrintedLine } from "../../core/index.ts";
import { linesOfElement, linesOfPlace, placeAtLine } from "./linePlaces.ts";

const router = asRouterId("hq");
const entry: Place = { router, kind: "cryptoMapEntry", name: "VPN 10" };
const peers: Place = { ...entry, field: "peers" };
const list: Place = { router, kind: "accessList", name: "110" };

const lines: readonly PrintedLine[] = [
  { text: "!" },
  { text: "crypto map VPN 10 ipsec-isakmp", place: entry },
  { text: " set peer 192.0.2.1", place: peers },
  { text: " set something-new" },
  { text: " match address 110", place: { ...entry, field: "matchAddress" } },
  { text: "!" },
  { text: " stray" },
  { text: "access-list 110 permit ip any any", place: { ...list, field: "lines", item: 10 } },
  { text: "access-list 110 permit gre any any", place: { ...list, field: "lines", item: 20 } },
];

describe("the place of a line", () => {
  it("is what the line set", () => {
    expect(placeAtLine(lines, 3)).toEqual(peers);
  });

  it("is the block around a line that set nothing", () => {
    expect(placeAtLine(lines, 4)).toEqual(entry);
  });

  it("is nothing on a separator, on a line that no block holds, and outside the text", () => {
    expect(placeAtLine(lines, 1)).toBeNull();
    expect(placeAtLine(lines, 7)).toBeNull();
    expect(placeAtLine(lines, 99)).toBeNull();
  });
});

describe("the lines of an element", () => {
  it("are the runs that it stands in", () => {
    expect(linesOfElement(lines, entry)).toEqual([
      { first: 2, last: 3 },
      { first: 5, last: 5 },
    ]);
    expect(linesOfElement(lines, list)).toEqual([{ first: 8, last: 9 }]);
  });

  it("are narrowed to a field that has a line", () => {
    expect(linesOfPlace(lines, peers)).toEqual([{ first: 3, last: 3 }]);
    expect(linesOfPlace(lines, { ...list, field: "lines", item: 20 })).toEqual([{ first: 9, last: 9 }]);
  });

  it("are all of the element's for a field without a line", () => {
    expect(linesOfPlace(lines, { ...entry, field: "pfs" })).toEqual(linesOfElement(lines, entry));
  });
});

import { describe, expect, it } from "vitest";
import { elementsOf } from "../edit/edit.ts";
import { asRouterId, type Place } from "../model/router.ts";
import type { PrintedLine } from "../print/printedConfiguration.ts";
import { definitionsOf, nameAt, occurrencesOf } from "./textNames.ts";

const router = asRouterId("hq");
const body = { peers: [], sessionKeys: [], kept: [] };
const elements = elementsOf([
  { kind: "transformSet", element: { name: "STRONG", transforms: [] } },
  {
    kind: "cryptoMapEntry",
    element: {
      ...body,
      map: "VPN",
      sequence: 10,
      type: "ipsec-isakmp",
      transformSets: ["STRONG"],
      matchAddress: "110",
    },
  },
  {
    kind: "cryptoMapEntry",
    element: { ...body, map: "VPN", sequence: 20, type: "ipsec-isakmp", transformSets: ["LOST"], matchAddress: "110" },
  },
  { kind: "accessList", element: { name: "110", type: "extended", lines: [] } },
]);

const entry = (sequence: number, field?: string, item?: string): Place => ({
  router,
  kind: "cryptoMapEntry",
  name: `VPN ${sequence}`,
  ...(field !== undefined && { field }),
  ...(item !== undefined && { item }),
});
const lines: readonly PrintedLine[] = [
  {
    text: "crypto ipsec transform-set STRONG esp-aes",
    place: { router, kind: "transformSet", name: "STRONG" },
  },
  { text: "crypto map VPN 10 ipsec-isakmp", place: entry(10) },
  { text: " set transform-set STRONG", place: entry(10, "transformSets") },
  { text: " match address 110", place: entry(10, "matchAddress") },
  { text: "crypto map VPN 20 ipsec-isakmp", place: entry(20) },
  { text: " set transform-set LOST", place: entry(20, "transformSets") },
  { text: " match address 110", place: entry(20, "matchAddress") },
  {
    text: "access-list 110 permit ip 10.0.0.0 0.0.0.110 any",
    place: { router, kind: "accessList", name: "110", field: "lines", item: "10" },
  },
  { text: "! STRONG is only spoken of here" },
];

describe("a name in a text", () => {
  it("is known where it is used and where it is defined", () => {
    expect(nameAt(elements, lines, 3, 22)).toMatchObject({
      use: { to: "transformSet", name: "STRONG" },
      range: { line: 3, column: 20, endColumn: 26 },
    });
    expect(nameAt(elements, lines, 1, 30)?.use).toMatchObject({ to: "transformSet", name: "STRONG" });
    expect(nameAt(elements, lines, 8, 14)?.use).toMatchObject({ to: "accessList", name: "110" });
  });

  it("is none on a keyword, an address or a comment", () => {
    expect(nameAt(elements, lines, 3, 3)).toBeNull();
    expect(nameAt(elements, lines, 8, 30)).toBeNull();
    expect(nameAt(elements, lines, 9, 4)).toBeNull();
  });

  it("leads to its definition", () => {
    const { use } = nameAt(elements, lines, 4, 17)!;
    expect(definitionsOf(use, lines)).toEqual([{ line: 8, column: 13, endLine: 8, endColumn: 16 }]);
  });

  it("of a crypto map is defined by each of its entries", () => {
    const { use } = nameAt(elements, lines, 5, 13)!;
    expect(use).toMatchObject({ to: "cryptoMap", name: "VPN" });
    expect(definitionsOf(use, lines).map((range) => range.line)).toEqual([2, 5]);
  });

  it("that dangles has no definition", () => {
    const { use } = nameAt(elements, lines, 6, 22)!;
    expect(use.name).toBe("LOST");
    expect(definitionsOf(use, lines)).toEqual([]);
  });

  it("occurs on every line that speaks of it", () => {
    const { use } = nameAt(elements, lines, 4, 17)!;
    expect(occurrencesOf(use, lines).map((range) => range.line)).toEqual([4, 7, 8]);
  });
});

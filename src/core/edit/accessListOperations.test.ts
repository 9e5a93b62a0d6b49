import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AccessListLine } from "../model/accessList.ts";
import { EMPTY_DESIGN, type Design } from "../model/design.ts";
import { asRouterId } from "../model/router.ts";
import { insertLines, numberedList, type UnnumberedLine } from "./accessListLines.ts";
import {
  addAccessListLines,
  editAccessListLine,
  moveAccessListLine,
  removeAccessListLines,
  renumberAccessList,
} from "./accessListOperations.ts";
import { perform } from "./designDraft.ts";
import { elementsOf } from "./edit.ts";

const id = asRouterId("r");
const remark = (text: string): UnnumberedLine => ({ kind: "remark", text });
const design = (dialect: "classic" | "xe17"): Design => ({
  ...EMPTY_DESIGN,
  routers: new Map([
    [
      id,
      {
        id,
        dialect,
        elements: elementsOf([
          { kind: "accessList", element: numberedList("V", [remark("a"), remark("b"), remark("c")]) },
        ]),
      },
    ],
  ]),
});
const text = (line: AccessListLine) => `${line.sequence} ${line.kind === "remark" ? line.text : line.action}`;
const lines = (after: Design) => after.routers.get(id)!.elements.accessList.get("V")!.lines.map(text);

describe("lines of an access list", () => {
  it("are put between two others in the gap, where their numbers show", () => {
    const after = perform(design("xe17"), addAccessListLines(id, "V", [remark("x")], 20));
    expect(lines(after)).toEqual(["10 a", "15 x", "20 b", "30 c"]);
  });

  it("are numbered in tens where classic IOS does not show the numbers", () => {
    const after = perform(design("classic"), addAccessListLines(id, "V", [remark("x")], 20));
    expect(lines(after)).toEqual(["10 a", "20 x", "30 b", "40 c"]);
  });

  it("move with the numbers of their places", () => {
    expect(lines(perform(design("xe17"), moveAccessListLine(id, "V", 30, 0)))).toEqual(["10 c", "20 a", "30 b"]);
    expect(moveAccessListLine(id, "V", 30, 3).plan(design("xe17"))).toEqual([]);
  });

  it("are replaced, removed and renumbered", () => {
    expect(lines(perform(design("xe17"), editAccessListLine(id, "V", 20, remark("B"))))[1]).toBe("20 B");
    const less = perform(design("xe17"), removeAccessListLines(id, "V", [10]));
    expect(lines(less)).toEqual(["20 b", "30 c"]);
    expect(lines(perform(less, renumberAccessList(id, "V", 100, 5)))).toEqual(["100 b", "105 c"]);
  });

  it("with a line break in them are refused", () => {
    expect(addAccessListLines(id, "V", [remark("x\nno crypto map")]).plan(design("classic"))).toEqual([]);
  });

  it("begin a list that does not exist", () => {
    const after = perform(design("classic"), addAccessListLines(id, "NEW", [remark("x")]));
    expect(after.routers.get(id)?.elements.accessList.get("NEW")?.lines.map(text)).toEqual(["10 x"]);
  });
});

describe("inserting lines", () => {
  it("keeps the order, the new ones in their place and numbers rising, wherever and however many", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 8 }),
        fc.nat(8),
        fc.integer({ min: 1, max: 6 }),
        (gaps, at, count) => {
          let sequence = 0;
          const list = {
            name: "V",
            type: "extended" as const,
            lines: gaps.map((gap, index) => ({ ...remark(`old ${index}`), sequence: (sequence += gap) })),
          };
          const index = Math.min(at, list.lines.length);
          const added = Array.from({ length: count }, (_, number) => remark(`new ${number}`));
          const after = insertLines(list, index, added).lines;
          const texts = after.map((line) => (line.kind === "remark" ? line.text : ""));
          expect(texts.slice(index, index + count)).toEqual(added.map((_, number) => `new ${number}`));
          expect(texts.filter((one) => one.startsWith("old"))).toEqual(gaps.map((_, number) => `old ${number}`));
          after.slice(1).forEach((line, number) => {
            expect(line.sequence).toBeGreaterThan(after[number]!.sequence);
          });
          expect(after[0]!.sequence).toBeGreaterThan(0);
        },
      ),
    );
  });
});

import { describe, expect, it } from "vitest";
import { exampleDesign } from "../generate/exampleDesign.ts";
import { CLOUD_SIZE, ROUTER_SIZE } from "./objectSizes.ts";
import { perform } from "./designDraft.ts";
import { moveOperation } from "./moveOperations.ts";
import { alignOperation, arrangeDesign, distributeOperation } from "./layoutOperations.ts";

const design = exampleDesign();

describe("bringing things", () => {
  it("onto one line goes by their middles, whatever their sizes", () => {
    const after = perform(design, alignOperation(["hq", "internet"], "middle"));
    const middle = (id: string, height: number) => after.layout.get(id)!.y + height / 2;
    expect(middle("hq", ROUTER_SIZE.height)).toBe(middle("internet", CLOUD_SIZE.height));
  });

  it("apart makes equal gaps and leaves the outermost two", () => {
    const ids = ["hq", "internet", "branch"];
    const start = perform(design, moveOperation(new Map([["internet", { x: 330, y: 0 }]])));
    const after = perform(start, distributeOperation(ids, "horizontally"));
    const { layout } = after;
    expect(layout.get("hq")).toEqual(design.layout.get("hq"));
    expect(layout.get("branch")).toEqual(design.layout.get("branch"));
    const gap = layout.get("internet")!.x - (layout.get("hq")!.x + ROUTER_SIZE.width);
    expect(layout.get("branch")!.x - (layout.get("internet")!.x + CLOUD_SIZE.width)).toBe(gap);
  });

  it("by arranging is stable: a second time nothing moves", () => {
    const after = perform(design, arrangeDesign());
    expect(arrangeDesign().plan(after)).toEqual([]);
    expect(after.layout.size).toBe(design.layout.size);
  });
});

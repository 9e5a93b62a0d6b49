import { describe, expect, it } from "vitest";
import { exampleDesign } from "../generate/exampleDesign.ts";
import { perform } from "./designDraft.ts";
import { moveOperation, nudgeOperation } from "./moveOperations.ts";

const design = exampleDesign();

describe("moving things", () => {
  it("changes places and nothing else", () => {
    const after = perform(design, moveOperation(new Map([["hq", { x: 1, y: 2 }]])));
    expect(after.layout.get("hq")).toEqual({ x: 1, y: 2 });
    expect(after.routers).toBe(design.routers);
    expect(moveOperation(new Map([["hq", design.layout.get("hq")!]])).plan(design)).toEqual([]);
  });

  it("by the arrow keys moves all that is selected", () => {
    const after = perform(design, nudgeOperation(["hq", "branch", "gone"], 1, -20));
    expect(after.layout.get("branch")).toEqual({
      x: design.layout.get("branch")!.x + 1,
      y: design.layout.get("branch")!.y - 20,
    });
    expect(after.layout.has("gone")).toBe(false);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeSize, lineDiff } from "./lineDiff.ts";
import { applyTextEdits, minimalEdits } from "./minimalEdits.ts";

// Few distinct lines, so that generated texts share many of them.
const lines = fc.array(fc.constantFrom("", "!", " exit", "crypto map VPN 10", " set peer 192.0.2.1"), { minLength: 1 });

describe("minimal edits", () => {
  it("lead from any text to any other", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        expect(applyTextEdits(before, minimalEdits(before, after))).toEqual(after);
      }),
      { numRuns: 500 },
    );
  });

  it("are none between equal texts", () => {
    expect(minimalEdits(["a", "b"], ["a", "b"])).toEqual([]);
  });

  it("replace only the characters of a line that differ", () => {
    expect(minimalEdits(["set peer 192.0.2.1"], ["set peer 192.0.2.9"])).toEqual([
      { startLine: 1, startColumn: 18, endLine: 1, endColumn: 19, text: "9" },
    ]);
  });

  it("leave the lines between two changes alone", () => {
    const edits = minimalEdits(["a", "b", "c", "d", "e"], ["a", "B", "c", "d", "e", "f"]);
    expect(edits).toEqual([
      { startLine: 2, startColumn: 1, endLine: 2, endColumn: 2, text: "B" },
      { startLine: 5, startColumn: 2, endLine: 5, endColumn: 2, text: "\nf" },
    ]);
  });

  it("insert whole lines without touching their neighbours", () => {
    expect(minimalEdits(["a", "c"], ["a", "b", "c"])).toEqual([
      { startLine: 2, startColumn: 1, endLine: 2, endColumn: 1, text: "b\n" },
    ]);
  });

  it("delete the last line together with the line end before it", () => {
    expect(minimalEdits(["a", "b"], ["a"])).toEqual([
      { startLine: 1, startColumn: 2, endLine: 2, endColumn: 2, text: "" },
    ]);
  });
});

describe("the line difference", () => {
  it("is one hunk when more differs than a search would pay for", () => {
    const before = Array.from({ length: 1000 }, (_, index) => `old ${index}`);
    const after = Array.from({ length: 1000 }, (_, index) => `new ${index}`);
    expect(lineDiff(before, after)).toEqual([{ beforeStart: 0, beforeEnd: 1000, afterStart: 0, afterEnd: 1000 }]);
  });

  it("is as small as can be", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const size = changeSize(before, after);
        expect(size.added + size.removed).toBe(before.length + after.length - 2 * longestCommon(before, after));
      }),
    );
  });

  it("counts added and removed lines", () => {
    expect(changeSize(["a", "b", "c"], ["a", "x", "y", "c"])).toEqual({ added: 2, removed: 1 });
  });
});

function longestCommon(before: readonly string[], after: readonly string[]): number {
  let row = new Array<number>(after.length + 1).fill(0);
  for (const line of before) {
    const next = [0];
    after.forEach((other, index) =>
      next.push(line === other ? row[index]! + 1 : Math.max(row[index + 1]!, next[index]!)),
    );
    row = next;
  }
  return row.at(-1)!;
}

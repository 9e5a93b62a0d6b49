import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesBetween, isTextChanges, withChanges } from "./textChanges.ts";

const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index} of the file`);
const size = (changes: ReturnType<typeof changesBetween>) => JSON.stringify(changes).length;

describe("the changes between two texts", () => {
  it("of a large text are as short as what was changed in it, wherever that stands", () => {
    const before = lines(20_000);
    const after = [...before];
    after[10] = "moved";
    after.splice(900, 1);
    after.splice(12_000, 0, "one more", "and another");
    after[19_999] = "the end";
    const changes = changesBetween(before.join("\n"), after.join("\n"));
    expect(size(changes)).toBeLessThan(300);
    expect(withChanges(before.join("\n"), changes)).toBe(after.join("\n"));
  });

  it("skip what was taken away", () => {
    const before = lines(5000);
    const after = [...before.slice(0, 100), ...before.slice(3000)];
    expect(size(changesBetween(before.join("\n"), after.join("\n")))).toBeLessThan(100);
  });

  it("are one range where nothing changed, and the text itself where all did", () => {
    expect(changesBetween("same", "same")).toEqual([[0, 4]]);
    expect(changesBetween("", "all new\n")).toEqual(["all new\n"]);
    expect(changesBetween("gone", "")).toEqual([]);
  });

  it("always make the very text again", { timeout: 60_000 }, () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "ab", "", "{", "},"), { maxLength: 40 })
      .map((all) => all.join("\n"));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const kept: unknown = JSON.parse(JSON.stringify(changesBetween(before, after)));
        expect(isTextChanges(kept) && withChanges(before, kept)).toBe(after);
      }),
    );
  });
});

it("changes that another hand wrote are told apart", () => {
  for (const wrong of [null, "text", [1], [["a", 2]], [[1]], [[1.5, 2]]]) expect(isTextChanges(wrong)).toBe(false);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import type { SourceLine } from "../model/source.ts";
import { changedLines, noteChangedText } from "./changedLines.ts";

function linesOf(texts: readonly string[]): readonly SourceLine[] {
  return texts.map((text) => ({ text, state: "outside" }));
}

test.each([
  [["a", "b", "c"], "a\nb\nc\n", { start: 2, before: 1, lines: ["c"] }],
  [["a", "b", "c"], "a\nx\nc\n", { start: 1, before: 1, lines: ["x"] }],
  [["a", "b", "c"], "a\nc\n", { start: 1, before: 1, lines: [] }],
  [["a", "c"], "a\nb\nc\n", { start: 1, before: 0, lines: ["b"] }],
  [["a", "a"], "a\na\na\n", { start: 1, before: 0, lines: ["a"] }],
  [["ab", "c"], "a\nb\nc\n", { start: 0, before: 1, lines: ["a", "b"] }],
])("%j that became %j", (old, text, expected) => {
  const change = changedLines(linesOf(old), text);
  const result = [...old.slice(0, change.start), ...change.lines, ...old.slice(change.start + change.before)];
  expect(`${result.join("\n")}\n`).toBe(text);
  expect(change.before).toBeLessThanOrEqual(Math.max(1, expected.before));
  expect(change.lines.length).toBeLessThanOrEqual(Math.max(1, expected.lines.length));
});

test("the changed lines put in the place of those before make the new text", () => {
  const line = fc.stringMatching(/^[ab]{0,3}$/);
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), fc.array(line, { minLength: 1 }), (old, now) => {
      const { before, lines, start } = changedLines(linesOf(old), `${now.join("\n")}\n`);
      expect([...old.slice(0, start), ...lines, ...old.slice(start + before)]).toEqual(now);
    }),
  );
});

test("a text whose lines are noted is compared like one whose lines are not", () => {
  const line = fc.stringMatching(/^[ab]{0,3}$/);
  const text = fc.array(line, { minLength: 1 });
  fc.assert(
    fc.property(text, text, text, (first, second, third) => {
      const [old, now, noted] = [linesOf(first), linesOf(second), linesOf(second)];
      const typed = `${second.join("\n")}\n`;
      noteChangedText(old, changedLines(old, typed), noted, typed);
      const next = `${third.join("\n")}\n`;
      expect(changedLines(noted, next)).toEqual(changedLines(now, next));
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { newTextWindow, showOther, showStretch, type TextWindow } from "./textWindow.ts";

function shown({ codes, end, from }: TextWindow): string {
  return Array.from(codes.subarray(0, end - from), (code) => String.fromCharCode(code)).join("");
}

const piece = fc.oneof(fc.string({ unit: "binary" }), fc.string(), fc.constantFrom("é", "ÿ", "\ud800", "\udc00", "👍"));

test("a window shows a stretch as it stands in the text, whatever characters it holds", () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1 }), fc.nat(9000), fc.nat(), fc.nat(), (pieces, spare, one, other) => {
      const text = `${"a".repeat(spare)}${pieces.join("")}`;
      const [from, end] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b) as [
        number,
        number,
      ];
      const window = newTextWindow(text);
      showStretch(window, from, end);
      expect(window.from <= from && window.end >= end).toBe(true);
      expect(shown(window)).toBe(text.slice(window.from, window.end));
      showOther(window, text, from, end);
      expect(shown(window)).toBe(text.slice(from, end));
    }),
  );
});

test("a window goes on through a text that is longer than it", () => {
  const text = Array.from({ length: 9000 }, (_, line) => `line ${line}${line % 4000 === 0 ? " é" : ""}\n`).join("");
  const window = newTextWindow(text);
  for (let from = 0; from < text.length; from += 700) {
    const end = Math.min(from + 700, text.length);
    showStretch(window, from, end);
    expect(shown(window).slice(from - window.from, end - window.from)).toBe(text.slice(from, end));
  }
});

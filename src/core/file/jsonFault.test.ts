import fc from "fast-check";
import { expect, test } from "vitest";
import { placeOfJsonFault } from "./jsonFault.ts";

test.each([
  ['{\n "a": oops,\n "b": 1\n}', 2, 7],
  ['{\n "a": 1,\n oops\n', 3, 2],
  ["[1,2", 1, 5],
  ["[1 2]", 1, 4],
  ["[1,]", 1, 4],
  ['{"a":1,}', 1, 8],
  ['{"a" 1}', 1, 6],
  ['{"a":"x\ny"}', 1, 6],
  ["[01]", 1, 2],
  ["[nulls]", 1, 2],
  ['["\\x"]', 1, 2],
  ["", 1, 1],
  ["{} {}", 1, 4],
  ["[}", 1, 2],
])("the fault of %j is at line %i, column %i", (text, line, column) => {
  expect(() => JSON.parse(text) as unknown).toThrow();
  expect(placeOfJsonFault(text)).toEqual({ line, column });
});

test("a character that JSON can't have is found wherever it stands between tokens", () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (json, at) => {
      const ends = [...json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]/g)].map((match) => match.index + match[0].length);
      const place = ends.length === 0 ? json.length : (ends[at % ends.length] ?? 0);
      const broken = `${json.slice(0, place)}@${json.slice(place)}`;
      expect(placeOfJsonFault(broken)).toEqual({ line: 1, column: place + 1 });
    }),
  );
});

test("a text of a million open brackets is read in one pass", () => {
  expect(placeOfJsonFault("[".repeat(1_000_000))).toEqual({ line: 1, column: 1_000_001 });
});

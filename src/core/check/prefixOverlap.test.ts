import { describe, expect, test } from "vitest";
import { formatPrefix, parsePrefix } from "../net/ipv4.ts";
import { innermost, nestedPrefixes } from "./prefixOverlap.ts";

const nested = (...texts: readonly string[]) =>
  [...nestedPrefixes(texts.map((text) => ({ prefix: parsePrefix(text)! })))].map(({ inner }) =>
    formatPrefix(inner.prefix),
  );

const holders = (...texts: readonly string[]) => {
  const found: string[] = [];
  // The holders are one list that goes on changing, so they are read at once.
  for (const { inner, outers } of nestedPrefixes(texts.map((text) => ({ prefix: parsePrefix(text)! }))))
    found.push(`${formatPrefix(inner.prefix)} in ${outers.map(({ prefix }) => formatPrefix(prefix)).join(" ")}`.trim());
  return found;
};

describe("nested prefixes", () => {
  test("come sorted by network, the wider of two before the narrower", () => {
    expect(nested("10.2.0.0/16", "10.1.0.0/24", "10.1.0.0/16")).toEqual(["10.1.0.0/16", "10.1.0.0/24", "10.2.0.0/16"]);
  });

  test("each have all that hold them, the widest first", () => {
    expect(holders("10.1.2.0/24", "10.0.0.0/8", "10.1.0.0/16", "10.2.0.0/16", "192.0.2.0/24")).toEqual([
      "10.0.0.0/8 in",
      "10.1.0.0/16 in 10.0.0.0/8",
      "10.1.2.0/24 in 10.0.0.0/8 10.1.0.0/16",
      "10.2.0.0/16 in 10.0.0.0/8",
      "192.0.2.0/24 in",
    ]);
  });

  test("that are equal hold each other once", () => {
    expect(holders("10.1.0.0/24", "10.1.0.0/24")).toEqual(["10.1.0.0/24 in", "10.1.0.0/24 in 10.1.0.0/24"]);
  });

  test("may be none", () => {
    expect(holders()).toEqual([]);
  });
});

test("the innermost holder is the last that a test takes", () => {
  expect(innermost([1, 2, 3], (one) => one < 3)).toBe(2);
  expect(innermost([1, 2, 3], () => true)).toBe(3);
  expect(innermost([1], () => true)).toBe(1);
  expect(innermost([1, 2, 3], () => false)).toBeUndefined();
  expect(innermost<number>([], () => true)).toBeUndefined();
});

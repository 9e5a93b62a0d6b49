import { describe, expect, test } from "vitest";
import { eachRemembered, memoOf } from "./identityMemo.ts";

const [one, two, three, four] = [{ id: 1 }, { id: 2 }, { id: 3 }, { id: 4 }];

/** Answers ids tenfold and notes what it was asked. */
function counting() {
  const asked: number[] = [];
  const tenfold = eachRemembered(({ id }: { readonly id: number }) => {
    asked.push(id);
    return id * 10;
  });
  return {
    tenfold,
    askedSince: () => asked.splice(0),
  };
}

describe("a list whose answers are remembered", () => {
  test("is asked whole the first time", () => {
    const { tenfold, askedSince } = counting();
    expect(tenfold([one, two, three])).toEqual([10, 20, 30]);
    expect(askedSince()).toEqual([1, 2, 3]);
  });

  test("is asked only for the items that were replaced", () => {
    const { tenfold, askedSince } = counting();
    tenfold([one, two, three]);
    askedSince();
    expect(tenfold([four, two, { id: 5 }])).toEqual([40, 20, 50]);
    expect(askedSince()).toEqual([4, 5]);
  });

  test("is not asked for what an item that went or came has moved along", () => {
    const { tenfold, askedSince } = counting();
    tenfold([one, two, three]);
    askedSince();
    expect(tenfold([one, three])).toEqual([10, 30]);
    expect(askedSince()).toEqual([]);
    expect(tenfold([one, four, three])).toEqual([10, 40, 30]);
    expect(askedSince()).toEqual([4]);
  });

  test("is the same list while all answers are the same", () => {
    const { tenfold } = counting();
    const before = tenfold([one, two]);
    expect(tenfold([one, { id: 2 }])).toBe(before);
    expect(tenfold([one, three])).not.toBe(before);
  });

  test("hands the context on to what it asks", () => {
    const plus = eachRemembered(({ id }: { readonly id: number }, more: number) => id + more);
    expect(plus([one, two], 5)).toEqual([6, 7]);
  });
});

test("what is derived from one object is derived once", () => {
  let count = 0;
  const wrapped = memoOf((item: { readonly id: number }) => ({ item, count: (count += 1) }));
  expect(wrapped(one)).toBe(wrapped(one));
  expect(wrapped(two)).toEqual({ item: two, count: 2 });
});

import { finished } from "./gradually.ts";

/**
 * Remembers the last answer for each first key, and gives it again while all keys are the very same objects. What is derived
 * from a few collections of a router then survives an edit of its other collections.
 */
export function memoByIdentity<K extends readonly [object, ...unknown[]], V>(
  compute: (...keys: K) => V,
): (...keys: K) => V {
  const slots = new WeakMap<object, { readonly keys: K; readonly value: V }>();
  return (...keys) => {
    const slot = slots.get(keys[0]);
    if (slot && sameItems(slot.keys, keys)) return slot.value;
    const value = compute(...keys);
    slots.set(keys[0], { keys, value });
    return value;
  };
}

/** The same for what is derived from one object alone. */
export function memoOf<K extends object, V extends object>(compute: (key: K) => V): (key: K) => V {
  const values = new WeakMap<K, V>();
  return (key) => {
    let value = values.get(key);
    if (!value) values.set(key, (value = compute(key)));
    return value;
  };
}

/** A function of a list and what it stands in, which can also be worked out step by step. */
export interface ListFunction<T, C, A> {
  (items: readonly T[], context: C): A;
  /** The same, pausing whenever some items had to be looked at. */
  gradually(items: readonly T[], context: C): Generator<undefined, A>;
}

/** After so many small pieces of work it is time for a pause: one after each would cost as much as they do. */
export const PIECES_PER_PAUSE = 16;

/**
 * Answers for each item of a list, remembering those of the last list: what stands where it stood is not looked at again, nor is
 * what one item that came or went has moved along. A list whose answers are all the same ones is answered by the same list. The
 * context may only hold what the items stand for.
 */
export function eachRemembered<T, R, C = void>(make: (item: T, context: C) => R): ListFunction<T, C, readonly R[]> {
  let last: { readonly items: readonly T[]; readonly answers: readonly R[] } = { items: [], answers: [] };
  return listFunction(function* (items, context) {
    if (items === last.items) return last.answers;
    const { items: before, answers: known } = last;
    const shift = items.length - before.length;
    const { start, end } = stretchBetween(before, items);
    const between: R[] = [];
    let made = 0;
    for (let index = start; index < end; index += 1) {
      const item = items[index] as T;
      const isKnown = shift === 0 && before[index] === item;
      between.push(isKnown ? (known[index] as R) : make(item, context));
      if (isKnown) continue;
      made += 1;
      if (made % PIECES_PER_PAUSE === 0) yield;
    }
    const isSame = shift === 0 && between.every((answer, index) => Object.is(answer, known[start + index]));
    last = { items, answers: isSame ? known : [...known.slice(0, start), ...between, ...known.slice(end - shift)] };
    return last.answers;
  });
}

/** Two lists, and the stretch of the second outside of which they are the same. */
interface Stretch {
  readonly before: readonly unknown[];
  readonly items: readonly unknown[];
  readonly start: number;
  readonly end: number;
}

/** The last two lists that were compared: dozens of functions ask about the same routers after an edit. */
let compared: Stretch = { before: [], items: [], start: 0, end: 0 };

function stretchBetween(before: readonly unknown[], items: readonly unknown[]): Stretch {
  if (compared.before === before && compared.items === items) return compared;
  const shift = items.length - before.length;
  const shorter = Math.min(items.length, before.length);
  let start = 0;
  while (start < shorter && items[start] === before[start]) start += 1;
  let end = items.length;
  while (end > start && end - shift > start && items[end - 1] === before[end - 1 - shift]) end -= 1;
  compared = { before, items, start, end };
  return compared;
}

/** Lets a function that is written step by step be called at once as well. */
export function listFunction<T, C, A>(
  gradually: (items: readonly T[], context: C) => Generator<undefined, A>,
): ListFunction<T, C, A> {
  return Object.assign((items: readonly T[], context: C) => finished(gradually(items, context)), { gradually });
}

/** Whether two lists hold the very same objects in the same order. */
export function sameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (!Object.is(one[index], other[index])) return false;
  return true;
}

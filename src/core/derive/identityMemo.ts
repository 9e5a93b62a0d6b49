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

/**
 * Answers for each item of a list, remembering those of the last list: what stands where it stood is not looked at again, nor is
 * what one item that came or went has moved along. A list whose answers are all the same ones is answered by the same list. The
 * context may only hold what the items stand for.
 */
export function eachRemembered<T, R, C = void>(
  make: (item: T, context: C) => R,
): (items: readonly T[], context: C) => readonly R[] {
  let last: { readonly items: readonly T[]; readonly answers: readonly R[] } = { items: [], answers: [] };
  return (items, context) => {
    if (items === last.items) return last.answers;
    const shift = items.length - last.items.length;
    let start = 0;
    while (start < items.length && items[start] === last.items[start]) start += 1;
    const answers = items.map((item, index) => {
      const before = index < start || shift === 0 ? index : index - shift;
      const isKnown = before >= 0 && before < last.items.length && last.items[before] === item;
      return isKnown ? (last.answers[before] as R) : make(item, context);
    });
    last = { items, answers: sameItems(answers, last.answers) ? last.answers : answers };
    return last.answers;
  };
}

/** Whether two lists hold the very same objects in the same order. */
export function sameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (!Object.is(one[index], other[index])) return false;
  return true;
}

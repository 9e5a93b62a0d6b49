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

/** Whether two lists hold the very same objects in the same order. */
export function sameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (!Object.is(one[index], other[index])) return false;
  return true;
}

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

/** Whether two lists hold the very same objects in the same order. */
export function sameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => Object.is(item, other[index]));
}

import type { ElementKind, Elements, ElementTypes } from "../model/router.ts";

type Sorted = { readonly [K in ElementKind]?: (elements: readonly ElementTypes[K][]) => readonly ElementTypes[K][] };

/** How IOS sorts elements of a kind; kinds that are not named stand in the order in which they came. */
const orders: Sorted = {
  isakmpPolicy: (policies) => [...policies].sort((one, other) => one.priority - other.priority),
  cryptoMapEntry: byMapAndSequence,
  dynamicMapEntry: byMapAndSequence,
  routeMapEntry: byMapAndSequence,
  interface: inInterfaceOrder,
  accessList: (lists) => [...lists].sort((one, other) => compareListNames(one.name, other.name)),
};

const cache = new WeakMap<ReadonlyMap<string, unknown>, readonly unknown[]>();

/** The elements of a kind in the order in which IOS prints them. */
export function inPrintOrder<K extends ElementKind>(elements: Elements, kind: K): readonly ElementTypes[K][] {
  const collection: ReadonlyMap<string, ElementTypes[K]> = elements[kind];
  const known = cache.get(collection);
  if (known !== undefined) return known as readonly ElementTypes[K][];
  const list = [...collection.values()];
  const sort = orders[kind] as ((elements: readonly ElementTypes[K][]) => readonly ElementTypes[K][]) | undefined;
  const sorted = sort === undefined || list.length < 2 ? list : sort(list);
  cache.set(collection, sorted);
  return sorted;
}

/** The names of elements that IOS prints in the order in which they came; undefined for those that it sorts. */
export function namesInPrintOrder(elements: Elements, kind: ElementKind): readonly string[] | undefined {
  return orders[kind] === undefined ? [...elements[kind].keys()] : undefined;
}

/** Entries of one map together, maps in the order of their first entry. */
function byMapAndSequence<E extends { readonly map: string; readonly sequence: number }>(
  entries: readonly E[],
): readonly E[] {
  const maps = new Map<string, number>();
  for (const entry of entries) if (!maps.has(entry.map)) maps.set(entry.map, maps.size);
  return [...entries].sort(
    (one, other) => (maps.get(one.map) ?? 0) - (maps.get(other.map) ?? 0) || one.sequence - other.sequence,
  );
}

/** Named lists by name, then numbered ones by number. */
function compareListNames(one: string, other: string): number {
  const oneNumber = listNumber(one);
  const otherNumber = listNumber(other);
  if (oneNumber >= 0 || otherNumber >= 0) {
    if (oneNumber < 0) return -1;
    if (otherNumber < 0) return 1;
    return oneNumber - otherNumber;
  }
  return one < other ? -1 : one > other ? 1 : 0;
}

function listNumber(name: string): number {
  const first = name.charCodeAt(0);
  return first >= 48 && first <= 57 && /^\d+$/.test(name) ? Number(name) : -1;
}

/** Loopbacks, then tunnels, then what has a plug, then the rest of the virtual ones. */
const ranks = new Map([
  ["Loopback", 0],
  ["Tunnel", 1],
  ["Port-channel", 1],
  ["Virtual-Template", 3],
  ["Dialer", 3],
  ["Vlan", 3],
  ["BVI", 3],
  ["BDI", 3],
]);

interface NamedInterface {
  readonly name: string;
}

function inInterfaceOrder<E extends NamedInterface>(interfaces: readonly E[]): readonly E[] {
  const types = new Map<string, number>();
  const keyed = interfaces.map((element) => {
    const type = /^[A-Za-z-]+/.exec(element.name)?.[0] ?? element.name;
    if (!types.has(type)) types.set(type, types.size);
    const numbers = (element.name.slice(type.length).match(/\d+/g) ?? []).map(Number);
    return { element, rank: ranks.get(type) ?? 2, type: types.get(type) ?? 0, numbers };
  });
  keyed.sort(
    (one, other) => one.rank - other.rank || one.type - other.type || compareNumbers(one.numbers, other.numbers),
  );
  return keyed.map(({ element }) => element);
}

function compareNumbers(one: readonly number[], other: readonly number[]): number {
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const difference = (one[index] ?? -1) - (other[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

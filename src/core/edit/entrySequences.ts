import type { CryptoMapEntry, DynamicMapEntry } from "../model/cryptoMap.ts";
import type { RouterId } from "../model/router.ts";
import type { Edit } from "./edit.ts";
import { putEdit, removeEdit } from "./elementEdits.ts";

/** The highest sequence of a crypto map or dynamic map. Source: Cisco IOS Security Command Reference, crypto map. */
export const LAST_SEQUENCE = 65535;

/** An entry and the sequence that it is to have. */
export type Resequencing =
  | { readonly kind: "cryptoMapEntry"; readonly entry: CryptoMapEntry; readonly sequence: number }
  | { readonly kind: "dynamicMapEntry"; readonly entry: DynamicMapEntry; readonly sequence: number };

/** Gives entries other sequences. All that change are taken out before any is put back, so that two can change places. */
export function resequenced(router: RouterId, wanted: readonly Resequencing[]): readonly Edit[] {
  const changes = wanted.filter(({ entry, sequence }) => entry.sequence !== sequence);
  const [only, another] = changes;
  if (only && !another) return [put(router, only, `${only.entry.map} ${only.entry.sequence}`)];
  return [
    ...changes.map(({ kind, entry }) => removeEdit(router, kind, `${entry.map} ${entry.sequence}`)),
    ...changes.map((change) => put(router, change)),
  ];
}

/**
 * The sequences for one entry to stand right before another one of a map: a number in the gap before it where there is one, else
 * all entries in tens, in their new order. Undefined where the map has more entries than tens.
 */
export function sequencesBefore<T extends { readonly sequence: number }>(
  ascending: readonly T[],
  moved: T,
  before: T,
): ReadonlyMap<T, number> | undefined {
  const others = ascending.filter((entry) => entry !== moved);
  const at = others.indexOf(before);
  const previous = others[at - 1]?.sequence ?? 0;
  const middle = Math.floor((previous + before.sequence) / 2);
  if (middle > previous) return new Map([[moved, middle]]);
  const order = [...others.slice(0, at), moved, ...others.slice(at)];
  if (order.length * 10 > LAST_SEQUENCE) return undefined;
  return new Map(order.map((entry, index) => [entry, (index + 1) * 10]));
}

function put(router: RouterId, change: Resequencing, oldName?: string): Edit {
  const { kind, entry, sequence } = change;
  return kind === "cryptoMapEntry"
    ? putEdit(router, kind, { ...entry, sequence }, oldName)
    : putEdit(router, kind, { ...entry, sequence }, oldName);
}

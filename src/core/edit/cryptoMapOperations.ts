import type { CryptoMapEntry } from "../model/cryptoMap.ts";
import type { Interface } from "../model/interface.ts";
import type { Elements, RouterId } from "../model/router.ts";
import { draftOf } from "./designDraft.ts";
import type { Edit, Operation } from "./edit.ts";
import { entriesOfMap, freeSequence } from "./linkEnd.ts";
import { removeEntry } from "./peerRemoval.ts";

/** Crypto map sequences are 1 to 65535. */
const sequences = { first: 1, last: 65535 };

/** The sequence number that a new static entry gets: behind the others, and before the first dynamic anchor. */
export function nextCryptoMapSequence(elements: Elements, map: string): number | undefined {
  const anchors = entriesOfMap(elements, map).filter((entry) => entry.dynamicMap !== undefined);
  return freeSequence(elements, map, 0, Math.min(sequences.last + 1, ...anchors.map((entry) => entry.sequence)));
}

/** An entry to be filled in: the checker says what it lacks. Undefined where the map has no free sequence number. */
export function newCryptoMapEntry(elements: Elements, map: string): CryptoMapEntry | undefined {
  const sequence = nextCryptoMapSequence(elements, map);
  if (sequence === undefined) return undefined;
  return { map, sequence, type: "ipsec-isakmp", peers: [], transformSets: [], sessionKeys: [], kept: [] };
}

export function addCryptoMapEntry(router: RouterId, map: string): Operation {
  return {
    label: `Add an entry to crypto map ${map}`,
    plan(design) {
      const elements = design.routers.get(router)?.elements;
      const entry = elements && newCryptoMapEntry(elements, map);
      if (!entry) return [];
      return [{ op: "put", key: { router, kind: "cryptoMapEntry", name: `${map} ${entry.sequence}` }, element: entry }];
    },
  };
}

/** Removes an entry and, when asked, what only it used: its access list, transform sets and exemptions from translation. */
export function removeCryptoMapEntry(router: RouterId, map: string, sequence: number, withUnused = false): Operation {
  const name = `${map} ${sequence}`;
  return {
    label: `Remove ${name}`,
    plan(design) {
      const entry = design.routers.get(router)?.elements.cryptoMapEntry.get(name);
      if (!entry) return [];
      if (!withUnused) return [{ op: "remove", key: { router, kind: "cryptoMapEntry", name } }];
      const draft = draftOf(design);
      removeEntry(draft, router, entry);
      return draft.edits();
    },
  };
}

/** Changes places with the entry before or after: the two swap their sequence numbers. */
export function moveCryptoMapEntry(
  router: RouterId,
  map: string,
  sequence: number,
  direction: "up" | "down",
): Operation {
  return {
    label: `Move ${map} ${sequence} ${direction}`,
    plan(design) {
      const elements = design.routers.get(router)?.elements;
      const entries = elements ? entriesOfMap(elements, map) : [];
      const index = entries.findIndex((entry) => entry.sequence === sequence);
      const one = entries[index];
      const other = entries[direction === "up" ? index - 1 : index + 1];
      if (!one || !other) return [];
      return resequenced(router, [
        [one, other.sequence],
        [other, one.sequence],
      ]);
    },
  };
}

/** Gives an entry another sequence number; does not apply where that is taken or out of range. */
export function setCryptoMapSequence(router: RouterId, map: string, from: number, into: number): Operation {
  return {
    label: `Renumber ${map} ${from} to ${into}`,
    plan(design) {
      const elements = design.routers.get(router)?.elements;
      const entry = elements?.cryptoMapEntry.get(`${map} ${from}`);
      const taken = elements?.cryptoMapEntry.has(`${map} ${into}`) ?? true;
      const legal = Number.isInteger(into) && into >= sequences.first && into <= sequences.last;
      return entry && !taken && legal ? resequenced(router, [[entry, into]]) : [];
    },
  };
}

/** Numbers a map's entries in tens, in their order. Anchors of dynamic maps at the far end stay where they are. */
export function renumberCryptoMap(router: RouterId, map: string): Operation {
  return {
    label: `Renumber crypto map ${map}`,
    plan(design) {
      const elements = design.routers.get(router)?.elements;
      const entries = elements ? entriesOfMap(elements, map) : [];
      const last = entries.length * 10;
      if (last > sequences.last) return [];
      const wanted = entries.map((entry, index): readonly [CryptoMapEntry, number] => [
        entry,
        entry.dynamicMap !== undefined && entry.sequence > last ? entry.sequence : (index + 1) * 10,
      ]);
      return resequenced(
        router,
        wanted.filter(([entry, sequence]) => entry.sequence !== sequence),
      );
    },
  };
}

/** Applies a crypto map to an interface in place of whatever map it carries; null takes the map off. */
export function applyCryptoMap(router: RouterId, interfaceName: string, map: string | null): Operation {
  return {
    label: map === null ? `Take the crypto map off ${interfaceName}` : `Apply ${map} to ${interfaceName}`,
    plan(design) {
      const one = design.routers.get(router)?.elements.interface.get(interfaceName);
      if (!one || (one.cryptoMap?.name ?? null) === map) return [];
      const { cryptoMap: _old, ...bare } = one;
      const changed: Interface = map === null ? bare : { ...bare, cryptoMap: { name: map } };
      return [{ op: "put", key: { router, kind: "interface", name: interfaceName }, element: changed }];
    },
  };
}

/** All are removed before any is put, so that two entries can swap numbers. */
function resequenced(router: RouterId, changes: readonly (readonly [CryptoMapEntry, number])[]): readonly Edit[] {
  const key = (entry: CryptoMapEntry) =>
    ({ router, kind: "cryptoMapEntry", name: `${entry.map} ${entry.sequence}` }) as const;
  const renamed = changes.map(([entry, sequence]) => ({ ...entry, sequence }));
  return [
    ...changes.map(([entry]): Edit => ({ op: "remove", key: key(entry) })),
    ...renamed.map((entry): Edit => ({ op: "put", key: key(entry), element: entry })),
  ];
}

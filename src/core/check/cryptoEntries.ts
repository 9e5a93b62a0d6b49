import { memoOf } from "../derive/identityMemo.ts";
import type { CryptoMapEntry, CryptoMapEntryBody, DynamicMapEntry } from "../model/cryptoMap.ts";
import type { Design } from "../model/design.ts";
import type { Place, Router } from "../model/router.ts";
import type { Edit } from "../edit/edit.ts";

/** An entry that says itself what to protect and how: a static one, or one of a dynamic map. Anchors are neither. */
export type CryptoEntry = StaticCryptoEntry | DynamicCryptoEntry;

interface EntryBase {
  readonly router: Router;
  /** "VPN 10": map and sequence. */
  readonly name: string;
  readonly body: CryptoMapEntryBody;
}

export interface StaticCryptoEntry extends EntryBase {
  readonly kind: "cryptoMapEntry";
  readonly entry: CryptoMapEntry;
}

export interface DynamicCryptoEntry extends EntryBase {
  readonly kind: "dynamicMapEntry";
  readonly entry: DynamicMapEntry;
}

/** A router's entries that take part in a negotiation, or would if they were complete; GDOI entries have rules of their own kind. */
export const cryptoEntries = memoOf((router: Router): readonly CryptoEntry[] => {
  if (router.elements.dynamicMapEntry.size === 0) return staticEntries(router);
  return [...staticEntries(router), ...dynamicEntries(router)];
});

export const staticEntries = memoOf((router: Router): readonly StaticCryptoEntry[] =>
  [...router.elements.cryptoMapEntry].flatMap(([name, entry]): StaticCryptoEntry[] =>
    entry.dynamicMap !== undefined || entry.type === "gdoi"
      ? []
      : [{ router, kind: "cryptoMapEntry", name, body: entry, entry }],
  ),
);

export const dynamicEntries = memoOf((router: Router): readonly DynamicCryptoEntry[] =>
  [...router.elements.dynamicMapEntry].map(([name, entry]) => ({
    router,
    kind: "dynamicMapEntry",
    name,
    body: entry,
    entry,
  })),
);

/** All entries of a design, router by router. */
export function* entriesOfDesign(design: Design): Iterable<CryptoEntry> {
  for (const router of design.routers.values()) yield* cryptoEntries(router);
}

/** "crypto map VPN 10" or "dynamic map DYN 5". */
export function entryTitle({ kind, name }: Pick<CryptoEntry, "kind" | "name">): string {
  return kind === "cryptoMapEntry" ? `crypto map ${name}` : `dynamic map ${name}`;
}

export function entryPlace(
  { router, kind, name }: Pick<CryptoEntry, "router" | "kind" | "name">,
  field?: keyof CryptoMapEntryBody,
  item?: number,
): Place {
  return {
    router: router.id,
    kind,
    name,
    ...(field !== undefined && { field }),
    ...(item !== undefined && { item }),
  };
}

/** The edit that changes some lines of an entry and leaves the others as they are. */
export function changeEntry(one: CryptoEntry, change: Partial<CryptoMapEntryBody>): Edit {
  const key = { router: one.router.id, kind: one.kind, name: one.name };
  return { op: "put", key, element: { ...one.entry, ...change } };
}

/** The entry that a place of a finding stands in; undefined when the design has moved on without it. */
export function entryAt(design: Pick<Design, "routers">, place: Place | undefined): CryptoEntry | undefined {
  const router = place && design.routers.get(place.router);
  return router && entryIn(router, place.kind, place.name);
}

/** The entry of a router by kind and name. */
export function entryIn(router: Router, kind: Place["kind"], name: string): CryptoEntry | undefined {
  if (kind === "cryptoMapEntry") {
    const entry = router.elements.cryptoMapEntry.get(name);
    return entry && { router, kind, name, body: entry, entry };
  }
  if (kind !== "dynamicMapEntry") return undefined;
  const entry = router.elements.dynamicMapEntry.get(name);
  return entry && { router, kind, name, body: entry, entry };
}

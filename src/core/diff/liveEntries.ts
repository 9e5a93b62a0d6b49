import type { CryptoMapEntryBody } from "../model/cryptoMap.ts";
import type { ElementKind, Elements } from "../model/router.ts";

/** An entry that carries traffic: of a map that is applied to an interface, or of a dynamic map that such a map anchors. */
export interface LiveEntry {
  readonly kind: "cryptoMapEntry" | "dynamicMapEntry";
  /** Map and sequence. */
  readonly name: string;
  readonly map: string;
  readonly entry: CryptoMapEntryBody;
}

/** The entries in use, by their kind and name. */
export function liveEntries(elements: Elements): ReadonlyMap<string, LiveEntry> {
  const applied = new Set([...elements.interface.values()].map(({ cryptoMap }) => cryptoMap?.name));
  const live: LiveEntry[] = [];
  const anchored = new Set<string>();
  for (const [name, entry] of elements.cryptoMapEntry) {
    if (!applied.has(entry.map)) continue;
    live.push({ kind: "cryptoMapEntry", name, map: entry.map, entry });
    if (entry.dynamicMap !== undefined) anchored.add(entry.dynamicMap);
  }
  for (const [name, entry] of elements.dynamicMapEntry)
    if (anchored.has(entry.map)) live.push({ kind: "dynamicMapEntry", name, map: entry.map, entry });
  return new Map(live.map((one) => [liveKey(one.kind, one.name), one]));
}

export function liveKey(kind: ElementKind, name: string): string {
  return `${kind} ${name}`;
}

/**
 * The tunnels that end at an interface: entries of its map, or of a map that takes its address, those of the dynamic maps that they
 * anchor, or its own.
 */
export function tunnelsAt(elements: Elements, name: string): readonly string[] {
  const one = elements.interface.get(name);
  const applied = new Set([...elements.interface.values()].map(({ cryptoMap }) => cryptoMap?.name));
  const maps = [...elements.cryptoMap.values()].filter((map) => map.localAddress === name && applied.has(map.name));
  const names = new Set([
    ...maps.map((map) => map.name),
    ...(one?.cryptoMap === undefined ? [] : [one.cryptoMap.name]),
  ]);
  const entries = [...elements.cryptoMapEntry].filter(([, entry]) => names.has(entry.map));
  const anchored = new Set(entries.map(([, entry]) => entry.dynamicMap));
  const dynamic = [...elements.dynamicMapEntry].filter(([, entry]) => anchored.has(entry.map));
  const own = one?.tunnel?.protectionProfile === undefined ? [] : [name];
  return [...new Set([...[...entries, ...dynamic].map(([entry]) => entry), ...own])];
}

import type { CryptoMapEntry } from "../model/cryptoMap.ts";

/** The last place of a crypto map. Source: Cisco IOS Security Command Reference, crypto map: 1 to 65535. */
const lastSequence = 65535;

/**
 * An entry that anchors a dynamic map behind all entries of a crypto map: at the next ten, or the last sequence that is free.
 * Undefined where the map is full.
 */
export function newAnchor(map: string, taken: readonly number[], dynamicMap: string): CryptoMapEntry | undefined {
  const sequence = freeLastSequence(taken);
  if (sequence === undefined) return undefined;
  return { map, sequence, type: "ipsec-isakmp", dynamicMap, peers: [], transformSets: [], sessionKeys: [], kept: [] };
}

/** The next multiple of ten behind all that are taken; near the end of the range the highest one that is free. */
export function freeLastSequence(taken: readonly number[]): number | undefined {
  const next = (Math.floor(Math.max(0, ...taken) / 10) + 1) * 10;
  if (next <= lastSequence) return next;
  const used = new Set(taken);
  for (let sequence = lastSequence; sequence > 0; sequence -= 1) if (!used.has(sequence)) return sequence;
  return undefined;
}

import type { CryptoMapEntryBody } from "../model/cryptoMap.ts";
import type { Router } from "../model/router.ts";
import type { PeeringEnd } from "./peering.ts";

/** The entry that speaks for an end: the dynamic map's where the end is dynamic. */
export function bodyOf(router: Router, end: PeeringEnd): CryptoMapEntryBody | undefined {
  return end.dynamicMap
    ? router.elements.dynamicMapEntry.get(`${end.dynamicMap.name} ${String(end.dynamicMap.sequence)}`)
    : router.elements.cryptoMapEntry.get(`${end.cryptoMap} ${String(end.sequence)}`);
}

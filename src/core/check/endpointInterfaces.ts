import { addressesOf } from "../derive/addressOwners.ts";
import type { CryptoMapSet } from "../derive/cryptoMapSet.ts";
import type { Design } from "../model/design.ts";
import type { Router } from "../model/router.ts";
import type { JudgedPeering } from "../negotiate/trace.ts";
import { counterpartOf } from "./counterpart.ts";

/** Interfaces whose address could be the endpoint of a crypto map, and the one whose address a peer names, if any does. */
export function endpointInterfaces(
  design: Design,
  peerings: readonly JudgedPeering[],
  router: Router,
  set: CryptoMapSet,
): { readonly choices: readonly string[]; readonly suggestion: string | undefined } {
  const choices = [...router.elements.interface.values()]
    .filter((one) => one.address?.kind === "static" && !one.shutdown && !one.tunnel)
    .map((one) => one.name)
    // A loopback stays up whatever happens to the ways out.
    .sort((one, other) => Number(other.startsWith("Loopback")) - Number(one.startsWith("Loopback")));
  const own = addressesOf(router.elements);
  for (const { entry } of set.entries) {
    const place = { router: router.id, kind: "cryptoMapEntry", name: `${entry.map} ${entry.sequence}` } as const;
    for (const { peer } of counterpartOf(design, peerings, place)?.body.peers ?? []) {
      const found = peer.kind === "address" ? own.get(peer.address) : undefined;
      if (found !== undefined && choices.includes(found)) return { choices, suggestion: found };
    }
  }
  return { choices, suggestion: undefined };
}

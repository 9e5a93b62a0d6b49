import type { Design } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";
import type { Ipv4Address } from "../net/ipv4.ts";
import { staticAddresses } from "./addressPlan.ts";

/** Who names whose address in a crypto map entry, either way round. Enough to lay out a drawing. */
export function peerGraph(design: Design): ReadonlyMap<RouterId, ReadonlySet<RouterId>> {
  const owners = new Map<Ipv4Address, RouterId>();
  for (const [router, { elements }] of design.routers) {
    for (const one of elements.interface.values()) {
      for (const { address } of staticAddresses(one)) if (!owners.has(address)) owners.set(address, router);
    }
  }
  const neighbours = new Map<RouterId, Set<RouterId>>();
  const join = (one: RouterId, other: RouterId) => {
    neighbours.set(one, (neighbours.get(one) ?? new Set()).add(other));
  };
  for (const [router, { elements }] of design.routers) {
    for (const entry of elements.cryptoMapEntry.values()) {
      for (const { peer } of entry.peers) {
        const owner = peer.kind === "address" ? owners.get(peer.address) : undefined;
        if (owner === undefined || owner === router) continue;
        join(router, owner);
        join(owner, router);
      }
    }
  }
  return neighbours;
}

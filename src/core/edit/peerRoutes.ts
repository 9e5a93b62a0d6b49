import { routingTable } from "../derive/routes.ts";
import type { Elements } from "../model/router.ts";
import { maskOfLength, prefixOfMask, type Ipv4Address, type Ipv4Prefix } from "../net/ipv4.ts";
import { hostAddresses, staticAddresses } from "./addressPlan.ts";
import type { DesignDraft } from "./designDraft.ts";
import type { LinkEnd } from "./linkEnd.ts";
import { exitToward } from "./routeExit.ts";

/** Routes to the peer and to its networks, where the router would not send them out of the WAN by itself. */
export function routeToPeer(draft: DesignDraft, end: LinkEnd, peer: LinkEnd, networks: readonly Ipv4Prefix[]): void {
  // What a routing protocol will learn can't be known, and a static route would override it.
  if (routingTable(draft.elements(end.router)).protocol !== undefined) return;
  const targets: readonly Ipv4Prefix[] = [{ network: peer.address, length: 32 }, ...networks];
  for (const target of targets) {
    const elements = draft.elements(end.router);
    const route = routingTable(elements).lookUp(target, end.wan.vrf);
    if (route.kind === "known") {
      if (route.choices.some((choice) => choice.interface === end.wan.name)) continue;
      // A route for just this network was written on purpose; where it leads is the checker's business.
      if (route.prefix.length >= target.length) continue;
    }
    const nextHop = wanNextHop(elements, end, peer);
    draft.put(end.router, "staticRoute", {
      ...(end.wan.vrf === undefined ? {} : { vrf: end.wan.vrf }),
      network: target.network,
      mask: maskOfLength(target.length),
      ...(nextHop === undefined ? { interface: end.wan.name } : { nextHop }),
    });
  }
}

/** The router beyond the WAN interface: the one that a route already names, else the peer itself, else the first address there. */
function wanNextHop(elements: Elements, end: LinkEnd, peer: LinkEnd): Ipv4Address | undefined {
  const own = staticAddresses(end.wan)[0];
  const prefix = own && prefixOfMask(own.address, own.mask);
  if (!prefix) return undefined;
  for (const { nextHop } of elements.staticRoute.values()) {
    if (nextHop !== undefined && exitToward(elements, nextHop, end.wan.vrf) === end.wan.name) return nextHop;
  }
  const mask = maskOfLength(prefix.length);
  for (const { address } of [{ address: peer.address }, ...staticAddresses(peer.wan)]) {
    if ((address & mask) >>> 0 === prefix.network && address !== own.address) return address;
  }
  for (const address of hostAddresses(prefix)) if (address !== own.address) return address;
  return undefined;
}

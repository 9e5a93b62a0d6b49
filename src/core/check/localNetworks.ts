import { connectedPrefixes, routingTable } from "../derive/routes.ts";
import { prefixesOfRange } from "../derive/proxyIdentity.ts";
import type { Interface } from "../model/interface.ts";
import type { Router } from "../model/router.ts";
import { prefixOfMask, type Ipv4Prefix } from "../net/ipv4.ts";
import { hostSet, setOfPrefix, setsIntersect, type AddressSet } from "../net/wildcard.ts";

/** What a router's text says of the networks on its own side of the tunnels. */
export interface LocalNetworks {
  /** Connected networks of interfaces that carry no crypto map, and what static routes lead to by any interface but those that do. */
  readonly inside: readonly AddressSet[];
  /** What else may rightly be the source of protected traffic: endpoints, translated addresses, clients' pools. */
  readonly others: readonly AddressSet[];
}

/**
 * The networks on a router's own side; undefined where the text can't say: a routing protocol may bring more, an address comes
 * from elsewhere, the default route leads inwards, or there is no inside at all.
 */
export function localNetworks(router: Router): LocalNetworks | undefined {
  const { elements } = router;
  const table = routingTable(elements);
  if (table.protocol !== undefined) return undefined;
  const interfaces = [...elements.interface.values()];
  const own = interfaces.filter(isInside);
  if (own.some(({ address }) => address !== undefined && address.kind !== "static")) return undefined;
  const inside = own.flatMap(connectedPrefixes).map(setOfPrefix);
  if (inside.length === 0) return undefined;
  const ownNames = new Set(own.map((one) => one.name));
  for (const route of elements.staticRoute.values()) {
    const prefix = prefixOfMask(route.network, route.mask);
    const exit =
      route.interface ??
      (route.nextHop === undefined ? undefined : exitTo(table, { network: route.nextHop, length: 32 }, route.vrf));
    if (!prefix) continue;
    if (prefix.length > 0) {
      // What lies beyond a crypto interface is the other side; beyond any other one it may be handed on.
      if (exit === undefined || !elements.interface.get(exit)?.cryptoMap) inside.push(setOfPrefix(prefix));
    } else if (exit !== undefined && ownNames.has(exit)) return undefined;
  }
  return { inside, others: otherSources(router, interfaces) };
}

export function intersectsAny(sets: readonly AddressSet[], wanted: AddressSet): boolean {
  return sets.some((one) => setsIntersect(one, wanted));
}

/** Whether an interface may have hosts of this site behind it: no crypto map leaves by it, and it is no tunnel. */
export function isInside(one: Interface): boolean {
  return !one.cryptoMap && !one.tunnel && one.nat !== "outside" && !/^(Tunnel|Virtual-Template)/.test(one.name);
}

function exitTo(table: ReturnType<typeof routingTable>, to: Ipv4Prefix, vrf: string | undefined): string | undefined {
  const answer = table.lookUp(to, vrf);
  return answer.kind === "known" && answer.prefix.length > 0 ? answer.choices[0]?.interface : undefined;
}

function otherSources({ elements }: Router, interfaces: readonly Interface[]): readonly AddressSet[] {
  const endpoints = interfaces
    .filter((one) => !isInside(one))
    .flatMap(connectedPrefixes)
    .map(setOfPrefix);
  const { natPool, staticNat, localPool } = elements;
  if (natPool.size === 0 && staticNat.size === 0 && localPool.size === 0) return endpoints;
  return [
    ...endpoints,
    ...[...natPool.values()].flatMap((pool) => prefixesOfRange(pool.start, pool.end)),
    ...[...staticNat.values()].flatMap(({ global, networkMask }) => {
      if (global.kind !== "address") return [];
      const prefix = networkMask === undefined ? undefined : prefixOfMask(global.address, networkMask);
      return [prefix ? setOfPrefix(prefix) : hostSet(global.address)];
    }),
    ...[...localPool.values()].flatMap((pool) => prefixesOfRange(pool.start, pool.end ?? pool.start)),
  ];
}

import type { NormalAccessList } from "../derive/cryptoAccessList.ts";
import type { PeeringEnd } from "../derive/peering.ts";
import { viewOfEnd } from "../derive/peerings.ts";
import { connectedPrefixes } from "../derive/routes.ts";
import type { Interface } from "../model/interface.ts";
import type { Elements, Place, Router } from "../model/router.ts";
import { type Ipv4Prefix } from "../net/ipv4.ts";
import { setOfPrefix, setsIntersect, type AddressSet } from "../net/wildcard.ts";
import { isAny } from "./cryptoLists.ts";
import { isInside } from "./localNetworks.ts";

/** A network that stands behind a router and that a crypto access list protects. */
export interface ProtectedNetwork {
  readonly interface: string;
  readonly prefix: Ipv4Prefix;
}

/**
 * The connected networks of an end that its list protects by name. Where the list names translated addresses, or `any`, there are
 * none: what really stands there is then nobody else's business.
 */
export function protectedNetworks(router: Router, end: PeeringEnd): readonly ProtectedNetwork[] {
  const list = viewOfEnd(router, end)?.accessList;
  if (!list) return [];
  const interfaces = router.elements.interface;
  const known = remembered.get(list);
  if (known?.interfaces === interfaces) return known.networks;
  const networks = networksOf(list, interfaces);
  remembered.set(list, { interfaces, networks });
  return networks;
}

const remembered = new WeakMap<
  NormalAccessList,
  { readonly interfaces: Elements["interface"]; readonly networks: readonly ProtectedNetwork[] }
>();

function networksOf(list: NormalAccessList, interfaces: Elements["interface"]): readonly ProtectedNetwork[] {
  const networks: ProtectedNetwork[] = [];
  for (const one of interfaces.values()) {
    if (!isInside(one) || one.shutdown) continue;
    for (const prefix of connectedPrefixes(one)) {
      if (isNamed(list, setOfPrefix(prefix))) networks.push({ interface: one.name, prefix });
    }
  }
  return networks;
}

function isNamed({ permits }: NormalAccessList, network: AddressSet): boolean {
  return permits.some(({ selectors }) =>
    selectors.some(({ source }) => !isAny(source) && setsIntersect(source, network)),
  );
}

/** The line that gives an interface an address within a prefix. */
export function addressPlace(router: Router, name: string, prefix: Ipv4Prefix): Place {
  const one = router.elements.interface.get(name);
  const secondary = one ? secondaryIndex(one, prefix) : -1;
  const place = { router: router.id, kind: "interface", name } as const;
  return secondary < 0 ? { ...place, field: "address" } : { ...place, field: "secondaryAddresses", item: secondary };
}

function secondaryIndex(one: Interface, prefix: Ipv4Prefix): number {
  const isIn = ({ address, mask }: { readonly address: number; readonly mask: number }) =>
    (address & mask) >>> 0 === prefix.network;
  if (one.address?.kind === "static" && isIn(one.address)) return -1;
  return one.secondaryAddresses.findIndex(isIn);
}

import type { Design } from "../model/design.ts";
import type { Elements, RouterId } from "../model/router.ts";
import type { Ipv4Address } from "../net/ipv4.ts";
import { memoOf, sameItems } from "./identityMemo.ts";
import { addressesOfInterface } from "./interfaceAddresses.ts";

/** An interface that has an address. */
export interface AddressOwner {
  readonly router: RouterId;
  readonly interface: string;
}

export type AddressOwners = ReadonlyMap<Ipv4Address, readonly AddressOwner[]>;

/** Who has which address, shut interfaces included: an address may have several owners, such as an HSRP address. */
export function addressOwners(routers: Design["routers"]): AddressOwners {
  const keys: unknown[] = [];
  for (const router of routers.values()) keys.push(router.id, router.elements.interface);
  if (latest && sameItems(latest.keys, keys)) return latest.owners;
  const owners = new Map<Ipv4Address, AddressOwner[]>();
  for (const router of routers.values()) {
    for (const [address, name] of ownAddresses(router.elements.interface)) {
      const owner = { router: router.id, interface: name };
      const others = owners.get(address);
      if (others) others.push(owner);
      else owners.set(address, [owner]);
    }
  }
  latest = { keys, owners };
  return owners;
}

/** A router's own addresses, each with its interface. */
export function addressesOf(elements: Elements): ReadonlyMap<Ipv4Address, string> {
  return ownAddresses(elements.interface);
}

const ownAddresses = memoOf((interfaces: Elements["interface"]): ReadonlyMap<Ipv4Address, string> => {
  const addresses = new Map<Ipv4Address, string>();
  for (const one of interfaces.values()) {
    for (const address of addressesOfInterface(one)) addresses.set(address, one.name);
  }
  return addresses;
});

/** One answer is remembered, for the design that is being worked on. */
let latest: { readonly keys: readonly unknown[]; readonly owners: AddressOwners } | undefined;

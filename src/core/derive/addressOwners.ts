import type { Design } from "../model/design.ts";
import type { Elements, Router, RouterId } from "../model/router.ts";
import type { Ipv4Address } from "../net/ipv4.ts";
import { memoOf, eachRemembered } from "./identityMemo.ts";
import { addressesOfInterface } from "./interfaceAddresses.ts";

/** An interface that has an address. */
export interface AddressOwner {
  readonly router: RouterId;
  readonly interface: string;
}

export type AddressOwners = ReadonlyMap<Ipv4Address, readonly AddressOwner[]>;

/** Who has which address, shut interfaces included: an address may have several owners, such as an HSRP address. */
export function addressOwners(routers: Design["routers"]): AddressOwners {
  const all = [...routers.values()];
  const [ids, interfaces] = [idsOf(all), interfacesOf(all)];
  if (latest?.ids === ids && latest.interfaces === interfaces) return latest.owners;
  const owners = new Map<Ipv4Address, AddressOwner[]>();
  for (const router of routers.values()) {
    for (const [address, name] of ownAddresses(router.elements.interface)) {
      const owner = { router: router.id, interface: name };
      const others = owners.get(address);
      if (others) others.push(owner);
      else owners.set(address, [owner]);
    }
  }
  latest = { ids, interfaces, owners };
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
let latest:
  | {
      readonly ids: readonly RouterId[];
      readonly interfaces: readonly Elements["interface"][];
      readonly owners: AddressOwners;
    }
  | undefined;

const idsOf = eachRemembered(({ id }: Router) => id);

const interfacesOf = eachRemembered(({ elements }: Router) => elements.interface);

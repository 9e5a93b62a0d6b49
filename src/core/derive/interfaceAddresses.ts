import type { Interface } from "../model/interface.ts";
import { parseIpv4, type Ipv4Address } from "../net/ipv4.ts";

/** The address that an interface speaks from; null where the text doesn't tell it: none, DHCP, PPP. */
export function primaryAddress(
  one: Interface | undefined,
  interfaces: ReadonlyMap<string, Interface>,
): Ipv4Address | null {
  if (!one?.address) return null;
  switch (one.address.kind) {
    case "static":
      return one.address.address;
    case "unnumbered": {
      const lender = interfaces.get(one.address.interface);
      return lender?.address?.kind === "static" ? lender.address.address : null;
    }
    case "dhcp":
    case "negotiated":
      return null;
    default:
      return one.address satisfies never;
  }
}

/** An address that an interface answers to, beside its primary one. */
export interface VirtualAddress {
  readonly address: Ipv4Address;
  /** The name of the HSRP group, which `crypto map … redundancy` refers to. */
  readonly group: string | undefined;
}

/** The HSRP addresses of an interface, read from its kept `standby` lines. */
export function virtualAddresses(one: Interface): readonly VirtualAddress[] {
  const groups = new Map<string, { address?: Ipv4Address; name?: string }>();
  for (const { text } of one.kept) {
    const match = /^standby (?:(\d+) )?(ip|name) (\S+)/.exec(text);
    if (!match) continue;
    const [, number = "0", word, value = ""] = match;
    const group = groups.get(number) ?? {};
    const address = word === "ip" ? parseIpv4(value) : undefined;
    if (address !== undefined) group.address = address;
    if (word === "name") group.name = value;
    groups.set(number, group);
  }
  return [...groups.values()].flatMap(({ address, name }) => (address === undefined ? [] : [{ address, group: name }]));
}

/** Every address of an interface that the text tells. */
export function addressesOfInterface(one: Interface): readonly Ipv4Address[] {
  return [
    ...(one.address?.kind === "static" ? [one.address.address] : []),
    ...one.secondaryAddresses.map((secondary) => secondary.address),
    ...virtualAddresses(one).map((virtual) => virtual.address),
  ];
}

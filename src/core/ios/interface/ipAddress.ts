import type { Interface, InterfaceAddress } from "../../model/interface.ts";
import { sectionCommand, type Draft } from "../command.ts";

const source = "Cisco IOS IP Addressing Services Command Reference, ip address";

/** Secondary addresses stand before the primary one in a running-config. */
export const secondaryIpAddress = sectionCommand<Interface, { address: number; mask: number }>({
  syntax: "ip address <address:address> <mask:mask> secondary",
  field: "secondaryAddresses",
  read(one, args) {
    const present = indexOf(one, args);
    if (present >= 0) return present;
    return one.secondaryAddresses.push({ address: args.address, mask: args.mask }) - 1;
  },
  write: (one) => one.secondaryAddresses.map(({ address, mask }) => ({ address, mask })),
  item: (_args, index) => index,
  remove(one, args) {
    const { address, mask } = args;
    if (address === undefined || mask === undefined) {
      one.secondaryAddresses = [];
      delete one.address;
      return;
    }
    const present = indexOf(one, { address, mask });
    if (present >= 0) one.secondaryAddresses.splice(present, 1);
  },
  summary: "A further address of the interface, with a subnet of its own.",
  source,
});

interface PrimaryArguments {
  address?: number;
  mask?: number;
  dhcp?: true;
  negotiated?: true;
  no?: true;
}

export const ipAddress = sectionCommand<Interface, PrimaryArguments>({
  syntax: "ip address {<address:address> <mask:mask> | dhcp | negotiated}",
  field: "address",
  shortNo: true,
  withoutIt: "The interface has no IPv4 address; the running-config says no ip address.",
  read(one, args) {
    if (args.dhcp === true) one.address = { kind: "dhcp" };
    else if (args.negotiated === true) one.address = { kind: "negotiated" };
    else if (args.address !== undefined && args.mask !== undefined)
      one.address = { kind: "static", address: args.address, mask: args.mask };
    return undefined;
  },
  write(one) {
    switch (one.address?.kind) {
      case "static":
        return [{ address: one.address.address, mask: one.address.mask }];
      case "dhcp":
        return [{ dhcp: true }];
      case "negotiated":
        return [{ negotiated: true }];
      case "unnumbered":
        return [];
      case undefined:
        return one.secondaryAddresses.length > 0 ? [] : [{ no: true }];
      default:
        return one.address satisfies never;
    }
  },
  remove(one, args) {
    // The way to get an address is taken away by its word, all addresses by none.
    if (args.dhcp === true || args.negotiated === true) {
      if (one.address?.kind === (args.dhcp === true ? "dhcp" : "negotiated")) delete one.address;
    } else if (args.address === undefined) {
      delete one.address;
      one.secondaryAddresses = [];
    } else if (one.address?.kind === "static" && one.address.address === args.address) delete one.address;
  },
  summary: "The primary IPv4 address of the interface and the mask of its subnet.",
  source,
  words: {
    dhcp: "The address is asked of a DHCP server.",
    negotiated: "The address comes from the peer of a PPP link.",
    mask: "Subnet mask, ones from the left: 255.255.255.0.",
  },
});

export const ipUnnumbered = sectionCommand<Interface, { interface: string }>({
  syntax: "ip unnumbered <interface:interface>",
  field: "address",
  read(one, args) {
    one.address = { kind: "unnumbered", interface: args.interface };
    return undefined;
  },
  write: (one) => (one.address?.kind === "unnumbered" ? [{ interface: one.address.interface }] : []),
  summary: "Borrows the address of another interface.",
  source: "Cisco IOS IP Addressing Services Command Reference, ip unnumbered",
  words: { interface: "The interface whose address is used." },
});

function indexOf(one: Draft<Interface>, wanted: InterfaceAddress): number {
  return one.secondaryAddresses.findIndex(({ address, mask }) => address === wanted.address && mask === wanted.mask);
}

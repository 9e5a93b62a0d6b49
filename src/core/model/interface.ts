import type { Ipv4Address } from "../net/ipv4.ts";
import type { KeptLine } from "./host.ts";

/** An address with its subnet mask, as `ip address` takes them. */
export interface InterfaceAddress {
  readonly address: Ipv4Address;
  readonly mask: Ipv4Address;
}

/** How an interface gets its primary address. Absent on an interface: `no ip address`. */
export type PrimaryAddress =
  | ({ readonly kind: "static" } & InterfaceAddress)
  | { readonly kind: "dhcp" }
  | { readonly kind: "negotiated" }
  | { readonly kind: "unnumbered"; readonly interface: string };

/** `interface TYPE NUMBER` and what stands below it. */
export interface Interface {
  /** Spelled out as IOS prints it: GigabitEthernet0/0, never gi0/0. */
  readonly name: string;
  /** What follows the name on its line: `point-to-point`, `multipoint`, `type tunnel`. */
  readonly qualifier?: string;
  /** At most 240 characters. */
  readonly description?: string;
  readonly vrf?: string;
  /** `vrf forwarding` rather than the older `ip vrf forwarding`. */
  readonly vrfForwarding?: true;
  /** `encapsulation dot1Q`: a VLAN, 1 to 4094, on a subinterface. */
  readonly dot1q?: { readonly vlan: number; readonly native?: true };
  readonly address?: PrimaryAddress;
  readonly secondaryAddresses: readonly InterfaceAddress[];
  readonly accessGroupIn?: string;
  readonly accessGroupOut?: string;
  readonly nat?: "inside" | "outside";
  /** 68 to 9216 bytes. */
  readonly ipMtu?: number;
  /** 500 to 1460 bytes. */
  readonly adjustMss?: number;
  /** The crypto map applied here; IOS takes one per interface. */
  readonly cryptoMap?: { readonly name: string; readonly redundancy?: string; readonly stateful?: true };
  readonly shutdown?: true;
  readonly tunnel?: Tunnel;
  readonly kept: readonly KeptLine[];
}

/** What makes an interface a tunnel. */
export interface Tunnel {
  /** An interface name or an address, as written. */
  readonly source?: string;
  /** An address, a host name or `dynamic`, as written. */
  readonly destination?: string;
  /** As written after `tunnel mode`; absent means `gre ip`. */
  readonly mode?: string;
  readonly vrf?: string;
  readonly protectionProfile?: string;
  /** What followed the profile's name: `shared`, `isakmp-profile X`. */
  readonly protectionOptions?: string;
  /** `tunnel protection ipsec policy ipv4 ACL`. */
  readonly protectionPolicy?: string;
}

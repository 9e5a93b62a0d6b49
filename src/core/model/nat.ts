import type { Ipv4Address } from "../net/ipv4.ts";

/** `ip nat inside source list|route-map …`: translation of whatever the list permits. */
export interface NatRule {
  readonly match: { readonly kind: "list" | "route-map"; readonly name: string };
  readonly to: { readonly kind: "interface" | "pool"; readonly name: string };
  readonly vrf?: string;
  readonly overload?: true;
}

/** `ip nat inside source static …`: one address, or one port of it. */
export interface StaticNat {
  readonly protocol?: "tcp" | "udp";
  readonly local: Ipv4Address;
  readonly localPort?: number;
  /** An address, or the interface whose address it is. */
  readonly global:
    { readonly kind: "address"; readonly address: Ipv4Address } | { readonly kind: "interface"; readonly name: string };
  readonly globalPort?: number;
  /** `static network`: the mask of a whole subnet. */
  readonly networkMask?: Ipv4Address;
  readonly routeMap?: string;
  readonly vrf?: string;
  readonly extendable?: true;
}

/** `ip nat pool`. */
export interface NatPool {
  readonly name: string;
  readonly start: Ipv4Address;
  readonly end: Ipv4Address;
  readonly mask: Ipv4Address;
}

import type { Ipv4Address } from "../net/ipv4.ts";
import type { KeptLine } from "./host.ts";

/** `ip route`. */
export interface StaticRoute {
  readonly vrf?: string;
  readonly network: Ipv4Address;
  readonly mask: Ipv4Address;
  readonly nextHop?: Ipv4Address;
  readonly interface?: string;
  /** The next hop is the gateway that DHCP told, by the interface if there is one. */
  readonly dhcp?: true;
  /** 1 to 255; absent means 1. */
  readonly distance?: number;
  readonly tag?: number;
  readonly routeName?: string;
  readonly permanent?: true;
  readonly track?: number;
}

/** `route-map NAME permit|deny SEQUENCE`. */
export interface RouteMapEntry {
  readonly map: string;
  readonly sequence: number;
  readonly action: "permit" | "deny";
  /** Names in `match ip address`. */
  readonly matchAddress: readonly string[];
  readonly kept: readonly KeptLine[];
}

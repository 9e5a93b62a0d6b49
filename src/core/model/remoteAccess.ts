import type { Ipv4Address } from "../net/ipv4.ts";
import type { KeptLine } from "./host.ts";
import type { Secret } from "./isakmp.ts";

/** The AAA switch of a router. There is one per router, under the empty name. */
export interface AaaSettings {
  readonly newModel?: true;
}

/** `aaa authentication login LIST …`, `aaa authorization network LIST …`, `aaa accounting network LIST …`. */
export interface AaaList {
  readonly service: "authentication login" | "authorization network" | "accounting network";
  readonly name: string;
  /** In IOS's words: `local`, `group radius`, `group tacacs+`, `none`. */
  readonly methods: readonly string[];
}

export interface User {
  readonly name: string;
  readonly privilege?: number;
  readonly kind?: "secret" | "password";
  readonly secret?: Secret;
}

/** `radius-server host`, `tacacs-server host`, or the newer blocks `radius server NAME`, `tacacs server NAME`. */
export interface AaaServer {
  readonly protocol: "radius" | "tacacs";
  /** The address or host name of the older form; the block's own name in the newer one. */
  readonly name: string;
  readonly block?: true;
  readonly address?: string;
  readonly authPort?: number;
  readonly acctPort?: number;
  readonly port?: number;
  readonly timeoutSeconds?: number;
  readonly retransmit?: number;
  readonly singleConnection?: true;
  /** `alias` addresses of the older RADIUS form. */
  readonly aliases: readonly string[];
  readonly key?: Secret;
  readonly kept: readonly KeptLine[];
}

/** `ip local pool`. */
export interface LocalPool {
  readonly name: string;
  readonly start: Ipv4Address;
  readonly end?: Ipv4Address;
}

/** `crypto isakmp client configuration group`. */
export interface ClientGroup {
  readonly name: string;
  readonly key?: Secret;
  readonly pool?: string;
  readonly domain?: string;
  readonly dns: readonly Ipv4Address[];
  readonly wins: readonly Ipv4Address[];
  readonly splitDns: readonly string[];
  /** The split-tunnel list. */
  readonly acl?: string;
  readonly netmask?: Ipv4Address;
  readonly includeLocalLan?: true;
  readonly firewallAreUThere?: true;
  readonly accessRestrict: readonly string[];
  readonly savePassword?: true;
  readonly groupLock?: true;
  readonly pfs?: true;
  /** 1 to 5000. */
  readonly maxUsers?: number;
  /** 1 to 10. */
  readonly maxLogins?: number;
  readonly backupGateways: readonly string[];
  readonly kept: readonly KeptLine[];
}

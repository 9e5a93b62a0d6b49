import type { Ipv4Address } from "../net/ipv4.ts";
import type { KeptLine } from "./host.ts";
import type { PerfectForwardSecrecy, ReplayWindow, SecurityAssociationLifetime } from "./ipsec.ts";

/** What holds for a whole crypto map set: its map-wide lines. Exists only where there is such a line. */
export interface CryptoMap {
  readonly name: string;
  /** `local-address`: the interface whose address is the tunnel's endpoint. */
  readonly localAddress?: string;
  readonly clientAuthenticationList?: string;
  readonly isakmpAuthorizationList?: string;
  readonly clientConfigurationAddress: readonly ("initiate" | "respond")[];
  readonly clientAccountingList?: string;
  readonly isakmpProfile?: string;
  readonly kept: readonly KeptLine[];
}

/** One `set peer` line. */
export interface CryptoMapPeer {
  readonly peer:
    | { readonly kind: "address"; readonly address: Ipv4Address }
    | { readonly kind: "hostname"; readonly hostname: string };
  /** Resolved when negotiation starts. */
  readonly dynamic?: true;
  readonly default?: true;
}

/** `set session-key`: a manual security association in one direction for one protocol. */
export interface SessionKey {
  readonly direction: "inbound" | "outbound";
  readonly protocol: "ah" | "esp";
  /** 256 to 4294967295. */
  readonly spi: number;
  /** AH key, or ESP cipher key: hexadecimal digits. */
  readonly key?: string;
  /** ESP authenticator key: hexadecimal digits. */
  readonly authenticatorKey?: string;
}

/** `reverse-route` as an entry's own line. */
export interface ReverseRoute {
  readonly static?: true;
  /** `remote-peer` without an address: a route to the peer itself too. */
  readonly remotePeerItself?: true;
  readonly remotePeer?: string;
  readonly gateway?: true;
  readonly tag?: number;
}

/** What static and dynamic entries have in common. */
export interface CryptoMapEntryBody extends SecurityAssociationLifetime {
  readonly description?: string;
  /** In order of preference; the first is tried first. */
  readonly peers: readonly CryptoMapPeer[];
  /** Names, in order of preference: at most six. */
  readonly transformSets: readonly string[];
  readonly pfs?: PerfectForwardSecrecy;
  /** The name of the crypto access list. */
  readonly matchAddress?: string;
  readonly perHost?: true;
  readonly idleTimeSeconds?: number;
  /** `idle-time N default`: fall back to the default peer. */
  readonly idleTimeDefault?: true;
  readonly replayWindow?: ReplayWindow;
  readonly isakmpProfile?: string;
  readonly ikev2Profile?: string;
  readonly identity?: string;
  readonly natDemux?: true;
  /** `set ip access-group`: filters the tunnel's clear text. */
  readonly accessGroupIn?: string;
  readonly accessGroupOut?: string;
  /** `set reverse-route distance|tag|gateway`. */
  readonly reverseRouteDistance?: number;
  readonly reverseRouteTag?: number;
  readonly reverseRouteGateway?: Ipv4Address;
  readonly reverseRoute?: ReverseRoute;
  readonly qosPreClassify?: true;
  readonly sessionKeys: readonly SessionKey[];
  readonly kept: readonly KeptLine[];
}

/**
 * One sequence of a crypto map set. The set has no object of its own: it is all entries of one name.
 * `anchor` entries (`ipsec-isakmp dynamic D`) take their body from the dynamic map.
 */
export interface CryptoMapEntry extends CryptoMapEntryBody {
  readonly map: string;
  /** 1 to 65535; the lowest is tried first. */
  readonly sequence: number;
  readonly type: "ipsec-isakmp" | "ipsec-manual" | "gdoi";
  /** The dynamic map that this entry anchors. */
  readonly dynamicMap?: string;
  readonly discover?: true;
  /** `ipsec-isakmp profile P`. */
  readonly profile?: string;
}

/** One sequence of `crypto dynamic-map`. */
export interface DynamicMapEntry extends CryptoMapEntryBody {
  readonly map: string;
  /** 1 to 65535. */
  readonly sequence: number;
}

import type { Ipv4Address } from "../net/ipv4.ts";
import type { KeptLine } from "./host.ts";

export type IsakmpEncryption = "des" | "3des" | "aes 128" | "aes 192" | "aes 256";
export type IsakmpHash = "md5" | "sha" | "sha256" | "sha384" | "sha512";
export type IsakmpAuthentication = "pre-share" | "rsa-sig" | "rsa-encr";
export type DiffieHellmanGroup = 1 | 2 | 5 | 14 | 15 | 16 | 19 | 20 | 21 | 24;

/** `crypto isakmp policy`. Absent fields mean IOS's defaults: des, sha, rsa-sig, group 1, 86400 seconds. */
export interface IsakmpPolicy {
  /** 1 to 10000; the lowest is tried first. */
  readonly priority: number;
  readonly encryption?: IsakmpEncryption;
  readonly hash?: IsakmpHash;
  readonly authentication?: IsakmpAuthentication;
  readonly group?: DiffieHellmanGroup;
  /** 60 to 86400. */
  readonly lifetimeSeconds?: number;
  readonly kept: readonly KeptLine[];
}

/**
 * A secret as a configuration holds it. Type 0 is clear text; type 6 is encrypted under a key of the router's own and can't be
 * compared with another. Other types (5, 7, 8, 9) occur in user and server secrets.
 */
export interface Secret {
  readonly type: 0 | 5 | 6 | 7 | 8 | 9;
  readonly text: string;
}

/** Whom a pre-shared key is for. */
export type KeyPeer =
  | { readonly kind: "address"; readonly address: Ipv4Address; readonly mask: Ipv4Address }
  | { readonly kind: "ipv6"; readonly prefix: string }
  | { readonly kind: "hostname"; readonly hostname: string };

/** `crypto isakmp key`: a key of the default keyring. Named by its peer. */
export interface IsakmpKey {
  readonly secret: Secret;
  readonly peer: KeyPeer;
  readonly noXauth?: true;
}

/** `crypto isakmp peer`: what this router does as initiator of aggressive mode. */
export interface IsakmpPeer {
  /** As written: `address 192.0.2.1` or `hostname X`, with `vrf V` behind it where there is one. */
  readonly peer: string;
  readonly description?: string;
  readonly aggressiveClientEndpoint?: string;
  readonly aggressivePassword?: Secret;
  readonly kept: readonly KeptLine[];
}

export interface KeyringKey {
  readonly secret: Secret;
  readonly peer: KeyPeer;
}

/** `crypto keyring`: pre-shared keys for ISAKMP profiles. */
export interface Keyring {
  readonly name: string;
  /** The front VRF that peers are reached through. */
  readonly vrf?: string;
  readonly description?: string;
  /** An interface name or an address, as written. */
  readonly localAddress?: string;
  readonly keys: readonly KeyringKey[];
  readonly kept: readonly KeptLine[];
}

export type IdentityMatch =
  | { readonly kind: "address"; readonly address: Ipv4Address; readonly mask: Ipv4Address; readonly vrf?: string }
  | { readonly kind: "host" | "user"; readonly domain?: true; readonly name: string }
  | { readonly kind: "group"; readonly name: string }
  | { readonly kind: "certificate"; readonly map: string };

/** `crypto isakmp profile`. Without a `match` line it never applies. */
export interface IsakmpProfile {
  readonly name: string;
  readonly description?: string;
  /** The inside VRF that decrypted traffic enters. */
  readonly vrf?: string;
  /** Names of keyrings; `default` stands for the global keys. */
  readonly keyrings: readonly string[];
  /** As written after `self-identity`: `address`, `fqdn X`, `user-fqdn X`. */
  readonly selfIdentity?: string;
  readonly matches: readonly IdentityMatch[];
  readonly trustPoint?: string;
  readonly clientAuthenticationList?: string;
  readonly isakmpAuthorizationList?: string;
  readonly clientConfigurationAddress: readonly ("initiate" | "respond")[];
  readonly clientConfigurationGroup?: string;
  readonly initiateAggressive?: true;
  readonly keepalive?: { readonly seconds: number; readonly retrySeconds: number };
  readonly localAddress?: string;
  readonly accounting?: string;
  readonly virtualTemplate?: number;
  readonly qosGroup?: number;
  readonly kept: readonly KeptLine[];
}

/** The ISAKMP globals of a router. There is one per router, under the empty name; absent fields mean IOS's defaults. */
export interface IsakmpSettings {
  /** `no crypto isakmp enable`. */
  readonly disabled?: true;
  readonly identity?: "address" | "dn" | "hostname";
  /** Dead peer detection: seconds 10 to 3600, retry 2 to 60 (default 2), `on-demand` unless periodic. */
  readonly keepalive?: {
    readonly seconds: number;
    readonly retrySeconds?: number;
    readonly mode?: "periodic" | "on-demand";
  };
  /** 5 to 3600. */
  readonly natKeepaliveSeconds?: number;
  /** 5 to 90; absent means 60. */
  readonly xauthTimeoutSeconds?: number;
  readonly aggressiveModeDisabled?: true;
  readonly invalidSpiRecovery?: true;
  readonly fragmentation?: true;
  /** `no crypto isakmp default policy`. */
  readonly defaultPolicyDisabled?: true;
  /** `crypto isakmp client configuration address-pool local`. */
  readonly addressPoolLocal?: string;
}

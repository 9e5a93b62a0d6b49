import type { KeptLine } from "./host.ts";
import type { Secret } from "./isakmp.ts";

/** `crypto ikev2 proposal`: several words of each kind, in order of preference. */
export interface Ikev2Proposal {
  readonly name: string;
  readonly encryption: readonly string[];
  readonly integrity: readonly string[];
  readonly prf: readonly string[];
  readonly groups: readonly number[];
  readonly kept: readonly KeptLine[];
}

/** `crypto ikev2 policy`. */
export interface Ikev2Policy {
  readonly name: string;
  readonly proposals: readonly string[];
  readonly matchFvrf?: string;
  readonly matchAddressLocal: readonly string[];
  readonly kept: readonly KeptLine[];
}

export interface Ikev2KeyringPeer {
  readonly name: string;
  readonly description?: string;
  /** As written after `address`, `hostname`, `identity`. */
  readonly address?: string;
  readonly hostname?: string;
  readonly identity?: string;
  readonly keys: readonly { readonly side?: "local" | "remote"; readonly hex?: true; readonly secret: Secret }[];
  readonly kept: readonly KeptLine[];
}

/** `crypto ikev2 keyring`. */
export interface Ikev2Keyring {
  readonly name: string;
  readonly peers: readonly Ikev2KeyringPeer[];
  readonly kept: readonly KeptLine[];
}

/** `crypto ikev2 profile`. */
export interface Ikev2Profile {
  readonly name: string;
  readonly description?: string;
  /** As written after `match`. */
  readonly matches: readonly string[];
  readonly identityLocal?: string;
  /** As written after `authentication`. */
  readonly authentication: readonly string[];
  /** As written after `keyring`. */
  readonly keyring?: string;
  /** 120 to 86400. */
  readonly lifetimeSeconds?: number;
  readonly dpd?: string;
  readonly ivrf?: string;
  readonly kept: readonly KeptLine[];
}

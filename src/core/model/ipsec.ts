import type { DiffieHellmanGroup } from "./isakmp.ts";
import type { KeptLine } from "./host.ts";

/** Anti-replay: a window of 64, 128, 256, 512 or 1024 packets, or none. */
export type ReplayWindow = number | "disable";

/** Lifetimes of IPsec security associations. Absent means inherited, at last 3600 seconds and 4608000 kilobytes. */
export interface SecurityAssociationLifetime {
  /** 120 to 86400; on IOS-XE to 2592000. */
  readonly lifetimeSeconds?: number;
  /** 2560 to 536870912; on IOS-XE to 4294967295. `disable`: no limit by volume. */
  readonly lifetimeKilobytes?: number | "disable";
  /** 1 to 30, IOS-XE only. */
  readonly lifetimeDays?: number;
}

/** The IPsec globals of a router. There is one per router, under the empty name. */
export interface IpsecSettings extends SecurityAssociationLifetime {
  /** 60 to 86400. */
  readonly idleTimeSeconds?: number;
  readonly replayWindow?: ReplayWindow;
  readonly dfBit?: "clear" | "set" | "copy";
  readonly fragmentation?: "before-encryption" | "after-encryption";
  /** `no crypto ipsec nat-transparency udp-encapsulation`. */
  readonly natTransparencyDisabled?: true;
  readonly spiMatching?: true;
  readonly ipv4Deny?: "jump" | "clear" | "drop";
  readonly optional?: { readonly retrySeconds?: number };
  /** `crypto engine compliance shield disable`: weak algorithms are allowed again on recent IOS-XE. */
  readonly complianceShieldDisabled?: true;
}

/** `set pfs`: a group, or `bare` where the line names none and IOS takes group 1. */
export type PerfectForwardSecrecy = DiffieHellmanGroup | "bare";

/** `crypto ipsec profile`, for tunnel interfaces. */
export interface IpsecProfile extends SecurityAssociationLifetime {
  readonly name: string;
  readonly description?: string;
  readonly transformSets: readonly string[];
  readonly pfs?: PerfectForwardSecrecy;
  readonly isakmpProfile?: string;
  readonly ikev2Profile?: string;
  readonly idleTimeSeconds?: number;
  readonly replayWindow?: ReplayWindow;
  readonly responderOnly?: true;
  readonly kept: readonly KeptLine[];
}

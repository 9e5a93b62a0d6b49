import type { Place, RouterId } from "../model/router.ts";
import type { RuleId } from "../model/ruleId.ts";
import type { Comparison, Outcome } from "../negotiate/trace.ts";
import type { Ipv4Address } from "../net/ipv4.ts";

/** Which stretch of a negotiation a rung belongs to. */
export type Band = "before" | "phase1" | "phase2" | "manual" | "data";

/** Something that an end offers, or that both settle on. */
export interface LadderFact {
  readonly label: string;
  readonly value: string;
}

/** One rung of the ladder: a message, or something that happens within one router. */
export interface Rung {
  readonly band: Band;
  /** The message on the wire: MM1 to MM6, AM1 to AM3, QM1 to QM3, ESP; null for what happens within a router. */
  readonly message: string | null;
  /** In a few words: "Policies offered". */
  readonly title: string;
  readonly from: RouterId;
  /** Equal to `from` where the rung stays within the router. */
  readonly to: RouterId;
  /** Null: can't be known. */
  readonly ok: boolean | null;
  /** Where the message ends when it is the one that is refused: it never leaves, or it is not taken at the other end. */
  readonly stops: "at-sender" | "at-receiver" | null;
  /** Whole sentences. */
  readonly explains: string;
  /** What the message carries: "SA", "KE, NONCE"; empty for what is no message. */
  readonly payloads: string;
  readonly offered: readonly LadderFact[];
  readonly compared: readonly Comparison[];
  readonly chosen: readonly LadderFact[];
  /** In both configurations. */
  readonly places: readonly Place[];
  /** The state of `show crypto isakmp sa` at the initiator once this has happened; null while it shows none. */
  readonly state: string | null;
}

/** One end of a ladder: a lifeline. */
export interface LadderEnd {
  readonly router: RouterId;
  readonly name: string;
  readonly address: Ipv4Address | null;
  /** "VPN 10", or the dynamic map's entry. */
  readonly entry: string;
}

export type Exchange = "main" | "aggressive" | "manual" | "none";

/** One direction of one flow as a ladder diagram: what is sent, compared and chosen, and where it stops. */
export interface Ladder {
  readonly initiator: LadderEnd;
  /** Null where nobody answers. */
  readonly responder: LadderEnd | null;
  readonly exchange: Exchange;
  readonly outcome: Outcome;
  readonly rule: RuleId | null;
  readonly reason: string | null;
  /** What kind of tunnel this is, where it is not two plain static entries; whole sentences. */
  readonly remarks: readonly string[];
  readonly rungs: readonly Rung[];
  /** What stands when the ladder ends; null where nothing does. */
  readonly associations: LadderAssociations | null;
}

/** The IKE security association: one for both directions, which quick modes share. */
export interface LadderIkeAssociation {
  /** Null where the text does not tell an address. */
  readonly initiator: Ipv4Address | null;
  readonly responder: Ipv4Address | null;
  /** As `show crypto isakmp sa` has it. */
  readonly state: string;
  readonly connectionId: { readonly initiator: number; readonly responder: number };
  /** "aes 256, sha256, pre-share, group 14"; null while nothing is agreed. */
  readonly policy: string | null;
  readonly lifetimeSeconds: number | null;
  readonly port: 500 | 4500;
}

/** An IPsec security association: one way, told apart by the SPI that its receiver chose. */
export interface LadderIpsecAssociation {
  readonly from: RouterId;
  readonly to: RouterId;
  readonly protocol: "ah" | "esp";
  readonly spi: number;
  /** The traffic that it carries, seen from its sender. */
  readonly selector: string;
}

/** What stands at the end: one IKE association at most, and IPsec associations in pairs. */
export interface LadderAssociations {
  /** Null with manual keys. */
  readonly ike: LadderIkeAssociation | null;
  /** Empty where quick mode was refused. */
  readonly ipsec: readonly LadderIpsecAssociation[];
  /** "esp-aes 256 esp-sha256-hmac". */
  readonly transforms: string | null;
  readonly mode: "tunnel" | "transport" | null;
  readonly pfs: string | null;
  /** Null: set by hand, and never expires. */
  readonly lifetimeSeconds: number | null;
  /** Null: no limit by volume. */
  readonly lifetimeKilobytes: number | null;
}

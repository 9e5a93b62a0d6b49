import type { Ipv4Address } from "../net/ipv4.ts";
import type { RouterId } from "../model/router.ts";

/** One end of a peering: the crypto map entry that stands for it, and the endpoint that it speaks from. */
export interface PeeringEnd {
  readonly router: RouterId;
  /** The interface whose address is the endpoint; null where it can't be known. */
  readonly interface: string | null;
  readonly address: Ipv4Address | null;
  /** The static map and sequence: on a dynamic end those of the anchor. */
  readonly cryptoMap: string;
  readonly sequence: number;
  /** On a dynamic end the dynamic map's entry that accepts. */
  readonly dynamicMap: { readonly name: string; readonly sequence: number } | null;
  /** The `set peer` that leads to the other end; null on a dynamic end. */
  readonly peer: ConfiguredPeer | null;
}

export interface ConfiguredPeer {
  /** As configured: an address or a host name. */
  readonly configured: string;
  /** Counted from 1, in order of preference. */
  readonly position: number;
  readonly default: boolean;
  /** The router that owns the address; null: outside the design. */
  readonly router: RouterId | null;
}

/**
 * The relation of two entries, the second one mirrored, after "Relations between entries" of the reference.
 * `a-subset`: a's entry lies within b's mirrored one. `accepts`: a dynamic end without a list takes what the other asks for.
 */
export type FlowRelation = "exact" | "a-subset" | "a-superset" | "overlap" | "none" | "accepts";

/** One permit entry of a's crypto access list with its best counterpart on b, or one of b's that is nobody's counterpart. */
export interface Flow {
  /** The entry's sequence number within a's crypto access list; null where a has no entry for it. */
  readonly a: number | null;
  readonly b: number | null;
  readonly relation: FlowRelation;
}

/** Two crypto map entries that mean each other, or one that nobody answers. Derived, never stored. */
export interface Peering {
  /** Stable while its entries keep their names; unique within a design. */
  readonly id: string;
  /** The router whose name comes first in alphabetical order; with `b` null the one that has the entry. */
  readonly a: PeeringEnd;
  readonly b: PeeringEnd | null;
  /** The kind of the end that is not a plain static entry. */
  readonly kind: "isakmp" | "dynamic" | "manual" | "ikev2";
  readonly role: "primary" | "backup";
  readonly flows: readonly Flow[];
}

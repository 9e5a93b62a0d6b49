import type { Selector } from "../derive/selector.ts";
import type { SetEntry } from "../derive/cryptoMapSet.ts";
import type { Interface } from "../model/interface.ts";
import type { RouterId } from "../model/router.ts";
import type { TransformSet } from "../model/transformSet.ts";
import type { FullPolicy } from "../negotiate/isakmpPolicies.ts";
import type { Ipv4Address } from "../net/ipv4.ts";

/** How far phase 1 has come, in IOS's words. Source: `show crypto isakmp sa`; reference section 5.1. */
export type IkeState =
  "MM_NO_STATE" | "MM_SA_SETUP" | "MM_KEY_EXCH" | "AG_NO_STATE" | "AG_INIT_EXCH" | "CONF_XAUTH" | "QM_IDLE";

/** An IKE security association as one of its two routers holds it. */
export interface IkeAssociation {
  /** The same at both ends. */
  readonly id: string;
  /** The router at the other end. */
  readonly peer: RouterId;
  /** Null where the text does not tell an address: DHCP, PPP. */
  readonly local: Ipv4Address | null;
  readonly remote: Ipv4Address | null;
  /** Whether this router sent the first message. */
  readonly initiator: boolean;
  readonly state: IkeState;
  /** From 1001 once keys are exchanged; 0 before. */
  readonly connectionId: number;
  /** This router's policy, once one is agreed on. */
  readonly policy: FullPolicy | undefined;
  /** Seconds that are left; undefined while nothing is agreed. */
  readonly remainingSeconds: number | undefined;
  /** 4500 once a translator was found on the way. */
  readonly port: 500 | 4500;
}

/** One security association of a pair, in one direction. */
export interface OneWayAssociation {
  readonly protocol: "ah" | "esp";
  /** 256 to 4294967295, chosen by the receiver. */
  readonly spi: number;
  readonly connectionId: number;
}

/** The associations that protect one flow, in both directions, as one router holds them. */
export interface AssociationPair {
  /** The same at both ends. */
  readonly id: string;
  readonly inbound: readonly OneWayAssociation[];
  readonly outbound: readonly OneWayAssociation[];
  readonly transformSet: TransformSet;
  readonly mode: "tunnel" | "transport";
  /** `group14`; null without PFS. */
  readonly pfs: string | null;
  /** Null: set by hand, and never expires. */
  readonly remainingSeconds: number | null;
  /** Null: no limit by volume. */
  readonly remainingKilobytes: number | null;
}

/** Packets of one flow since it was first wanted. */
export interface FlowCounters {
  readonly encapsulated: number;
  readonly decapsulated: number;
  /** Packets that were dropped for want of an association. */
  readonly sendErrors: number;
}

/** A flow that a router protects on one of its interfaces, with its associations if it has come up. */
export interface ProtectedFlow {
  readonly carrier: Interface;
  readonly map: string;
  readonly entry: SetEntry;
  readonly origin: "crypto map" | "dynamic crypto map";
  /** The entry of the dynamic map that took the peer's request. */
  readonly dynamicMap?: { readonly name: string; readonly sequence: number };
  /** The line of the entry's access list; undefined where the peer asked for something narrower. */
  readonly line: number | undefined;
  /** Seen from this router: its own networks are the source. */
  readonly selector: Selector;
  readonly local: Ipv4Address | null;
  readonly peer: Ipv4Address | null;
  readonly port: 500 | 4500;
  readonly counters: FlowCounters;
  readonly associations: AssociationPair | undefined;
}

/** What a router knows after traffic for every flow that can come up. */
export interface SimulatedState {
  readonly ike: readonly IkeAssociation[];
  /** By interface, entry and access list line. */
  readonly flows: readonly ProtectedFlow[];
}

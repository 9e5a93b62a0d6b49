import type { Place, RouterId } from "../model/router.ts";
import type { RuleId } from "../model/ruleId.ts";
import type { Negotiation } from "../negotiate/trace.ts";
import type { PlayedPacket } from "../negotiate/negotiateBetween.ts";
import type { DrawnPacket } from "./drawnPacket.ts";

/** A packet whose way is asked for. */
export interface WalkedPacket extends PlayedPacket {
  /** The whole packet, in bytes; absent: 100, as `ping` sends it. */
  readonly bytes?: number;
  /** The header forbids fragments. */
  readonly dontFragment?: boolean;
  /** The header has IP options. */
  readonly options?: boolean;
}

/** Which packet is followed, and what stands before it comes. */
export interface PacketWalkRequest {
  readonly packet: WalkedPacket;
  /** Where it comes in; absent: at the router that has the source's network. Without an interface the router sends it itself. */
  readonly enters?: { readonly router: RouterId; readonly interface?: string };
  /** `standing`: whatever traffic has brought up so far stands. `none`: nothing has flowed yet. */
  readonly associations: "standing" | "none";
  /** The peer that was heard from last, as configured, where an entry lists several. */
  readonly lastHeard?: string;
}

export type StageKind =
  | "enter"
  | "access-list"
  | "inbound-check"
  | "route"
  | "nat"
  | "crypto-map"
  | "association"
  | "encapsulation"
  | "transit"
  | "decapsulation"
  | "deliver";

/** What becomes of the packet at a stage. */
export type StageVerdict = "passes" | "stops" | "unknown";

/** What became of the packet on one way. */
export type Fate = "protected" | "clear" | "dropped" | "unknown";

/** One entry of a crypto map that was asked about a packet. */
export interface EntryTrial {
  /** "VPN 10", "DYN 10". */
  readonly entry: string;
  readonly verdict: "taken" | "denied" | "no-match" | "skipped";
  /** The deciding line: "permit ip 10.1.0.0/24 -> 10.2.0.0/24"; null where none decided. */
  readonly line: string | null;
  /** Why it was skipped, or what is peculiar about it; empty where there is nothing to say. */
  readonly note: string;
  readonly place: Place;
  readonly linePlace: Place | null;
  /** A negotiation made this entry, and it goes with the associations. */
  readonly temporary: boolean;
}

/** One peer of the entry that took the packet. */
export interface PeerTrial {
  readonly peer: string;
  readonly verdict: "used" | "failed" | "not-asked" | "unknown";
  readonly note: string;
  readonly place: Place;
}

/** What the packet's size means on its way. */
export interface SizeFacts {
  readonly before: number;
  readonly after: number;
  readonly pathMtu: number;
  /** The largest packet that goes through in one piece. */
  readonly plaintextMtu: number;
  /** Pieces that travel; 1 where it goes whole, 0 where it is dropped for its size. */
  readonly pieces: number;
}

/** One thing that happens to the packet. */
export interface WalkStage {
  readonly kind: StageKind;
  /** Null between routers. */
  readonly router: RouterId | null;
  readonly interface: string | null;
  readonly verdict: StageVerdict;
  readonly title: string;
  /** Whole sentences. */
  readonly explains: string;
  readonly places: readonly Place[];
  /** The packet as it leaves this stage. */
  readonly packet: DrawnPacket;
  readonly entries: readonly EntryTrial[];
  readonly peers: readonly PeerTrial[];
  /** The peering whose tunnel it is in or meant for. */
  readonly peering: string | null;
  readonly negotiation: Negotiation | null;
  readonly size: SizeFacts | null;
  /** The rule that names the fault. */
  readonly rule: RuleId | null;
}

/** One way of a packet, from its host to where it ends. */
export interface WalkLeg {
  readonly stages: readonly WalkStage[];
  readonly fate: Fate;
  /** One sentence. */
  readonly outcome: string;
  /** The routers that it came through, in order. */
  readonly routers: readonly RouterId[];
  /** The peerings whose tunnels it travelled in. */
  readonly peerings: readonly string[];
  /** A router on its way put another address in the place of its source. */
  readonly translated: boolean;
}

/** A packet's way and the answer's. */
export interface PacketWalk {
  readonly there: WalkLeg;
  /** Null where nothing arrives that could be answered. */
  readonly back: WalkLeg | null;
}

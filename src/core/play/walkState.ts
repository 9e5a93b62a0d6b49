import { routerNames } from "../derive/routerNames.ts";
import type { Selector } from "../derive/selector.ts";
import type { Design } from "../model/design.ts";
import type { Router, RouterId } from "../model/router.ts";
import type { Ipv4Address } from "../net/ipv4.ts";
import { selectorOf } from "../negotiate/negotiateBetween.ts";
import type { InstalledPair } from "../simulate/associationPairs.ts";
import { plainPacket, leastBytes, type DrawnPacket, type PacketFacts } from "./drawnPacket.ts";
import type { Fate, PacketWalkRequest, StageKind, StageVerdict, WalkedPacket, WalkStage } from "./packetWalk.ts";

/** A source that was translated on its way out, so that the answer finds its host. */
export interface TranslatedFlow {
  readonly router: RouterId;
  readonly original: Ipv4Address;
  readonly global: Ipv4Address;
}

/** A packet that travels in a tunnel whose own packets are followed, since another tunnel takes them. */
export interface WrappedPacket {
  readonly packet: WalkedPacket;
  readonly pair: InstalledPair;
  readonly peering: string | null;
  /** As it is drawn in its tunnel. */
  readonly drawn: DrawnPacket;
}

/** A packet on its way, and what is written down about it. One walker follows one way. */
export interface Walker {
  readonly design: Design;
  readonly request: PacketWalkRequest;
  readonly stages: WalkStage[];
  readonly routers: RouterId[];
  readonly peerings: string[];
  /** Every association that the packet may use, by the router that holds it; negotiations on the way add to it. */
  readonly pairs: Map<RouterId, InstalledPair[]>;
  readonly translations: TranslatedFlow[];
  /** Packets that are within the one that is followed, as they were put into its payload: the innermost first. */
  readonly inside: WrappedPacket[];
  packet: WalkedPacket;
  /** It has travelled in a tunnel. */
  wasProtected: boolean;
  /** Its source was translated on the way out of a router. */
  wasTranslated: boolean;
  /** Something on the way can't be known. */
  unsure: boolean;
}

/** Where the packet ended. */
export interface Arrival {
  readonly fate: Fate;
  readonly outcome: string;
  /** The router that hands it over, and the interface towards its host; undefined where it reaches nobody. */
  readonly at?: { readonly router: RouterId; readonly interface: string | null };
}

/** A stage as it is told; what is left out is empty. */
export interface StageWords extends Partial<Omit<WalkStage, "kind" | "router" | "verdict" | "title" | "explains">> {
  readonly kind: StageKind;
  readonly router: RouterId | null;
  readonly verdict: StageVerdict;
  readonly title: string;
  readonly explains: string;
}

/** Writes down a stage. */
export function tell(walker: Walker, words: StageWords): void {
  if (words.verdict === "unknown") walker.unsure = true;
  walker.stages.push({
    interface: null,
    places: [],
    entries: [],
    peers: [],
    peering: null,
    negotiation: null,
    size: null,
    rule: null,
    packet: drawn(walker),
    ...words,
  });
}

/** Writes down the stage at which the packet is lost. */
export function stop(walker: Walker, words: Omit<StageWords, "verdict">): Arrival {
  tell(walker, { ...words, verdict: "stops" });
  return { fate: "dropped", outcome: words.explains };
}

export function factsOf({ inside, packet }: Pick<Walker, "packet" | "inside">): PacketFacts {
  const options = packet.options ?? false;
  const wrapped = inside.at(-1)?.drawn;
  return {
    ...(wrapped && { wrapped }),
    source: packet.source,
    destination: packet.destination,
    protocol: packet.protocol,
    sourcePort: packet.sourcePort,
    destinationPort: packet.destinationPort,
    bytes: Math.max(packet.bytes ?? 100, leastBytes({ protocol: packet.protocol, options })),
    options,
  };
}

/** The packet as it is, outside any tunnel but those within it. */
export function drawn(walker: Pick<Walker, "packet" | "inside">): DrawnPacket {
  return plainPacket(factsOf(walker));
}

export function trafficOf({ packet }: Pick<Walker, "packet">): Selector {
  return selectorOf(packet);
}

export function routerOf({ design }: Pick<Walker, "design">, id: RouterId): Router {
  const router = design.routers.get(id);
  if (!router) throw new Error(`The design has no router ${id}.`);
  return router;
}

export function nameOf({ design }: Pick<Walker, "design">, id: RouterId): string {
  return routerNames(design.routers).get(id) ?? id;
}

/** 224.0.0.0/4, or a broadcast to everybody: traffic that IPsec can't protect, since it has no one peer. */
export function isGroupAddress(address: Ipv4Address): boolean {
  return address >>> 28 === 14 || address === 0xffffffff;
}

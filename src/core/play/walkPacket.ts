import { formatSelector } from "../derive/selector.ts";
import type { Design } from "../model/design.ts";
import type { Interface } from "../model/interface.ts";
import type { Router, RouterId } from "../model/router.ts";
import { formatIpv4, prefixOf, type Ipv4Address } from "../net/ipv4.ts";
import { routingTable } from "../derive/routes.ts";
import type { InstalledPair } from "../simulate/associationPairs.ts";
import { standingPairs } from "../simulate/state.ts";
import type { PacketWalk, PacketWalkRequest, WalkedPacket, WalkLeg } from "./packetWalk.ts";
import { interfaceTowards, isOwnAddress } from "./walkRoute.ts";
import { atRouter } from "./walkRouter.ts";
import {
  isGroupAddress,
  routerOf,
  stop,
  trafficOf,
  type Arrival,
  type TranslatedFlow,
  type Walker,
} from "./walkState.ts";

/**
 * Follows a packet from its host through route, translation, crypto map and tunnel to the other host, and the answer back. Whatever it
 * says of a negotiation is the negotiation's own verdict, and associations are those that the show commands print.
 */
export function walkPacket(design: Design, request: PacketWalkRequest): PacketWalk {
  const pairs = startingPairs(design, request);
  const translations: TranslatedFlow[] = [];
  const entry = request.enters ? entryAt(design, request) : entryOf(design, request.packet.source);
  const forward = newWalker(design, request, request.packet, pairs, translations);
  if (!entry) {
    const arrival = stop(forward, {
      kind: "enter",
      router: null,
      title: "From nowhere",
      explains: `No router of the design has a network with ${formatIpv4(request.packet.source)}. Say by which router the packet comes in.`,
    });
    return { there: legOf(forward, arrival), back: null };
  }
  const arrival = atRouter(forward, entry.router.id, { by: "wire", interface: entry.interface });
  const there = legOf(forward, arrival);
  if (!arrival.at || isGroupAddress(forward.packet.destination)) return { there, back: null };
  const backward = newWalker(design, request, answerTo(forward.packet), pairs, translations);
  // What came about by something that can't be known can't be known on the way back either.
  backward.unsure = forward.unsure;
  const { at } = arrival;
  const router = routerOf(backward, at.router);
  const by = at.interface === null ? null : (router.elements.interface.get(at.interface) ?? null);
  return { there, back: legOf(backward, atRouter(backward, at.router, { by: "wire", interface: by })) };
}

/** Where packets of a source come in: the router that has its network, or has the address itself. */
export function entryOf(
  design: Design,
  source: Ipv4Address,
): { readonly router: Router; readonly interface: Interface | null } | undefined {
  const routers = [...design.routers.values()];
  const own = routers.find((one) => isOwnAddress(one, source));
  if (own) return { router: own, interface: null };
  for (const router of routers) {
    const one = interfaceTowards(router, source);
    if (one) return { router, interface: one };
  }
  for (const router of routers) {
    const one = routedFrom(router, source);
    if (one) return { router, interface: one };
  }
  return undefined;
}

function entryAt(design: Design, { enters, packet }: PacketWalkRequest) {
  const router = enters && design.routers.get(enters.router);
  if (!router) return undefined;
  if (enters.interface !== undefined) {
    return { router, interface: router.elements.interface.get(enters.interface) ?? null };
  }
  if (isOwnAddress(router, packet.source)) return { router, interface: null };
  return { router, interface: interfaceTowards(router, packet.source) ?? routedFrom(router, packet.source) ?? null };
}

/** A static route to a source behind another router inside tells by which interface its packets come. */
function routedFrom(router: Router, source: Ipv4Address): Interface | undefined {
  const answer = routingTable(router.elements).lookUp(prefixOf(source, 32));
  if (answer.kind !== "known" || answer.prefix.length === 0) return undefined;
  const inside = answer.choices.map((choice) => router.elements.interface.get(choice.interface));
  return inside.find((one) => one !== undefined && one.cryptoMap === undefined);
}

/** What stands before the packet comes. Manual associations always do. */
function startingPairs(design: Design, { associations }: PacketWalkRequest): Map<RouterId, InstalledPair[]> {
  const isManual = ({ own }: InstalledPair) => own.view.entry.entry.type === "ipsec-manual";
  return new Map(
    [...standingPairs(design)].map(([router, pairs]) => [
      router,
      associations === "standing" ? [...pairs] : pairs.filter(isManual),
    ]),
  );
}

function newWalker(
  design: Design,
  request: PacketWalkRequest,
  packet: WalkedPacket,
  pairs: Map<RouterId, InstalledPair[]>,
  translations: TranslatedFlow[],
): Walker {
  return {
    design,
    request,
    packet,
    pairs,
    translations,
    inside: [],
    stages: [],
    routers: [],
    peerings: [],
    wasProtected: false,
    wasTranslated: false,
    unsure: false,
  };
}

function answerTo({ source, destination, sourcePort, destinationPort, ...rest }: WalkedPacket): WalkedPacket {
  return {
    ...rest,
    source: destination,
    destination: source,
    ...(destinationPort !== undefined && { sourcePort: destinationPort }),
    ...(sourcePort !== undefined && { destinationPort: sourcePort }),
  };
}

function legOf({ peerings, routers, stages, wasTranslated }: Walker, { fate, outcome }: Arrival): WalkLeg {
  return {
    stages,
    fate,
    outcome,
    routers: [...new Set(routers)],
    peerings: [...new Set(peerings)],
    translated: wasTranslated,
  };
}

/** "tcp 10.1.0.5 -> 10.2.0.7:80": the packet as one line. */
export function packetText(packet: WalkedPacket): string {
  return formatSelector(trafficOf({ packet }));
}

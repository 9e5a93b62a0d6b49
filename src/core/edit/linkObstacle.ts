import { asCanvasId, type Design } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";
import { formatPrefix, prefixesOverlap } from "../net/ipv4.ts";
import type { NetworkFlow } from "./accessListLines.ts";
import { draftOf } from "./designDraft.ts";
import { entryToward, flowsBetween, freeSequence, mirrored, placeOfFlow, type LinkEnd } from "./linkEnd.ts";
import { prepareEnds, type LinkEnds } from "./linkPreparation.ts";

/**
 * Why two routers can't be linked, in a sentence for the person who tries; null when they can. What is merely missing, such as a
 * WAN address or a LAN, is no obstacle: the link makes it.
 */
export function linkObstacle(design: Design, a: RouterId, b: RouterId): string | null {
  const draft = draftOf(design);
  const ends = prepareEnds(draft, a, b, { canvas: () => asCanvasId("the subnet that the link would make") });
  return typeof ends === "string" ? ends : flowObstacle(draft.design(), ends);
}

/** What stands in the way of two ends that have all they need: nothing to tell apart, nothing new, no room in a crypto map. */
export function flowObstacle(design: Design, { a, b }: LinkEnds): string | null {
  for (const [end, peer] of [
    [a, b],
    [b, a],
  ] as const) {
    const elements = design.routers.get(end.router)?.elements;
    const entry = elements && end.wan.cryptoMap && entryToward(elements, end.wan.cryptoMap.name, peer);
    if (entry && (entry.type !== "ipsec-isakmp" || entry.ikev2Profile !== undefined)) {
      const manner = entry.type === "ipsec-manual" ? "with manual keys" : "in another way than IKEv1";
      return `${end.name} already reaches ${peer.name} ${manner}, by ${entry.map} ${entry.sequence}.`;
    }
  }
  const flows = flowsBetween(a, b);
  if (flows.length === 0) return sameNetworks(a, b);
  const answer = newFlows(design, a, b);
  if (answer.flows.length === 0) {
    return (
      answer.reason ??
      `${a.name} and ${b.name} are already linked for all their networks. Attach another subnet to link more.`
    );
  }
  for (const [end, peer, bounds] of [
    [a, b, answer.boundsA],
    [b, a, answer.boundsB],
  ] as const) {
    const elements = design.routers.get(end.router)?.elements;
    const map = end.wan.cryptoMap?.name;
    if (!elements || map === undefined || entryToward(elements, map, peer)) continue;
    if (freeSequence(elements, map, bounds.after, bounds.before) === undefined) {
      return `Crypto map ${map} on ${end.name} has no free sequence number before ${map} ${bounds.before}.`;
    }
  }
  return null;
}

function sameNetworks(a: LinkEnd, b: LinkEnd): string {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    for (const prefix of one.networks) {
      if (other.connected.some((theirs) => prefixesOverlap(prefix, theirs))) {
        return `${a.name} and ${b.name} both have ${formatPrefix(prefix)}, so a crypto map can't tell their networks apart.`;
      }
    }
  }
  return `${a.name} and ${b.name} have no networks to protect.`;
}

/** The flows of a link that no entry of either side deals with yet, and the bounds within which their entries have to stand. */
export interface NewFlows {
  /** Seen from `a`. */
  readonly flows: readonly NetworkFlow[];
  readonly boundsA: SequenceBounds;
  readonly boundsB: SequenceBounds;
  /** Why the flows that were left out were; absent when the two sides already protect them towards each other. */
  readonly reason?: string;
}

/** Sequence numbers above `after` and below `before`. */
export interface SequenceBounds {
  readonly after: number;
  readonly before: number;
}

export function newFlows(design: Design, a: LinkEnd, b: LinkEnd): NewFlows {
  const flows: NetworkFlow[] = [];
  const bounds = { a: { after: 0, before: 65536 }, b: { after: 0, before: 65536 } };
  let reason: string | undefined;
  for (const flow of flowsBetween(a, b)) {
    const places = [
      { side: "a", end: a, place: placeOnEnd(design, a, flow, b) },
      { side: "b", end: b, place: placeOnEnd(design, b, mirrored(flow), a) },
    ] as const;
    const taken = places.find(({ place }) => place.kind === "taken");
    if (taken?.place.kind === "taken") {
      const { entry } = taken.place;
      reason = `${entry.map} ${entry.sequence} on ${taken.end.name} already sends ${formatPrefix(flow.source)} and ${formatPrefix(flow.destination)} to another peer.`;
      continue;
    }
    if (places.every(({ place }) => place.kind === "protected")) continue;
    flows.push(flow);
    for (const { side, place } of places) {
      if (place.kind !== "free") continue;
      bounds[side].after = Math.max(bounds[side].after, place.after);
      bounds[side].before = Math.min(bounds[side].before, place.before);
    }
  }
  return { flows, boundsA: bounds.a, boundsB: bounds.b, ...(reason === undefined ? {} : { reason }) };
}

function placeOnEnd(design: Design, end: LinkEnd, flow: NetworkFlow, peer: LinkEnd) {
  const elements = design.routers.get(end.router)?.elements;
  const map = end.wan.cryptoMap?.name;
  return elements && map !== undefined
    ? placeOfFlow(elements, map, flow, peer.address)
    : ({ kind: "free", after: 0, before: 65536 } as const);
}

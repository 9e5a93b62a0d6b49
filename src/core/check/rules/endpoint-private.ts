import { viewOfEnd } from "../../derive/peerings.ts";
import { connectedPrefixes } from "../../derive/routes.ts";
import { nameIn, routerNames } from "../../derive/routerNames.ts";
import { isPublic } from "../../edit/interfaceRoles.ts";
import type { PeeringEnd } from "../../derive/peering.ts";
import type { Design } from "../../model/design.ts";
import type { Place, Router } from "../../model/router.ts";
import { isPrivate, parseIpv4, prefixContains, type Ipv4Address } from "../../net/ipv4.ts";
import type { JudgedPeering } from "../../negotiate/trace.ts";
import { foundIn } from "../perRouter.ts";
import { designRule } from "../rule.ts";

/** The Internet carries no private addresses. */
export const endpointPrivate = designRule({
  id: "endpoint-private",
  severity: "warning",
  fix: "man",
  docs: {
    what: "A peer across the Internet is named by a private address.",
    why: "No router of the Internet forwards packets to it. Where a translator stands before the peer, its public address is the one to name.",
    remedy: "Name the address that the peer is reached by from outside.",
    source: "RFC 1918: private addresses are not routed on the Internet",
  },
  messages: {
    unroutable:
      "{router} speaks from the Internet and names {peer} as its peer, a private address that the Internet does not route.",
  },
  check(design, peerings, report) {
    const names = routerNames(design.routers);
    const online = onInternetClouds(design);
    const told = new Set<string>();
    for (const { end, peer } of privatePeersOf(peerings)) {
      const router = design.routers.get(end.router);
      if (!router) continue;
      const isOnline =
        (end.address !== null && isPublic(end.address)) ||
        (end.interface !== null && online.has(`${end.router} ${end.interface}`));
      if (!isOnline || isNeighbour(router, peer)) continue;
      const place = peerPlace(router, end);
      const key = JSON.stringify(place);
      if (told.has(key)) continue;
      told.add(key);
      report({
        message: "unroutable",
        data: { router: nameIn(names, router.id), peer: end.peer?.configured ?? "" },
        places: [place],
      });
    }
  },
});

interface PrivatePeer {
  readonly end: PeeringEnd;
  readonly peer: Ipv4Address;
}

/** The ends that name a private address; few peerings have any, and each is asked again after every edit. */
const privatePeersOf = foundIn(({ peering: { a, b } }: JudgedPeering) =>
  [a, b].flatMap((end): readonly PrivatePeer[] => {
    const peer = parseIpv4(end?.peer?.configured ?? "");
    return end && peer !== undefined && isPrivate(peer) ? [{ end, peer }] : [];
  }),
);

/** Interfaces that the drawing connects to a cloud called Internet. */
function onInternetClouds({ clouds }: Design): ReadonlySet<string> {
  return new Set(
    [...clouds.values()]
      .filter((cloud) => /internet/i.test(cloud.label))
      .flatMap((cloud) => cloud.attachments.map((one) => `${one.router} ${one.interface}`)),
  );
}

function isNeighbour({ elements }: Router, peer: number): boolean {
  return [...elements.interface.values()].some((one) =>
    connectedPrefixes(one).some((prefix) => prefixContains(prefix, peer)),
  );
}

function peerPlace(router: Router, end: PeeringEnd): Place {
  const entry = viewOfEnd(router, end)?.entry.entry;
  return {
    router: router.id,
    kind: "cryptoMapEntry",
    name: `${end.cryptoMap} ${end.sequence}`,
    field: "peers",
    item: Math.max(0, Math.min(end.peer?.position ?? 1, entry?.peers.length ?? 1) - 1),
  };
}

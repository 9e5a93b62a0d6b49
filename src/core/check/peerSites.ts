import { addressOwners } from "../derive/addressOwners.ts";
import { peerAddress } from "../derive/cryptoMapSet.ts";
import { normalAccessList } from "../derive/cryptoAccessList.ts";
import type { ProxyIdentity } from "../derive/proxyIdentity.ts";
import { connectedPrefixes } from "../derive/routes.ts";
import type { Design } from "../model/design.ts";
import type { CryptoMapPeer } from "../model/cryptoMap.ts";
import type { Router } from "../model/router.ts";
import { setOfPrefix, setsIntersect, type AddressSet } from "../net/wildcard.ts";
import type { StaticCryptoEntry } from "./cryptoEntries.ts";
import { isInside } from "./localNetworks.ts";

/** The peers of one entry that stand at one place, and the traffic that only they have behind them. */
export interface PeerSite {
  readonly routers: readonly Router[];
  readonly peers: readonly CryptoMapPeer[];
  readonly permits: readonly ProxyIdentity[];
}

/**
 * The peers of an entry by site: routers that the drawing puts at one site, or that have networks in common, back each other up. Empty
 * where all of them do, where fewer than two are routers of the design, or where no traffic tells them apart.
 */
export function peerSites(design: Design, entry: StaticCryptoEntry): readonly PeerSite[] {
  const owned = entry.body.peers.flatMap((peer) => {
    const router = ownerOf(design, entry.router, peer);
    return router ? [{ peer, router }] : [];
  });
  const groups: { routers: Router[]; peers: CryptoMapPeer[] }[] = [];
  for (const { peer, router } of owned) {
    const group = groups.find(({ routers }) => routers.some((other) => backsUp(router, other)));
    if (!group) groups.push({ routers: [router], peers: [peer] });
    else {
      if (!group.routers.includes(router)) group.routers.push(router);
      group.peers.push(peer);
    }
  }
  if (groups.length < 2) return [];
  const permits = normalAccessList(entry.router.elements, entry.body.matchAddress)?.permits ?? [];
  const sites = groups.map((group) => {
    const others = groups.filter((other) => other !== group).flatMap((other) => other.routers);
    const own = permits.filter((permit) => leadsTo(permit, group.routers) && !leadsTo(permit, others));
    return { ...group, permits: own };
  });
  return sites.filter((site) => site.permits.length > 0).length >= 2 ? sites : [];
}

function ownerOf(design: Design, near: Router, peer: CryptoMapPeer): Router | undefined {
  const address = peerAddress(near.elements, peer);
  const owner = address === null ? undefined : addressOwners(design.routers).get(address)?.[0];
  return owner && owner.router !== near.id ? design.routers.get(owner.router) : undefined;
}

function backsUp(one: Router, other: Router): boolean {
  if (one === other) return true;
  if (one.site !== undefined && other.site !== undefined) return one.site === other.site;
  const theirs = insideNetworks(other);
  return insideNetworks(one).some((own) => theirs.some((their) => setsIntersect(own, their)));
}

function leadsTo(permit: ProxyIdentity, routers: readonly Router[]): boolean {
  const networks = routers.flatMap(insideNetworks);
  return permit.selectors.some(({ destination }) => networks.some((one) => setsIntersect(one, destination)));
}

function insideNetworks(router: Router): readonly AddressSet[] {
  return [...router.elements.interface.values()].filter(isInside).flatMap(connectedPrefixes).map(setOfPrefix);
}

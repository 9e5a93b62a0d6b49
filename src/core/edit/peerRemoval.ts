import { addressesOf } from "../derive/addressOwners.ts";
import { peerAddress } from "../derive/cryptoMapSet.ts";
import { nameUse } from "../derive/references.ts";
import type { NameKind } from "../derive/referenceTable.ts";
import type { CryptoMapEntry, CryptoMapPeer } from "../model/cryptoMap.ts";
import type { ElementKind, Elements, RouterId } from "../model/router.ts";
import type { Ipv4Address } from "../net/ipv4.ts";
import { permitEntries } from "./accessListLines.ts";
import type { DesignDraft } from "./designDraft.ts";
import { withdrawPermits } from "./inboundPermits.ts";
import { hostKeyName, MODERN_KEEPALIVE } from "./linkPhase1.ts";
import { sameNetworks, withdrawExemptions } from "./natExemption.ts";

/**
 * Takes a peer out of a crypto map entry, and the entry with its last peer; and with them whatever served nothing else: the access
 * list, the transform sets, the key, permits for its IKE and ESP, exemptions from translation, and the map's application to
 * interfaces when its last entry goes. Routes stay, since they serve more than tunnels.
 */
export function removePeer(
  draft: DesignDraft,
  router: RouterId,
  entryName: string,
  isPeer: (peer: CryptoMapPeer) => boolean,
): void {
  const before = draft.elements(router);
  const entry = before.cryptoMapEntry.get(entryName);
  if (!entry) return;
  const gone = entry.peers.filter(isPeer);
  const left = entry.peers.filter((peer) => !isPeer(peer));
  if (left.length > 0) draft.put(router, "cryptoMapEntry", { ...entry, peers: left });
  else removeEntry(draft, router, entry);
  for (const peer of gone) {
    const address = peerAddress(before, peer);
    if (address !== null) forgetPeer(draft, router, address);
  }
}

/** Removes a crypto map entry with what only it used, but for keys and permits, which go with the peer. */
export function removeEntry(draft: DesignDraft, router: RouterId, entry: CryptoMapEntry): void {
  const before = draft.elements(router);
  const flows = permitEntries(before.accessList.get(entry.matchAddress ?? ""));
  draft.remove(router, "cryptoMapEntry", `${entry.map} ${entry.sequence}`);
  if (entry.matchAddress !== undefined) removeUnused(draft, router, "accessList", entry.matchAddress);
  for (const set of entry.transformSets) removeUnused(draft, router, "transformSet", set);
  const stillProtected = [...draft.elements(router).cryptoMapEntry.values()].flatMap((other) =>
    permitEntries(draft.elements(router).accessList.get(other.matchAddress ?? "")),
  );
  withdrawExemptions(
    draft,
    router,
    flows.filter((flow) => !stillProtected.some((other) => sameNetworks(flow, other))),
  );
  removeEmptyMap(draft, router, entry.map);
  removeUnusedIke(draft, router);
}

/** Removes the key and the permits that were for one peer, unless something else still speaks to it. */
export function forgetPeer(draft: DesignDraft, router: RouterId, address: Ipv4Address): void {
  if (speaksTo(draft.elements(router), address)) return;
  const key = hostKeyName(address);
  if (draft.elements(router).isakmpKey.has(key)) draft.remove(router, "isakmpKey", key);
  withdrawPermits(draft, router, address);
}

/** Removes from one router every peer that is an address of another. */
export function removePeersOf(draft: DesignDraft, router: RouterId, addresses: ReadonlySet<Ipv4Address>): void {
  for (const [name, entry] of draft.elements(router).cryptoMapEntry) {
    const isGone = (peer: CryptoMapPeer) => {
      const address = peerAddress(draft.elements(router), peer);
      return address !== null && addresses.has(address);
    };
    if (entry.peers.some(isGone)) removePeer(draft, router, name, isGone);
  }
  for (const address of addresses) forgetPeer(draft, router, address);
}

/** All addresses of a router, as its peers may name them. */
export function peerableAddresses(elements: Elements): ReadonlySet<Ipv4Address> {
  return new Set(addressesOf(elements).keys());
}

function speaksTo(elements: Elements, address: Ipv4Address): boolean {
  const isIt = (peer: CryptoMapPeer) => peerAddress(elements, peer) === address;
  return [...elements.cryptoMapEntry.values(), ...elements.dynamicMapEntry.values()].some((entry) =>
    entry.peers.some(isIt),
  );
}

function removeUnused(draft: DesignDraft, router: RouterId, kind: ElementKind & NameKind, name: string): void {
  const elements = draft.elements(router);
  if (elements[kind].has(name) && nameUse(elements, kind, name).uses.length === 0) draft.remove(router, kind, name);
}

function removeEmptyMap(draft: DesignDraft, router: RouterId, map: string): void {
  const elements = draft.elements(router);
  if ([...elements.cryptoMapEntry.values()].some((entry) => entry.map === map)) return;
  for (const one of elements.interface.values()) {
    if (one.cryptoMap?.name !== map) continue;
    const { cryptoMap: _map, ...bare } = one;
    draft.put(router, "interface", bare);
  }
  if (elements.cryptoMap.has(map)) draft.remove(router, "cryptoMap", map);
}

/** The policies of a router that no longer negotiates with anybody go, and dead peer detection as a link writes it. */
function removeUnusedIke(draft: DesignDraft, router: RouterId): void {
  const elements = draft.elements(router);
  const users = [elements.cryptoMapEntry, elements.dynamicMapEntry, elements.ipsecProfile, elements.isakmpProfile];
  if (users.some((collection) => collection.size > 0)) return;
  for (const name of elements.isakmpPolicy.keys()) draft.remove(router, "isakmpPolicy", name);
  const settings = elements.isakmpSettings.get("");
  if (settings && Object.keys(settings).length === 1 && settings.keepalive && isOwnKeepalive(settings.keepalive)) {
    draft.remove(router, "isakmpSettings", "");
  }
}

function isOwnKeepalive(keepalive: { seconds: number; retrySeconds?: number; mode?: string }): boolean {
  return (
    keepalive.seconds === MODERN_KEEPALIVE.seconds &&
    keepalive.retrySeconds === MODERN_KEEPALIVE.retrySeconds &&
    keepalive.mode === MODERN_KEEPALIVE.mode
  );
}

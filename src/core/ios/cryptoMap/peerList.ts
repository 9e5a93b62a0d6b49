import type { CryptoMapPeer } from "../../model/cryptoMap.ts";

/** From so many peers on a list is not searched but has an index, so that thousands of lines cost no more than their number. */
const manyPeers = 16;

/** The peers of long lists by what tells them apart. */
const indexes = new WeakMap<readonly CryptoMapPeer[], Map<string, CryptoMapPeer>>();

/** Where a list has a peer; -1 where it has none of that address or name. */
export function indexOfPeer(peers: readonly CryptoMapPeer[], wanted: CryptoMapPeer["peer"]): number {
  if (peers.length < manyPeers) return peers.findIndex(({ peer }) => isSame(peer, wanted));
  const found = indexOf(peers).get(keyOf(wanted));
  if (found === undefined) return -1;
  // Lists are taken back from their ends as a rule.
  return peers[peers.length - 1] === found ? peers.length - 1 : peers.indexOf(found);
}

/** Puts a peer in a place, or behind the last one. */
export function putPeer(peers: CryptoMapPeer[], at: number, peer: CryptoMapPeer): void {
  const index = indexes.get(peers);
  peers[at] = peer;
  index?.set(keyOf(peer.peer), peer);
}

export function removePeer(peers: CryptoMapPeer[], at: number): void {
  const [gone] = at < 0 ? [] : peers.splice(at, 1);
  if (gone !== undefined) indexes.get(peers)?.delete(keyOf(gone.peer));
}

/** The index of a list; made anew where the list was changed by others. */
function indexOf(peers: readonly CryptoMapPeer[]): ReadonlyMap<string, CryptoMapPeer> {
  const known = indexes.get(peers);
  if (known?.size === peers.length) return known;
  const made = new Map(peers.map((one) => [keyOf(one.peer), one]));
  indexes.set(peers, made);
  return made;
}

function keyOf(peer: CryptoMapPeer["peer"]): string {
  return peer.kind === "address" ? String(peer.address) : `name ${peer.hostname}`;
}

function isSame(one: CryptoMapPeer["peer"], other: CryptoMapPeer["peer"]): boolean {
  return one.kind === "address"
    ? other.kind === "address" && one.address === other.address
    : other.kind === "hostname" && one.hostname === other.hostname;
}

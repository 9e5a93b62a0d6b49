import { memoOf } from "../derive/identityMemo.ts";
import { boundProfile } from "../derive/isakmpIdentity.ts";
import type { Keyring, KeyPeer, Secret } from "../model/isakmp.ts";
import { keyPeerName, type Elements, type Place } from "../model/router.ts";
import { formatIpv4, type Ipv4Address } from "../net/ipv4.ts";
import { placeAt, type Party } from "./party.ts";

/** A key as its router holds it. */
export interface HeldKey {
  readonly secret: Secret;
  readonly peer: KeyPeer;
  /** 32 for one host, 0 for any. */
  readonly maskLength: number;
  readonly noXauth: boolean;
  /** What IOS tells it from the others of its store by: whom it is for. */
  readonly position: string;
}

/** Keys in one place, the global ones or a keyring's. A hub has one per spoke, so those for one host are found by address. */
export interface KeyStore {
  readonly all: readonly HeldKey[];
  readonly byHost: ReadonlyMap<Ipv4Address, readonly HeldKey[]>;
  /** Keys for networks, names, and IPv6. */
  readonly others: readonly HeldKey[];
}

/** A store that an end may look into. */
export interface KeySource {
  readonly store: KeyStore;
  /** Undefined for the global keys. */
  readonly keyring: string | undefined;
  /** False where a `local-address` binds the keyring or the profile to another endpoint. */
  readonly reachable: boolean;
}

/** Where an end looks: the keyrings of the profile that it is bound to, else the global keys and all keyrings of the front VRF. */
export function keySources(party: Party): readonly KeySource[] {
  const { elements } = party.router;
  const profile = boundProfile(elements, party.view);
  const bound = profile && profile.keyrings.length > 0 ? profile.keyrings : undefined;
  const profileReaches = speaksFrom(party, profile?.localAddress);
  const sources: KeySource[] = [];
  if (bound ? bound.includes("default") : (party.frontVrf ?? "") === "") {
    sources.push({ store: globalStore(elements.isakmpKey), keyring: undefined, reachable: profileReaches });
  }
  for (const keyring of elements.keyring.values()) {
    if (bound && !bound.includes(keyring.name)) continue;
    if (party.frontVrf !== null && (keyring.vrf ?? "") !== party.frontVrf) continue;
    const reachable = profileReaches && speaksFrom(party, keyring.localAddress);
    sources.push({ store: ringStore(keyring), keyring: keyring.name, reachable });
  }
  return sources;
}

export function keyPlace(party: Party, { keyring }: KeySource, key: HeldKey): Place {
  return keyring === undefined
    ? placeAt(party, "isakmpKey", key.position)
    : placeAt(party, "keyring", keyring, "keys", key.position);
}

const globalStore = memoOf((keys: Elements["isakmpKey"]): KeyStore =>
  storeOf(
    [...keys.values()].map(({ secret, peer, noXauth }) => ({
      secret,
      peer,
      maskLength: maskLengthOf(peer),
      noXauth: noXauth === true,
      position: keyPeerName(peer),
    })),
  ),
);

const ringStore = memoOf((keyring: Keyring): KeyStore =>
  storeOf(
    keyring.keys.map(({ secret, peer }) => ({
      secret,
      peer,
      maskLength: maskLengthOf(peer),
      noXauth: false,
      position: keyPeerName(peer),
    })),
  ),
);

function storeOf(all: readonly HeldKey[]): KeyStore {
  const byHost = new Map<Ipv4Address, HeldKey[]>();
  const others: HeldKey[] = [];
  for (const key of all) {
    if (key.peer.kind !== "address" || key.maskLength < 32) others.push(key);
    else {
      const same = byHost.get(key.peer.address);
      if (same) same.push(key);
      else byHost.set(key.peer.address, [key]);
    }
  }
  return { all, byHost, others };
}

function maskLengthOf(peer: KeyPeer): number {
  return peer.kind === "address" ? Math.clz32(~peer.mask) : 32;
}

/** Whether `local-address`, an interface or an address with perhaps a VRF behind it, is where this end speaks from. */
function speaksFrom(party: Party, localAddress: string | undefined): boolean {
  if (localAddress === undefined) return true;
  const [word = ""] = localAddress.split(/\s+/);
  if (word.toLowerCase() === party.end.interface?.toLowerCase()) return true;
  const { address } = party.end;
  if (address === null) return false;
  const written = party.router.elements.interface.get(word)?.address;
  return word === formatIpv4(address) || (written?.kind === "static" && written.address === address);
}

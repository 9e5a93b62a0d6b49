import type { KeyPeer, Secret } from "../model/isakmp.ts";
import type { Place } from "../model/router.ts";
import type { Ipv4Address } from "../net/ipv4.ts";
import { addressesOf } from "../derive/addressOwners.ts";
import type { IsakmpIdentity } from "../derive/isakmpIdentity.ts";
import { keyPlace, keySources, type HeldKey, type KeySource } from "./keySources.ts";
import type { Party } from "./party.ts";

/** A key that may serve for a peer. */
export interface UsableKey {
  readonly secret: Secret;
  readonly place: Place;
  /** 32 for one host, 0 for any. */
  readonly maskLength: number;
  /** The keyring that holds it; undefined for a global key. */
  readonly keyring: string | undefined;
  readonly noXauth: boolean;
}

/** What a router finds when it looks for the key of a peer. */
export type KeyLookup =
  /** `rivals` are other keys that fit less closely and differ; some releases take one of them in one of the roles. */
  | { readonly kind: "found"; readonly key: UsableKey; readonly rivals: readonly UsableKey[] }
  /** Several different keys fit equally well; which one is taken depends on the role and the release. */
  | { readonly kind: "ambiguous"; readonly keys: readonly UsableKey[] }
  /** The peer's address isn't known, and which key fits depends on it. */
  | { readonly kind: "unsure"; readonly keys: readonly UsableKey[] }
  /** None, and why: the closest thing that there is. */
  | { readonly kind: "missing"; readonly why: MissingKey; readonly places: readonly Place[] };

/** Why there is no key: nothing at all, one for another address of the peer, one by name only, or one bound to another endpoint. */
export type MissingKey = "none" | "wrong-address" | "hostname-only" | "local-address";

/**
 * Looks up the key for a peer: by its address in main mode, also by its name in aggressive mode; the longest mask wins. Reference:
 * section 2.3, "PSK choice".
 */
export function lookUpKey(
  party: Party,
  peer: Ipv4Address | null,
  name: IsakmpIdentity | undefined,
  other: Party | undefined,
): KeyLookup {
  const sources = keySources(party);
  const reachable = sources.filter((source) => source.reachable);
  const fitting: UsableKey[] = [];
  for (const source of reachable) {
    for (const key of fittingKeys(source, peer, name)) fitting.push(usableKey(party, source, key));
  }
  const [only] = fitting;
  if (only && fitting.length === 1 && peer !== null) return { kind: "found", key: only, rivals: none };
  if (fitting.length > 0) {
    const longest = Math.max(...fitting.map((key) => key.maskLength));
    const best = fitting.filter((key) => key.maskLength === longest);
    const [first] = best;
    if (!first || best.some((key) => !sameSecret(key.secret, first.secret))) return { kind: "ambiguous", keys: best };
    // Where the address isn't known, a key for a closer network may fit it; one for a host is for somebody who is known.
    const closer =
      peer === null &&
      reachable.some(({ store }) => store.others.some((key) => key.maskLength > longest && key.maskLength < 32));
    if (closer) return { kind: "unsure", keys: best };
    return { kind: "found", key: first, rivals: fitting.filter((key) => !sameSecret(key.secret, first.secret)) };
  }
  if (peer === null) {
    const byAddress = reachable.flatMap((source) =>
      source.store.all.filter((key) => key.peer.kind === "address").map((key) => usableKey(party, source, key)),
    );
    if (byAddress.length > 0) return { kind: "unsure", keys: byAddress };
  }
  return missing(party, sources, peer, name, other);
}

const none: readonly never[] = [];

function usableKey(party: Party, source: KeySource, key: HeldKey): UsableKey {
  return {
    secret: key.secret,
    place: keyPlace(party, source, key),
    maskLength: key.maskLength,
    keyring: source.keyring,
    noXauth: key.noXauth,
  };
}

/** Both texts are known and the same. */
export function sameSecret(one: Secret, other: Secret): boolean {
  return one.type === other.type && one.text === other.text;
}

/**
 * Whether a key can't be compared: it is encrypted under the router's own key, or somebody took it out of the text. Reference: rule
 * `psk-opaque`.
 */
export function isOpaque(secret: Secret): boolean {
  return secret.type !== 0 || /^(<.*>|\*+|x{4,}|redacted|removed|hidden|secret-removed)$/i.test(secret.text);
}

function fittingKeys(
  { store }: KeySource,
  peer: Ipv4Address | null,
  name: IsakmpIdentity | undefined,
): readonly HeldKey[] {
  const byHost = peer === null ? none : (store.byHost.get(peer) ?? none);
  if (store.others.length === 0) return byHost;
  return [...byHost, ...store.others.filter((key) => fits(key.peer, peer, name))];
}

function fits(wanted: KeyPeer, peer: Ipv4Address | null, name: IsakmpIdentity | undefined): boolean {
  if (wanted.kind === "address") {
    return peer === null ? wanted.mask === 0 : ((peer ^ wanted.address) & wanted.mask) === 0;
  }
  if (wanted.kind === "hostname") {
    return (
      (name?.kind === "host" || name?.kind === "user") && name.name.toLowerCase() === wanted.hostname.toLowerCase()
    );
  }
  return false;
}

function missing(
  party: Party,
  sources: readonly KeySource[],
  peer: Ipv4Address | null,
  name: IsakmpIdentity | undefined,
  other: Party | undefined,
): KeyLookup {
  const places = (keysOf: (source: KeySource) => readonly HeldKey[]) =>
    sources.flatMap((source) => keysOf(source).map((key) => keyPlace(party, source, key)));
  const elsewhere = places((source) => (source.reachable ? [] : fittingKeys(source, peer, name)));
  if (elsewhere.length > 0) return { kind: "missing", why: "local-address", places: elsewhere };
  const theirs = other ? [...addressesOf(other.router.elements).keys()] : [];
  const astray = places(({ store }) => theirs.flatMap((address) => store.byHost.get(address) ?? []));
  if (astray.length > 0) return { kind: "missing", why: "wrong-address", places: astray };
  // Aggressive mode looks names up, so there a key for the router's own name was passed over for the name that was sent.
  const named = name
    ? []
    : places(({ store }) =>
        store.others.filter((key) => key.peer.kind === "hostname" && other && isNameOf(key.peer.hostname, other)),
      );
  if (named.length > 0) return { kind: "missing", why: "hostname-only", places: named };
  return { kind: "missing", why: "none", places: [] };
}

function isNameOf(hostname: string, other: Party): boolean {
  const own = other.router.elements.host.get("")?.hostname?.toLowerCase();
  return own !== undefined && hostname.toLowerCase().split(".")[0] === own;
}

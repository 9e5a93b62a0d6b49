import type { Place } from "../model/router.ts";
import type { Ipv4Address } from "../net/ipv4.ts";
import { boundProfile, type IsakmpIdentity } from "../derive/isakmpIdentity.ts";
import type { Ledger, ObjectionWords } from "./ledger.ts";
import { addressText, inOrder, peerPlace, placeAt, type Party } from "./party.ts";
import { isOpaque, lookUpKey, sameSecret, type KeyLookup, type MissingKey, type UsableKey } from "./preSharedKeys.ts";

/** Addresses as the ends know each other; null where the text doesn't tell. */
export interface Addresses {
  /** Where the initiator sends to. */
  readonly responder: Ipv4Address | null;
  /** What the responder sees as the source. */
  readonly initiator: Ipv4Address | null;
}

/** The keys that both ends have for each other, as far as they have them. */
export interface HeldKeys {
  readonly initiator: UsableKey | undefined;
  readonly responder: UsableKey | undefined;
}

/** The initiator's key, without which it can't even start. */
export function initiatorsKey(
  ledger: Ledger,
  initiator: Party,
  responder: Party,
  addresses: Addresses,
): UsableKey | undefined {
  const lookup = lookUpKey(initiator, addresses.responder, undefined, responder);
  return keyOf(ledger, initiator, responder.name, lookup, addresses.responder);
}

/** The responder's key, which it needs before it may take a policy with pre-shared keys. */
export function respondersKey(
  ledger: Ledger,
  initiator: Party,
  responder: Party,
  addresses: Addresses,
  aggressive: IsakmpIdentity | undefined,
): UsableKey | undefined {
  const lookup = lookUpKey(responder, addresses.initiator, aggressive, initiator);
  return keyOf(ledger, responder, initiator.name, lookup, addresses.initiator);
}

/** Keys that differ show in the fifth message, which the responder then can't read. */
export function compareKeys(
  ledger: Ledger,
  initiator: Party,
  responder: Party,
  keys: HeldKeys,
  aggressive: boolean,
): void {
  const { initiator: ours, responder: theirs } = keys;
  if (ours && theirs) {
    const opaque = isOpaque(ours.secret) || isOpaque(theirs.secret);
    const agrees = opaque ? null : sameSecret(ours.secret, theirs.secret);
    if (agrees !== true || ledger.step) tellKeys(ledger, initiator, responder, { ours, theirs, agrees }, aggressive);
  }
  if (ours) refuseXauth(ledger, initiator, responder, ours);
  if (theirs) refuseXauth(ledger, responder, initiator, theirs);
}

/** What is said of two keys; `agrees` is null where they can't be compared. */
function tellKeys(
  ledger: Ledger,
  initiator: Party,
  responder: Party,
  { ours, theirs, agrees }: { readonly ours: UsableKey; readonly theirs: UsableKey; readonly agrees: boolean | null },
  aggressive: boolean,
): void {
  const [near, far] = inOrder(initiator, responder);
  const data = { near: near.name, far: far.name };
  const places = near === initiator ? [ours.place, theirs.place] : [theirs.place, ours.place];
  const reason =
    agrees === null
      ? `A key of ${near.name} or ${far.name} is encrypted, so the two can't be compared.`
      : `${near.name} and ${far.name} hold different pre-shared keys for each other.`;
  ledger.step?.({
    stage: "phase1",
    message: aggressive ? "AM3" : "MM5",
    from: initiator.router.id,
    to: responder.router.id,
    ok: agrees,
    explains: agrees
      ? `${initiator.name} shows its identity under the pre-shared key, which ${responder.name} holds too.`
      : reason,
    compared: [{ attribute: "pre-shared key", offered: keyName(ours), held: keyName(theirs), agrees }],
    places,
  });
  if (agrees === null) ledger.unknown({ rule: "psk-opaque", reason, data, places });
  else if (!agrees) ledger.fails("phase1-authentication", { rule: "psk-mismatch", reason, data, places });
}

const missingKeyRules = {
  none: "psk-missing",
  "wrong-address": "psk-wrong-address",
  "hostname-only": "psk-hostname-main-mode",
  "local-address": "keyring-local-address",
} as const satisfies Record<MissingKey, string>;

/** The key of a lookup, or what its failing means. */
export function keyOf(
  ledger: Ledger,
  party: Party,
  /** What the peer is called. */
  other: string,
  lookup: KeyLookup,
  address: Ipv4Address | null,
): UsableKey | undefined {
  if (lookup.kind === "found" && lookup.rivals.length === 0) return lookup.key;
  const data = { near: party.name, far: other, address: addressText(address) };
  const ambiguity = (keys: readonly UsableKey[]): ObjectionWords => ({
    rule: "psk-ambiguous",
    reason: `${party.name} has several keys for ${addressText(address)}; which one it takes depends on its role and release.`,
    data,
    places: keys.map((key) => key.place),
  });
  switch (lookup.kind) {
    case "found":
      ledger.warns(ambiguity([lookup.key, ...lookup.rivals]));
      return lookup.key;
    case "ambiguous":
      ledger.unknown(ambiguity(lookup.keys));
      return undefined;
    case "unsure":
      ledger.unknown({
        rule: "endpoint-unknown",
        reason: `${other}'s address is not in its text, so which key ${party.name} takes for it can't be told.`,
        data,
        places: [peerPlace(party), ...lookup.keys.map((key) => key.place)],
      });
      return undefined;
    case "missing": {
      const reason = `${party.name} has no pre-shared key for ${addressText(address)}${whyMissing[lookup.why]}.`;
      ledger.step?.({
        stage: "phase1",
        message: "pre-shared key",
        from: party.router.id,
        ok: false,
        explains: reason,
      });
      ledger.fails("phase1-authentication", {
        rule: missingKeyRules[lookup.why],
        reason,
        data,
        places: [...lookup.places, peerPlace(party)],
      });
      return undefined;
    }
    default:
      return lookup satisfies never;
  }
}

const whyMissing = {
  none: "",
  "wrong-address": ", only for another address of that router",
  "hostname-only": ", only one by host name, which main mode can't use",
  "local-address": ", only one bound to another local address",
} as const satisfies Record<MissingKey, string>;

/** Who is asked: an end of the peering, or a peer that no router of the design is, by its address. */
type PeerName = Pick<Party, "name"> & Partial<Pick<Party, "router">>;

/** A map that asks clients for a user name asks every peer whose key doesn't say `no-xauth`. Reference: rule `psk-no-xauth`. */
export function refuseXauth(ledger: Ledger, party: Party, other: PeerName, key: UsableKey): void {
  if (key.noXauth) return;
  const asking = xauthPlace(party, key);
  if (!asking) return;
  const asker = asking.kind === "isakmpProfile" ? `ISAKMP profile ${asking.name}` : `crypto map ${party.view.set.name}`;
  const reason = `${party.name} asks ${other.name} for a user name, since ${asker} authenticates clients and the key lacks no-xauth.`;
  ledger.step?.({
    stage: "phase1",
    message: "XAUTH",
    from: party.router.id,
    ...(other.router && { to: other.router.id }),
    ok: false,
    explains: reason,
  });
  ledger.fails("phase1-authentication", {
    rule: "psk-no-xauth",
    reason,
    data: { near: party.name, far: other.name, asker },
    places: [key.place, asking],
  });
}

/** Where user names are asked for: a session that follows an ISAKMP profile follows its lists instead of the map's. */
function xauthPlace(party: Party, key: UsableKey): Place | undefined {
  const profile = boundProfile(party.router.elements, party.view);
  if (profile) {
    if (profile.clientAuthenticationList === undefined) return undefined;
    return placeAt(party, "isakmpProfile", profile.name, "clientAuthenticationList");
  }
  // A key from a keyring comes with a profile that is not bound to the map.
  if (key.keyring !== undefined || party.view.set.settings?.clientAuthenticationList === undefined) return undefined;
  return placeAt(party, "cryptoMap", party.view.set.name, "clientAuthenticationList");
}

function keyName(key: UsableKey): string {
  return key.keyring === undefined ? "a global key" : `a key of keyring ${key.keyring}`;
}

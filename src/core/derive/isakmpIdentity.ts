import type { IdentityMatch, IsakmpProfile } from "../model/isakmp.ts";
import type { Elements } from "../model/router.ts";
import { formatIpv4, parseIpv4, type Ipv4Address } from "../net/ipv4.ts";
import type { EntryView } from "./cryptoMapSet.ts";

/** What a router says that it is in MM5 or in the first message of aggressive mode. */
export type IsakmpIdentity =
  | { readonly kind: "address"; readonly address: Ipv4Address | null }
  | { readonly kind: "host" | "user"; readonly name: string }
  | { readonly kind: "dn" };

/** The name of the profile that an end is bound to: by the entry, else for the whole map. */
export function boundProfileName(view: EntryView): string | undefined {
  return view.body.isakmpProfile ?? view.entry.entry.isakmpProfile ?? view.set.settings?.isakmpProfile;
}

/** The profile that an end is bound to; undefined when it names none, or one that doesn't exist. */
export function boundProfile(elements: Elements, view: EntryView): IsakmpProfile | undefined {
  const name = boundProfileName(view);
  return name === undefined ? undefined : elements.isakmpProfile.get(name);
}

/** How an end calls itself: the profile's `self-identity`, else `crypto isakmp identity`, else its address. */
export function ownIdentity(elements: Elements, view: EntryView, endpoint: Ipv4Address | null): IsakmpIdentity {
  const [word, name] = boundProfile(elements, view)?.selfIdentity?.split(/\s+/) ?? [];
  if (word === "fqdn") return { kind: "host", name: name ?? ownHostname(elements) };
  if (word === "user-fqdn" && name !== undefined) return { kind: "user", name };
  if (word === "address") return { kind: "address", address: endpoint };
  switch (elements.isakmpSettings.get("")?.identity) {
    case "hostname":
      return { kind: "host", name: ownHostname(elements) };
    case "dn":
      return { kind: "dn" };
    case "address":
    case undefined:
      return { kind: "address", address: endpoint };
  }
}

/** How an end opens phase 1 towards a peer: aggressive mode, with the name that it gives there, or main mode. */
export function aggressiveIdentity(
  elements: Elements,
  view: EntryView,
  peer: Ipv4Address | null,
  endpoint: Ipv4Address | null,
): IsakmpIdentity | undefined {
  if (boundProfile(elements, view)?.initiateAggressive) return ownIdentity(elements, view, endpoint);
  if (peer === null || elements.isakmpPeer.size === 0) return undefined;
  const written = elements.isakmpPeer.get(`address ${formatIpv4(peer)}`)?.aggressiveClientEndpoint;
  if (written === undefined) return undefined;
  const [word, name = ""] = written.split(/\s+/);
  if (word === "ipv4-address") return { kind: "address", address: parseIpv4(name) ?? null };
  return { kind: word === "user-fqdn" ? "user" : "host", name };
}

/** Whether a profile takes a peer that calls itself so; null where it can't be told: certificates, an address not in the text. */
export function profileAccepts(
  profile: IsakmpProfile,
  identity: IsakmpIdentity,
  frontVrf: string | null,
): boolean | null {
  const answers = profile.matches.map((match) => matchAccepts(match, identity, frontVrf));
  if (answers.includes(true)) return true;
  return answers.includes(null) ? null : false;
}

/** "address 192.0.2.1", "host hq.example.net". */
export function formatIdentity(identity: IsakmpIdentity): string {
  switch (identity.kind) {
    case "address":
      return identity.address === null ? "its address" : `address ${formatIpv4(identity.address)}`;
    case "host":
      return `host ${identity.name}`;
    case "user":
      return `user ${identity.name}`;
    case "dn":
      return "its distinguished name";
    default:
      return identity satisfies never;
  }
}

/** IOS sends its host name with its domain behind it, where it has one. */
function ownHostname(elements: Elements): string {
  const host = elements.host.get("");
  const name = host?.hostname ?? "Router";
  return host?.domainName === undefined ? name : `${name}.${host.domainName}`;
}

function matchAccepts(match: IdentityMatch, identity: IsakmpIdentity, frontVrf: string | null): boolean | null {
  switch (match.kind) {
    case "address": {
      if (identity.kind !== "address") return false;
      if (frontVrf !== null && (match.vrf ?? "") !== frontVrf) return false;
      if (identity.address === null) return match.mask === 0 ? true : null;
      return ((identity.address ^ match.address) & match.mask) === 0;
    }
    case "host":
    case "user": {
      if (identity.kind !== match.kind) return false;
      const own = identity.name.toLowerCase();
      const wanted = match.name.toLowerCase();
      if (!match.domain) return own === wanted;
      return own.endsWith(`${match.kind === "user" ? "@" : "."}${wanted}`);
    }
    case "group":
      // A group is what an Easy VPN client asks for; a router with a crypto map never does.
      return false;
    case "certificate":
      return identity.kind === "dn" ? null : false;
    default:
      return match satisfies never;
  }
}

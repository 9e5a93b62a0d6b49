import { formatIpv4 } from "../net/ipv4.ts";
import type { AccessList, ObjectGroup } from "./accessList.ts";
import type { CryptoMap, CryptoMapEntry, DynamicMapEntry } from "./cryptoMap.ts";
import type { Host, IpHost, KeptBlock, Vrf } from "./host.ts";
import type { Ikev2Keyring, Ikev2Policy, Ikev2Profile, Ikev2Proposal } from "./ikev2.ts";
import type { Interface } from "./interface.ts";
import type { IpsecProfile, IpsecSettings } from "./ipsec.ts";
import type { IsakmpKey, IsakmpPeer, IsakmpPolicy, IsakmpProfile, IsakmpSettings, Keyring, KeyPeer } from "./isakmp.ts";
import type { AaaList, AaaServer, AaaSettings, ClientGroup, LocalPool, User } from "./remoteAccess.ts";
import type { NatPool, NatRule, StaticNat } from "./nat.ts";
import type { RouteMapEntry, StaticRoute } from "./route.ts";
import type { TransformSet } from "./transformSet.ts";

declare const routerId: unique symbol;
/** A router's own identity. It outlives a change of hostname, and two routers may share a hostname but never an id. */
export type RouterId = string & { readonly [routerId]: true };

/** Every kind of element that a configuration holds, with its type. */
export interface ElementTypes {
  readonly host: Host;
  readonly ipHost: IpHost;
  readonly vrf: Vrf;
  readonly aaaSettings: AaaSettings;
  readonly aaaList: AaaList;
  readonly user: User;
  readonly ikev2Proposal: Ikev2Proposal;
  readonly ikev2Policy: Ikev2Policy;
  readonly ikev2Keyring: Ikev2Keyring;
  readonly ikev2Profile: Ikev2Profile;
  readonly keyring: Keyring;
  readonly isakmpPolicy: IsakmpPolicy;
  readonly isakmpKey: IsakmpKey;
  readonly isakmpSettings: IsakmpSettings;
  readonly isakmpPeer: IsakmpPeer;
  readonly clientGroup: ClientGroup;
  readonly isakmpProfile: IsakmpProfile;
  readonly ipsecSettings: IpsecSettings;
  readonly transformSet: TransformSet;
  readonly ipsecProfile: IpsecProfile;
  readonly dynamicMapEntry: DynamicMapEntry;
  readonly cryptoMap: CryptoMap;
  readonly cryptoMapEntry: CryptoMapEntry;
  readonly interface: Interface;
  readonly localPool: LocalPool;
  readonly natPool: NatPool;
  readonly natRule: NatRule;
  readonly staticNat: StaticNat;
  readonly staticRoute: StaticRoute;
  readonly accessList: AccessList;
  readonly objectGroup: ObjectGroup;
  readonly routeMapEntry: RouteMapEntry;
  readonly aaaServer: AaaServer;
  readonly keptBlock: KeptBlock;
}

export type ElementKind = keyof ElementTypes;
export type Element<K extends ElementKind = ElementKind> = ElementTypes[K];

/** All elements of a router: per kind, by name, in the order in which they came. */
export type Elements = { readonly [K in ElementKind]: ReadonlyMap<string, ElementTypes[K]> };

/** IOS's own key of an element: router, kind, and what IOS tells it apart by. It survives reparsing. */
export interface ElementKey<K extends ElementKind = ElementKind> {
  readonly router: RouterId;
  readonly kind: K;
  readonly name: string;
}

/** A place within an element. `item` tells members of a list apart: a sequence number, a peer's or key's name, an index. */
export interface Place extends ElementKey {
  readonly field?: string;
  readonly item?: string | number;
}

/** The name that IOS tells a key by: whom it is for. */
export function keyPeerName(peer: KeyPeer): string {
  switch (peer.kind) {
    case "address":
      return ["address", formatIpv4(peer.address), formatIpv4(peer.mask)].join(" ");
    case "ipv6":
      return `address ipv6 ${peer.prefix}`;
    case "hostname":
      return `hostname ${peer.hostname}`;
    default:
      return peer satisfies never;
  }
}

/** How each kind of element is named within its router. One rule per kind, so that a name can be had from the element alone. */
export const elementNames: { readonly [K in ElementKind]: (element: ElementTypes[K]) => string } = {
  host: () => "",
  ipHost: (host) => host.name,
  vrf: (vrf) => vrf.name,
  aaaSettings: () => "",
  aaaList: (list) => `${list.service} ${list.name}`,
  user: (user) => user.name,
  ikev2Proposal: (proposal) => proposal.name,
  ikev2Policy: (policy) => policy.name,
  ikev2Keyring: (keyring) => keyring.name,
  ikev2Profile: (profile) => profile.name,
  keyring: (keyring) => keyring.name,
  isakmpPolicy: (policy) => String(policy.priority),
  isakmpKey: (key) => keyPeerName(key.peer),
  isakmpSettings: () => "",
  isakmpPeer: (peer) => peer.peer,
  clientGroup: (group) => group.name,
  isakmpProfile: (profile) => profile.name,
  ipsecSettings: () => "",
  transformSet: (set) => set.name,
  ipsecProfile: (profile) => profile.name,
  dynamicMapEntry: (entry) => `${entry.map} ${entry.sequence}`,
  cryptoMap: (map) => map.name,
  cryptoMapEntry: (entry) => `${entry.map} ${entry.sequence}`,
  interface: (one) => one.name,
  localPool: (pool) => pool.name,
  natPool: (pool) => pool.name,
  natRule: (rule) => `${rule.match.kind} ${rule.match.name} ${rule.vrf ?? ""}`.trim(),
  staticNat: (nat) =>
    [
      nat.protocol ?? "",
      formatIpv4(nat.local),
      nat.localPort ?? "",
      nat.global.kind === "address" ? formatIpv4(nat.global.address) : nat.global.name,
      nat.globalPort ?? "",
    ]
      .join(" ")
      .trim(),
  staticRoute: routeName,
  accessList: (list) => list.name,
  objectGroup: (group) => group.name,
  routeMapEntry: (entry) => `${entry.map} ${entry.sequence}`,
  aaaServer: (server) => `${server.protocol} ${server.name}`,
  keptBlock: (block) => block.name,
};

/** Names of the many routes of a hub: joined they are one string each, and not a chain of them. */
function routeName({ dhcp, interface: by, mask, network, nextHop, vrf }: StaticRoute): string {
  // Nearly all say no more than this, and a list that grows takes more room than it needs.
  if (nextHop !== undefined && vrf === undefined && by === undefined && dhcp !== true)
    return [formatIpv4(network), formatIpv4(mask), formatIpv4(nextHop)].join(" ");
  const words = vrf === undefined ? [] : [vrf];
  words.push(formatIpv4(network), formatIpv4(mask));
  if (by !== undefined) words.push(by);
  if (nextHop !== undefined) words.push(formatIpv4(nextHop));
  if (dhcp === true) words.push("dhcp");
  return words.join(" ");
}

export const ELEMENT_KINDS = Object.keys(elementNames) as readonly ElementKind[];

export function elementName<K extends ElementKind>(kind: K, element: ElementTypes[K]): string {
  return elementNames[kind](element);
}

const noElements: ReadonlyMap<string, unknown> = new Map();

/** A configuration with nothing in it. */
export const EMPTY_ELEMENTS: Elements = Object.freeze(
  Object.fromEntries(ELEMENT_KINDS.map((kind) => [kind, noElements])),
) as unknown as Elements;

export function asRouterId(text: string): RouterId {
  return text as RouterId;
}

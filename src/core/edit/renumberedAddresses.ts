import type { AccessListAddress } from "../model/accessList.ts";
import type { InterfaceAddress } from "../model/interface.ts";
import type { KeyPeer } from "../model/isakmp.ts";
import type { Elements, ElementKind, ElementTypes } from "../model/router.ts";
import { elementsOf } from "./edit.ts";
import { ELEMENT_KINDS } from "../model/router.ts";
import type { Ipv4Address } from "../net/ipv4.ts";

/** The configuration with every address put through `move`: interfaces, routes, access lists, peers, keys, pools, translation. */
export function renumberedAddresses(elements: Elements, move: (address: Ipv4Address) => Ipv4Address): Elements {
  const list: { kind: ElementKind; element: ElementTypes[ElementKind] }[] = [];
  for (const kind of ELEMENT_KINDS) {
    const change = changes[kind] as ((element: unknown, move: Move) => ElementTypes[ElementKind]) | undefined;
    for (const element of elements[kind].values())
      list.push({ kind, element: change ? change(element, move) : element });
  }
  return elementsOf(list);
}

type Move = (address: Ipv4Address) => Ipv4Address;

const changes: { readonly [K in ElementKind]?: (element: ElementTypes[K], move: Move) => ElementTypes[K] } = {
  interface: (one, move) => ({
    ...one,
    ...(one.address?.kind === "static" ? { address: { kind: "static", ...movedAddress(one.address, move) } } : {}),
    secondaryAddresses: one.secondaryAddresses.map((address) => movedAddress(address, move)),
  }),
  staticRoute: (route, move) => ({
    ...route,
    network: route.network === 0 ? 0 : move(route.network),
    ...(route.nextHop === undefined ? {} : { nextHop: move(route.nextHop) }),
  }),
  accessList: (list, move) => ({
    ...list,
    lines: list.lines.map((line) =>
      line.kind === "remark"
        ? line
        : { ...line, source: movedSide(line.source, move), destination: movedSide(line.destination, move) },
    ),
  }),
  objectGroup: (group, move) => ({
    ...group,
    members: group.members.map((member) => {
      if (member.kind === "addresses") return { ...member, base: move(member.base) };
      return member.kind === "range" ? { ...member, first: move(member.first), last: move(member.last) } : member;
    }),
  }),
  cryptoMapEntry: (entry, move) => ({ ...entry, peers: movedPeers(entry.peers, move) }),
  dynamicMapEntry: (entry, move) => ({ ...entry, peers: movedPeers(entry.peers, move) }),
  isakmpKey: (key, move) => ({ ...key, peer: movedKeyPeer(key.peer, move) }),
  keyring: (keyring, move) => ({
    ...keyring,
    keys: keyring.keys.map((key) => ({ ...key, peer: movedKeyPeer(key.peer, move) })),
  }),
  isakmpProfile: (profile, move) => ({
    ...profile,
    matches: profile.matches.map((match) =>
      match.kind === "address" && match.address !== 0 ? { ...match, address: move(match.address) } : match,
    ),
  }),
  ipHost: (host, move) => ({ ...host, addresses: host.addresses.map(move) }),
  natPool: (pool, move) => ({ ...pool, start: move(pool.start), end: move(pool.end) }),
  localPool: (pool, move) => ({
    ...pool,
    start: move(pool.start),
    ...(pool.end === undefined ? {} : { end: move(pool.end) }),
  }),
  staticNat: (nat, move) => ({
    ...nat,
    local: move(nat.local),
    global: nat.global.kind === "address" ? { kind: "address", address: move(nat.global.address) } : nat.global,
  }),
};

function movedAddress({ address, mask }: InterfaceAddress, move: Move): InterfaceAddress {
  return { address: move(address), mask };
}

function movedSide(side: AccessListAddress, move: Move): AccessListAddress {
  return side.kind === "addresses" && side.wildcard !== 0xffffffff ? { ...side, base: move(side.base) } : side;
}

function movedPeers(
  peers: ElementTypes["cryptoMapEntry"]["peers"],
  move: Move,
): ElementTypes["cryptoMapEntry"]["peers"] {
  return peers.map((one) =>
    one.peer.kind === "address" ? { ...one, peer: { kind: "address", address: move(one.peer.address) } } : one,
  );
}

function movedKeyPeer(peer: KeyPeer, move: Move): KeyPeer {
  return peer.kind === "address" && peer.mask !== 0 ? { ...peer, address: move(peer.address) } : peer;
}

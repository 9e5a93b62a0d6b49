import { formatIpv4, lengthOfMask } from "../net/ipv4.ts";
import type { KeyPeer } from "../model/isakmp.ts";
import type { Element, ElementKind, ElementTypes } from "../model/router.ts";
import { elementName } from "../model/router.ts";

/** What an element is called in a sentence: "VPN 10", "ACL NAT", "key for 203.0.113.2". Never a secret. */
export function elementTitle<K extends ElementKind>(kind: K, element: Element<K>): string {
  return titles[kind](element);
}

const named = (noun: string) => (element: { readonly name: string }) => `${noun} ${element.name}`;

const titles: { readonly [K in ElementKind]: (element: ElementTypes[K]) => string } = {
  host: () => "host name",
  ipHost: named("host entry"),
  vrf: named("VRF"),
  aaaSettings: () => "AAA",
  aaaList: (list) => `AAA ${list.service} list ${list.name}`,
  user: named("user"),
  ikev2Proposal: named("IKEv2 proposal"),
  ikev2Policy: named("IKEv2 policy"),
  ikev2Keyring: named("IKEv2 keyring"),
  ikev2Profile: named("IKEv2 profile"),
  keyring: named("keyring"),
  isakmpPolicy: (policy) => `ISAKMP policy ${policy.priority}`,
  isakmpKey: (key) => `key for ${keyPeerTitle(key.peer)}`,
  isakmpSettings: () => "ISAKMP globals",
  isakmpPeer: (peer) => `ISAKMP peer ${peer.peer}`,
  clientGroup: named("client group"),
  isakmpProfile: named("ISAKMP profile"),
  ipsecSettings: () => "IPsec globals",
  transformSet: named("transform set"),
  ipsecProfile: named("IPsec profile"),
  dynamicMapEntry: (entry) => `dynamic map ${entry.map} ${entry.sequence}`,
  cryptoMap: (map) => `crypto map ${map.name}`,
  cryptoMapEntry: (entry) => `${entry.map} ${entry.sequence}`,
  interface: (one) => one.name,
  localPool: named("pool"),
  natPool: named("NAT pool"),
  natRule: (rule) => `NAT of ${rule.match.name}`,
  staticNat: (nat) => `static NAT of ${formatIpv4(nat.local)}`,
  staticRoute: (route) =>
    route.network === 0 && route.mask === 0
      ? "default route"
      : `route to ${formatIpv4(route.network)}/${lengthOfMask(route.mask) ?? formatIpv4(route.mask)}`,
  accessList: (list) => `ACL ${list.name}`,
  objectGroup: named("object group"),
  routeMapEntry: (entry) => `route map ${entry.map} ${entry.sequence}`,
  aaaServer: (server) => `${server.protocol} server ${server.name}`,
  keptBlock: (block) => `"${(block.lines[0] ?? elementName("keptBlock", block)).trim().slice(0, 40)}"`,
};

function keyPeerTitle(peer: KeyPeer): string {
  switch (peer.kind) {
    case "address": {
      const length = lengthOfMask(peer.mask);
      return length === 32
        ? formatIpv4(peer.address)
        : `${formatIpv4(peer.address)}/${length ?? formatIpv4(peer.mask)}`;
    }
    case "ipv6":
      return peer.prefix;
    case "hostname":
      return peer.hostname;
    default:
      return peer satisfies never;
  }
}

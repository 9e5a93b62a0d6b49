import type { CryptoMapSet } from "../derive/cryptoMapSet.ts";
import { peerAddress } from "../derive/cryptoMapSet.ts";
import { hostAddress, numberedList, type UnnumberedLine } from "../edit/accessListLines.ts";
import { ipsecPermits } from "../edit/inboundPermits.ts";
import type { AccessList } from "../model/accessList.ts";
import type { Elements } from "../model/router.ts";
import type { Ipv4Address } from "../net/ipv4.ts";
import { ANY_ADDRESS } from "../net/wildcard.ts";

const [icmp, tcp, udp] = [1, 6, 17];

/**
 * A list for an interface that faces the Internet: the IPsec of the map's peers, or of anybody where dynamic entries wait for
 * them; answers to what went out; and nothing else, which is logged.
 */
export function internetFilter(elements: Elements, set: CryptoMapSet, local: Ipv4Address, name: string): AccessList {
  const addresses = new Set(set.entries.flatMap(({ entry }) => entry.peers.map((peer) => peerAddress(elements, peer))));
  const isOpen = addresses.has(null) || set.anchors.length > 0;
  const peers = [...addresses].filter((one) => one !== null);
  const fromPeers = isOpen
    ? ipsecPermits(elements, 0, local).map((line) => ({ ...line, source: any }))
    : peers.flatMap((peer) => ipsecPermits(elements, peer, local));
  return numberedList(name, [
    { kind: "remark", text: "IPsec" },
    ...fromPeers,
    { kind: "remark", text: "Answers to what went out" },
    answer(tcp, local, ["established"]),
    answer(udp, local, [], 53),
    answer(udp, local, [], 123),
    answer(icmp, local, ["echo-reply"]),
    answer(icmp, local, ["unreachable"]),
    answer(icmp, local, ["time-exceeded"]),
    { kind: "entry", action: "deny", protocol: "ip", source: any, destination: any, options: [], log: "log" },
  ]);
}

const any = { kind: "addresses", ...ANY_ADDRESS } as const;

function answer(protocol: number, local: Ipv4Address, options: readonly string[], sourcePort?: number): UnnumberedLine {
  return {
    kind: "entry",
    action: "permit",
    protocol,
    source: any,
    ...(sourcePort !== undefined && { sourcePorts: { operator: "eq" as const, ports: [sourcePort] } }),
    destination: hostAddress(local),
    options,
  };
}

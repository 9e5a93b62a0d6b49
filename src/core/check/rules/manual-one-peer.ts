import { parseIpv4, formatIpv4 } from "../../net/ipv4.ts";
import type { CryptoMapPeer } from "../../model/cryptoMap.ts";
import { changeEntry, entryAt, entryPlace } from "../cryptoEntries.ts";
import { manualEntries } from "../manualEntries.ts";
import { designRule } from "../rule.ts";

/** Keys are for one peer. */
export const manualOnePeer = designRule({
  id: "manual-one-peer",
  severity: "error",
  fix: "ask",
  docs: {
    what: "An entry with manual keys has no peer, or several.",
    why: "Its security associations are made of one pair of keys, for one destination address.",
    remedy: "Name exactly one peer; give another peer an entry and keys of its own.",
    source: "Cisco IOS XE, Security for VPNs with IPsec: only one peer in a manual crypto map entry",
  },
  messages: {
    none: "{router}: {entry} has manual keys and names no peer.",
    several: "{router}: {entry} has manual keys and names {count} peers, where exactly one is possible.",
  },
  check(design, peerings, report) {
    for (const { entry, router, title } of manualEntries(design, peerings)) {
      const { peers } = entry.body;
      if (peers.length === 1) continue;
      const several = peers.length > 1;
      report({
        message: several ? "several" : "none",
        data: { router, entry: title, count: peers.length },
        places: [several ? entryPlace(entry, "peers", 1) : entryPlace(entry)],
        fixes: [
          {
            title: several ? `Keep one peer in ${title}` : `Name the peer of ${title}`,
            safe: false,
            edits: [],
            needs: several
              ? { label: "Peer", type: "choice", choices: peers.map(peerName) }
              : { label: "Address of the peer", type: "address" },
          },
        ],
      });
    }
  },
  complete(design, _fix, [place], value) {
    const entry = entryAt(design, place);
    const address = parseIpv4(value);
    const kept = entry?.body.peers.find((peer) => peerName(peer) === value);
    const wanted = kept ?? (address === undefined ? undefined : { peer: { kind: "address" as const, address } });
    return entry && wanted ? [changeEntry(entry, { peers: [wanted] })] : [];
  },
});

function peerName({ peer }: CryptoMapPeer): string {
  return peer.kind === "address" ? formatIpv4(peer.address) : peer.hostname;
}

import { parseIpv4 } from "../../net/ipv4.ts";
import { changeEntry, entryAt } from "../cryptoEntries.ts";
import { projectedRule } from "../projectedRule.ts";
import { designOfPair } from "../selectorFixes.ts";

/** One end names the other, and the other names somebody else, or nobody. */
export const peerNotReciprocal = projectedRule({
  id: "peer-not-reciprocal",
  severity: "error",
  fix: "auto",
  docs: {
    what: "A router names its peer's endpoint, but no entry of that peer names the address that the router speaks from.",
    why: "A responder looks for an entry that lists the initiator as its peer; without one it refuses the proxy identities.",
    remedy: "Set the peer to the address of the other end's crypto interface, or of its local-address interface.",
    source: "Cisco IOS XE, Security for VPNs with IPsec: crypto maps at each peer must be compatible",
  },
  messages: {
    otherAddress: "{near} speaks from {address}, but {far} names {configured} as its peer.",
    nobody: "{near} names {configured}, which is {far}, but {far} has no crypto map entry that names {near}.",
  },
  message: ({ places }) => (places.length > 1 ? "otherAddress" : "nobody"),
  fixes(_judged, routers, { data, places }) {
    const [place] = places;
    const address = parseIpv4(data.address);
    const entry = entryAt(designOfPair(routers), place);
    if (places.length < 2 || !entry || address === undefined || place?.field !== "peers") return [];
    const peers = entry.body.peers.map((peer, index) =>
      index === (place.item ?? 0) ? { ...peer, peer: { kind: "address" as const, address } } : peer,
    );
    return [
      {
        title: `Set the peer of ${entry.name} on ${data.far} to ${data.address}`,
        safe: false,
        edits: [changeEntry(entry, { peers })],
      },
    ];
  },
});

import { addressesOf } from "../../derive/addressOwners.ts";
import { peerAddress } from "../../derive/cryptoMapSet.ts";
import { ownName } from "../../derive/routerNames.ts";
import { formatIpv4 } from "../../net/ipv4.ts";
import { cryptoEntries, entryPlace, entryTitle } from "../cryptoEntries.ts";
import { routerRule } from "../rule.ts";

/** A router that would build a tunnel to itself. */
export const peerIsSelf = routerRule({
  id: "peer-is-self",
  severity: "error",
  fix: "man",
  docs: {
    what: "`set peer` names an address of the router itself.",
    why: "The router would negotiate with itself, and the real peer never hears of it. Often the two ends' addresses were mixed up.",
    remedy: "Name the address of the other end's crypto interface.",
    source: "Cisco IOS Security Command Reference, set peer (IPSec)",
  },
  messages: { self: "{router}: the peer {peer} of {entry} is the router's own address on {interface}." },
  check(router, report) {
    const own = addressesOf(router.elements);
    for (const entry of cryptoEntries(router)) {
      entry.body.peers.forEach((peer, index) => {
        const address = peerAddress(router.elements, peer);
        const name = address === null ? undefined : own.get(address);
        if (address === null || name === undefined) return;
        report({
          message: "self",
          data: { router: ownName(router), entry: entryTitle(entry), peer: formatIpv4(address), interface: name },
          places: [entryPlace(entry, "peers", index), { router: router.id, kind: "interface", name, field: "address" }],
        });
      });
    }
  },
});

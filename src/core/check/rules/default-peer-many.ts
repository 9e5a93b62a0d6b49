import { ownName } from "../../derive/routerNames.ts";
import type { CryptoMapPeer } from "../../model/cryptoMap.ts";
import { changeEntry, entryPlace, entryTitle, staticEntries } from "../cryptoEntries.ts";
import { routerRule } from "../rule.ts";

/** One peer of an entry may be the default. */
export const defaultPeerMany = routerRule({
  id: "default-peer-many",
  severity: "error",
  fix: "auto",
  docs: {
    what: "Several peers of an entry are marked as the default one.",
    why: "IOS allows one default peer per entry.",
    remedy: "Keep `default` on the first peer only.",
    source: "Cisco, IPsec Preferred Peer, restrictions",
  },
  messages: { many: "{router}: {count} peers of {entry} are marked as default, and IOS allows one." },
  check(router, report) {
    for (const entry of staticEntries(router)) {
      const { peers } = entry.body;
      const marked = peers.flatMap((peer, index) => (peer.default ? [index] : []));
      if (marked.length < 2) continue;
      report({
        message: "many",
        data: { router: ownName(router), entry: entryTitle(entry), count: marked.length },
        places: marked.slice(1).map((index) => entryPlace(entry, "peers", index)),
        fixes: [
          {
            title: `Keep the first default peer of ${entryTitle(entry)}`,
            safe: false,
            edits: [
              changeEntry(entry, { peers: peers.map((peer, index) => (index === marked[0] ? peer : plain(peer))) }),
            ],
          },
        ],
      });
    }
  },
});

function plain({ default: _default, ...peer }: CryptoMapPeer): CryptoMapPeer {
  return peer;
}

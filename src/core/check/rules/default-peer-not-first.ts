import { ownName } from "../../derive/routerNames.ts";
import { changeEntry, entryPlace, entryTitle, staticEntries } from "../cryptoEntries.ts";
import { routerRule } from "../rule.ts";

/** Each new attempt starts from the default peer, so it has to be the first. */
export const defaultPeerNotFirst = routerRule({
  id: "default-peer-not-first",
  severity: "error",
  fix: "auto",
  docs: {
    what: "The default peer of an entry is not its first peer.",
    why: "IOS takes only the first peer as the default one.",
    remedy: "Name the default peer first.",
    source: "Cisco, IPsec Preferred Peer, restrictions",
  },
  messages: { notFirst: "{router}: the default peer of {entry} is not its first one." },
  check(router, report) {
    for (const entry of staticEntries(router)) {
      const { peers } = entry.body;
      const at = peers.findIndex((peer) => peer.default);
      const chosen = peers[at];
      if (at < 1 || !chosen) continue;
      report({
        message: "notFirst",
        data: { router: ownName(router), entry: entryTitle(entry) },
        places: [entryPlace(entry, "peers", at)],
        fixes: [
          {
            title: `Put the default peer of ${entryTitle(entry)} first`,
            safe: false,
            edits: [changeEntry(entry, { peers: [chosen, ...peers.filter((peer) => peer !== chosen)] })],
          },
        ],
      });
    }
  },
});

import { cryptoMapSets } from "../../derive/cryptoMapSet.ts";
import { ownName } from "../../derive/routerNames.ts";
import { routerRule } from "../rule.ts";

/** A map that has settings and no entry. */
export const mapEmpty = routerRule({
  id: "map-empty",
  severity: "error",
  fix: "man",
  docs: {
    what: "A crypto map on an interface has lines for the whole map and no entries.",
    why: "Without an entry nothing is protected.",
    remedy: "Add an entry with a sequence number, a peer, a transform set and an access list.",
    source: "Cisco IOS Security Command Reference, crypto map (global IPSec)",
  },
  messages: { noEntries: "{router}: crypto map {map} on {interface} has no entries, so nothing is protected." },
  check(router, report) {
    for (const set of cryptoMapSets(router.elements).values()) {
      if (set.entries.length > 0 || !set.settings) continue;
      for (const carrier of set.carriers) {
        report({
          message: "noEntries",
          data: { router: ownName(router), map: set.name, interface: carrier.name },
          places: [
            { router: router.id, kind: "interface", name: carrier.name, field: "cryptoMap" },
            { router: router.id, kind: "cryptoMap", name: set.name },
          ],
        });
      }
    }
  },
});

import { ownName } from "../../derive/routerNames.ts";
import { entryPlace, entryTitle } from "../cryptoEntries.ts";
import { cryptoLists, linePlace } from "../cryptoLists.ts";
import { routerRule } from "../rule.ts";

/** Cisco's own texts disagree about a dynamic entry's second permit. */
export const dynamicManyPermits = routerRule({
  id: "dynamic-many-permits",
  severity: "info",
  fix: "man",
  docs: {
    what: "The access list of a dynamic entry has several permits.",
    why: "Cisco's configuration guide lets a peer ask for whatever any of them covers; an older book says that only the first one counts. Here all of them count.",
    remedy: "Where a release takes the first only, give each permit a dynamic entry of its own.",
    source:
      "Cisco IOS XE Security for VPNs with IPsec Configuration Guide, dynamic crypto maps; Cisco Press on remote access servers says otherwise",
  },
  messages: {
    several:
      "{router}: ACL {list} of {entry} has {count} permits; all of them are taken to count, but some releases use the first only.",
  },
  check(router, report) {
    for (const { list, permits, users } of cryptoLists(router)) {
      const [, second] = permits;
      if (!second) continue;
      for (const user of users) {
        if (user.kind !== "dynamicMapEntry") continue;
        report({
          message: "several",
          data: { router: ownName(router), list: list.name, entry: entryTitle(user), count: permits.length },
          places: [entryPlace(user, "matchAddress"), linePlace(router, list.name, second.entry.sequence)],
        });
      }
    }
  },
});

import { ownName } from "../../derive/routerNames.ts";
import { routerRule } from "../rule.ts";
import { completeListFix, listFixes, undefinedLists } from "../undefinedClientList.ts";

/** A client's policy comes by a list of its own. */
export const raNetList = routerRule({
  id: "ra-net-list",
  severity: "error",
  fix: "ask",
  docs: {
    what: "A list that clients are to get their group's policy by is not defined.",
    why: "The gateway finds no group policy, so the client gets no key, no address and no networks.",
    remedy: "Define the list with aaa authorization network, or name one that is.",
    source: "Cisco Press on remote access servers; Cisco IOS Security Command Reference, aaa authorization network",
  },
  messages: {
    undefined:
      "{router}: {user} looks up its clients' groups by the list {list}, which is not defined, so they get no policy.",
  },
  check(router, report) {
    for (const use of undefinedLists(router, "authorization network")) {
      report({
        message: "undefined",
        data: { router: ownName(router), user: use.user, list: use.list },
        places: [use.place],
        fixes: listFixes(router, use),
      });
    }
  },
  complete: (design, fix, [place], value) => completeListFix(design, fix, place, "authorization network", value),
});

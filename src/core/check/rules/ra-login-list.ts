import { ownName } from "../../derive/routerNames.ts";
import { routerRule } from "../rule.ts";
import { completeListFix, listFixes, undefinedLists } from "../undefinedClientList.ts";

/** Who is asked by nobody gets no answer. */
export const raLoginList = routerRule({
  id: "ra-login-list",
  severity: "error",
  fix: "ask",
  docs: {
    what: "A list that clients are to be asked by is not defined.",
    why: "Xauth has no way to check a name and password, so no client gets past it.",
    remedy: "Define the list with aaa authentication login, or name one that is.",
    source: "Cisco Press on remote access servers; Cisco IOS Security Command Reference, aaa authentication login",
  },
  messages: {
    undefined: "{router}: {user} asks its clients by the list {list}, which is not defined, so nobody gets past Xauth.",
  },
  check(router, report) {
    for (const use of undefinedLists(router, "authentication login")) {
      report({
        message: "undefined",
        data: { router: ownName(router), user: use.user, list: use.list },
        places: [use.place],
        fixes: listFixes(router, use),
      });
    }
  },
  complete: (design, fix, [place], value) => completeListFix(design, fix, place, "authentication login", value),
});

import { ownName } from "../../derive/routerNames.ts";
import { freeName } from "../../edit/freeName.ts";
import type { User } from "../../model/remoteAccess.ts";
import { clientListUses, isLocalFirst, listOf } from "../remoteAccess.ts";
import { routerRule } from "../rule.ts";

/** A door with a list of guests that is empty. */
export const raNoLocalUser = routerRule({
  id: "ra-no-local-user",
  severity: "error",
  fix: "ask",
  docs: {
    what: "Clients are asked by the router's own users, and it has none.",
    why: "Whatever name and password a client gives, Xauth fails.",
    remedy: "Add a `username`, or ask a RADIUS or TACACS+ server.",
    source: "Cisco Press on remote access servers; Cisco IOS Security Command Reference, username",
  },
  messages: {
    nobody:
      "{router}: {user} asks its clients by the list {list}, which knows local users only, and there is no username.",
  },
  check(router, report) {
    if (router.elements.user.size > 0) return;
    for (const use of clientListUses(router)) {
      if (use.service !== "authentication login" || !isLocalFirst(listOf(router.elements, use))) continue;
      report({
        message: "nobody",
        data: { router: ownName(router), user: use.user, list: use.list },
        places: [use.place, { router: router.id, kind: "aaaList", name: `${use.service} ${use.list}` }],
        fixes: [
          {
            title: `Add the user ${userName}`,
            safe: false,
            edits: [],
            needs: { label: `Password of ${userName}`, type: "key" },
          },
        ],
      });
    }
  },
  complete(design, _fix, [place], value) {
    const router = design.routers.get(place.router);
    if (!router) return [];
    const name = freeName(userName, (one) => router.elements.user.has(one));
    const user: User = { name, kind: "secret", secret: { type: 0, text: value } };
    return [{ op: "put", key: { router: router.id, kind: "user", name }, element: user }];
  },
});

const userName = "vpnuser";

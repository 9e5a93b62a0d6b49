import { ownName } from "../../derive/routerNames.ts";
import { freeName } from "../../edit/freeName.ts";
import { clientListUses, listOf } from "../remoteAccess.ts";
import { routerRule } from "../rule.ts";

/** What clients need should not change how people log in at the console. */
export const raDefaultList = routerRule({
  id: "ra-default-list",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "Clients are asked by the login list named `default`.",
    why: "That list is every login's, at the console and by SSH too, so a change for clients may lock out those who mend it.",
    remedy: "Give clients a list of their own.",
    source: "Cisco Press on remote access servers: do not use the list named default",
  },
  messages: {
    everybody: "{router}: {user} asks its clients by the login list default, which every other login uses too.",
  },
  check(router, report) {
    for (const use of clientListUses(router)) {
      const list = listOf(router.elements, use);
      if (use.service !== "authentication login" || use.list !== "default" || !list) continue;
      const { kind, name, field } = use.place;
      const element =
        kind === "cryptoMap" ? router.elements.cryptoMap.get(name) : router.elements.isakmpProfile.get(name);
      const own = freeName("CLIENTS", (one) => router.elements.aaaList.has(`${use.service} ${one}`));
      report({
        message: "everybody",
        data: { router: ownName(router), user: use.user },
        places: [use.place, { router: router.id, kind: "aaaList", name: `${use.service} default` }],
        fixes:
          !element || field === undefined
            ? []
            : [
                {
                  title: `Give ${use.user} a list of its own, called ${own}`,
                  safe: true,
                  edits: [
                    {
                      op: "put",
                      key: { router: router.id, kind: "aaaList", name: `${use.service} ${own}` },
                      element: { ...list, name: own },
                    },
                    { op: "put", key: { router: router.id, kind, name }, element: { ...element, [field]: own } },
                  ],
                },
              ],
      });
    }
  },
});

import { ownName } from "../../derive/routerNames.ts";
import { clientListUses } from "../remoteAccess.ts";
import { routerRule } from "../rule.ts";

/** Lists of methods exist only in the AAA model. */
export const raNoAaa = routerRule({
  id: "ra-no-aaa",
  severity: "error",
  fix: "auto",
  docs: {
    what: "Lists for clients are named, and `aaa new-model` is missing.",
    why: "Without it there are no lists, so clients can be neither asked for a name nor given a policy.",
    remedy: "Enter `aaa new-model` first. It changes how all logins are checked, so have a local user at hand.",
    source: "Cisco Press on remote access servers: aaa new-model comes first",
  },
  messages: {
    noAaa:
      "{router}: {user} names the list {list} for its clients, but aaa new-model is missing, so there are no lists.",
  },
  check(router, report) {
    const [first, ...others] = clientListUses(router);
    if (!first || router.elements.aaaSettings.get("")?.newModel) return;
    report({
      message: "noAaa",
      data: { router: ownName(router), user: first.user, list: first.list },
      places: [first.place, ...others.map(({ place }) => place)],
      fixes: [
        {
          title: "Turn AAA on",
          safe: false,
          edits: [
            {
              op: "put",
              key: { router: router.id, kind: "aaaSettings", name: "" },
              element: { ...router.elements.aaaSettings.get(""), newModel: true },
            },
          ],
        },
      ],
    });
  },
});

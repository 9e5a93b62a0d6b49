import { ownName } from "../../derive/routerNames.ts";
import type { ClientGroup } from "../../model/remoteAccess.ts";
import { clientListUses, isLocalFirst, listOf } from "../remoteAccess.ts";
import { routerRule } from "../rule.ts";

/** The policy that clients get is a group's. */
export const raNoGroup = routerRule({
  id: "ra-no-group",
  severity: "error",
  fix: "ask",
  docs: {
    what: "Clients' groups are looked up on the router itself, and it has none.",
    why: "There is no group key for phase 1 and no address, list or name server to give a client.",
    remedy: "Configure `crypto isakmp client configuration group` with a key and a pool.",
    source: "Cisco Press on remote access servers; Cisco Easy VPN Server configuration guide",
  },
  messages: {
    noGroup:
      "{router}: {user} looks up its clients' groups locally by the list {list}, and there is no client configuration group.",
  },
  check(router, report) {
    if (router.elements.clientGroup.size > 0) return;
    for (const use of clientListUses(router)) {
      if (use.service !== "authorization network" || !isLocalFirst(listOf(router.elements, use))) continue;
      report({
        message: "noGroup",
        data: { router: ownName(router), user: use.user, list: use.list },
        places: [use.place],
        fixes: [
          {
            title: `Configure a group called ${groupName}`,
            safe: false,
            edits: [],
            needs: { label: `Key of the group ${groupName}`, type: "key" },
          },
        ],
      });
    }
  },
  complete(design, _fix, [place], value) {
    const router = design.routers.get(place.router);
    if (!router) return [];
    const [pool, second] = [...router.elements.localPool.keys()];
    const group: ClientGroup = {
      name: groupName,
      key: { type: 0, text: value },
      ...(pool !== undefined && second === undefined && { pool }),
      dns: [],
      wins: [],
      splitDns: [],
      accessRestrict: [],
      backupGateways: [],
      kept: [],
    };
    return [{ op: "put", key: { router: router.id, kind: "clientGroup", name: groupName }, element: group }];
  },
});

const groupName = "CLIENTS";

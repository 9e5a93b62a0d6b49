import { ownName } from "../../derive/routerNames.ts";
import { routerRule } from "../rule.ts";

/** A group's key is the pre-shared key of its clients. */
export const raGroupNoKey = routerRule({
  id: "ra-group-no-key",
  severity: "error",
  fix: "ask",
  docs: {
    what: "A client configuration group has no `key`, and policies authenticate by pre-shared key.",
    why: "Phase 1 fails for clients of this group.",
    remedy: "Set the group's key, or let clients use certificates.",
    source: "Cisco Press on remote access servers; Cisco Easy VPN Server configuration guide",
  },
  messages: { noKey: "{router}: client group {group} has no key, so phase 1 by pre-shared key fails for its clients." },
  check(router, report) {
    const { isakmpPolicy, clientGroup } = router.elements;
    const policies = [...isakmpPolicy.values()];
    // With certificates beside it the group's clients may not need a key.
    if (policies.length === 0 || policies.some((policy) => policy.authentication !== "pre-share")) return;
    for (const group of clientGroup.values()) {
      if (group.key) continue;
      report({
        message: "noKey",
        data: { router: ownName(router), group: group.name },
        places: [{ router: router.id, kind: "clientGroup", name: group.name }],
        fixes: [
          {
            title: `Set the key of group ${group.name}`,
            safe: false,
            edits: [],
            needs: { label: `Key of group ${group.name}`, type: "key" },
          },
        ],
      });
    }
  },
  complete(design, _fix, [place], value) {
    const group = design.routers.get(place.router)?.elements.clientGroup.get(place.name);
    if (!group) return [];
    const key = { router: place.router, kind: "clientGroup", name: group.name } as const;
    return [{ op: "put", key, element: { ...group, key: { type: 0, text: value } } }];
  },
});

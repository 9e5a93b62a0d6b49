import { ownName } from "../../derive/routerNames.ts";
import type { ClientGroup } from "../../model/remoteAccess.ts";
import type { Place } from "../../model/router.ts";
import { routerRule } from "../rule.ts";

const limits = [
  { field: "maxUsers", command: "max-users", most: 5000 },
  { field: "maxLogins", command: "max-logins", most: 10 },
] as const;

/** A group's limits have limits. */
export const raLimits = routerRule({
  id: "ra-limits",
  severity: "error",
  fix: "ask",
  docs: {
    what: "`max-users` of a group is not 1 to 5000, or `max-logins` not 1 to 10.",
    why: "IOS refuses the line, so the group has no limit.",
    remedy: "Use a number within the range.",
    source: "Cisco IOS Security Command Reference, max-users, max-logins; IOS-XE native YANG model",
  },
  messages: { outside: "{router}: {command} of client group {group} is {value}, and IOS takes 1 to {most}." },
  check(router, report) {
    for (const group of router.elements.clientGroup.values()) {
      for (const { field, command, most } of limits) {
        const value = group[field];
        if (value === undefined || (value >= 1 && value <= most)) continue;
        report({
          message: "outside",
          data: { router: ownName(router), command, group: group.name, value, most },
          places: [{ router: router.id, kind: "clientGroup", name: group.name, field }],
          fixes: [
            {
              title: `Set a number from 1 to ${most}`,
              safe: false,
              edits: [],
              needs: {
                label: `${command}: 1 to ${most}`,
                type: "number",
                suggestion: String(Math.min(most, Math.max(1, value))),
              },
            },
          ],
        });
      }
    }
  },
  complete(design, _fix, [place], value) {
    const group = design.routers.get(place.router)?.elements.clientGroup.get(place.name);
    const limit = limits.find(({ field }) => field === place.field);
    const number = Number(value);
    if (!group || !limit || number < 1 || number > limit.most) return [];
    return [{ op: "put", key: keyOf(place), element: { ...group, [limit.field]: number } satisfies ClientGroup }];
  },
});

function keyOf({ router, name }: Place) {
  return { router, kind: "clientGroup", name } as const;
}

import { ownName } from "../../derive/routerNames.ts";
import type { ClientGroup } from "../../model/remoteAccess.ts";
import { clientListUses, isLocalFirst, listOf } from "../remoteAccess.ts";
import { routerRule } from "../rule.ts";

/** Some of a group's lines are attributes that only a server can send. */
export const raRadiusOnly = routerRule({
  id: "ra-radius-only",
  severity: "warning",
  fix: "man",
  docs: {
    what: "A group has lines that need a RADIUS server, and its policy is looked up on the router itself.",
    why: "`include-local-lan`, `firewall are-u-there`, `access-restrict` and `save-password` do not take effect for groups that are looked up locally.",
    remedy: "Look up groups by RADIUS, or leave the lines out.",
    source: "Cisco Press on remote access servers: these attributes require an AAA RADIUS server",
  },
  messages: {
    needsRadius: "{router}: {line} of client group {group} needs a RADIUS server, but {user} looks up groups locally.",
  },
  check(router, report) {
    const local = clientListUses(router).find(
      (use) => use.service === "authorization network" && isLocalFirst(listOf(router.elements, use)),
    );
    if (!local) return;
    for (const group of router.elements.clientGroup.values()) {
      for (const { line, field } of attributesOf(group)) {
        report({
          message: "needsRadius",
          data: { router: ownName(router), line, group: group.name, user: local.user },
          places: [{ router: router.id, kind: "clientGroup", name: group.name, field }, local.place],
        });
      }
    }
  },
});

function attributesOf(group: ClientGroup): readonly { readonly line: string; readonly field: keyof ClientGroup }[] {
  return [
    ...(group.includeLocalLan ? [{ line: "include-local-lan", field: "includeLocalLan" } as const] : []),
    ...(group.firewallAreUThere ? [{ line: "firewall are-u-there", field: "firewallAreUThere" } as const] : []),
    ...(group.accessRestrict.length > 0 ? [{ line: "access-restrict", field: "accessRestrict" } as const] : []),
    ...(group.savePassword ? [{ line: "save-password", field: "savePassword" } as const] : []),
  ];
}

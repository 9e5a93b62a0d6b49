import { ownName } from "../../derive/routerNames.ts";
import { routerRule } from "../rule.ts";

/** Who has the computer then has the tunnel. */
export const raSavePassword = routerRule({
  id: "ra-save-password",
  severity: "warning",
  fix: "man",
  docs: {
    what: "A client group has `save-password`.",
    why: "The user's password is kept on the client, so a stolen computer opens the network.",
    remedy: "Leave it to hardware clients in places that are locked; people type their password.",
    source: "Cisco Press on remote access servers: save-password is for hardware clients",
  },
  messages: {
    saved:
      "{router}: client group {group} lets clients keep the user's password, so who has the computer has the tunnel.",
  },
  check(router, report) {
    for (const { name, savePassword } of router.elements.clientGroup.values()) {
      if (!savePassword) continue;
      report({
        message: "saved",
        data: { router: ownName(router), group: name },
        places: [{ router: router.id, kind: "clientGroup", name, field: "savePassword" }],
      });
    }
  },
});

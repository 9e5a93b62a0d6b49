import { ownName } from "../../derive/routerNames.ts";
import { accessListEntries } from "../../model/accessList.ts";
import { cryptoEntries, entryPlace, entryTitle } from "../cryptoEntries.ts";
import { routerRule } from "../rule.ts";

/** A list with entries, none of which permits anything. */
export const aclNoPermit = routerRule({
  id: "acl-no-permit",
  severity: "error",
  fix: "man",
  docs: {
    what: "The access list of a crypto map entry holds only deny entries.",
    why: "Deny in a crypto access list means: leave in clear. A static entry never protects anything, a dynamic one accepts no peer.",
    remedy: "Permit what is to be protected; keep the denies before it for what is not.",
    source: "Cisco, Security for VPNs with IPsec, Crypto Access Lists",
  },
  messages: { noPermit: "{router}: access list {list} of {entry} permits nothing, so nothing is protected." },
  check(router, report) {
    for (const entry of cryptoEntries(router)) {
      const name = entry.body.matchAddress;
      const list = name === undefined ? undefined : router.elements.accessList.get(name);
      const lines = list ? accessListEntries(list) : [];
      if (!list || lines.length === 0 || lines.some((line) => line.action === "permit")) continue;
      report({
        message: "noPermit",
        data: { router: ownName(router), list: list.name, entry: entryTitle(entry) },
        places: [entryPlace(entry, "matchAddress"), { router: router.id, kind: "accessList", name: list.name }],
      });
    }
  },
});

import { ownName } from "../../derive/routerNames.ts";
import { accessListEntries } from "../../model/accessList.ts";
import { cryptoEntries, entryPlace, entryTitle } from "../cryptoEntries.ts";
import { routerRule } from "../rule.ts";

/** A list that is defined and holds no entry. */
export const aclEmpty = routerRule({
  id: "acl-empty",
  severity: "error",
  fix: "man",
  docs: {
    what: "The access list of a crypto map entry has no entries.",
    why: "Nothing is selected: a static entry is incomplete or drops its traffic, a dynamic one accepts no peer.",
    remedy: "Permit what is to be protected, as the mirror image of the peer's list.",
    source: "Cisco, Security for VPNs with IPsec, Crypto Access Lists",
  },
  messages: { empty: "{router}: access list {list} of {entry} has no entries, so nothing is protected." },
  check(router, report) {
    for (const entry of cryptoEntries(router)) {
      const name = entry.body.matchAddress;
      const list = name === undefined ? undefined : router.elements.accessList.get(name);
      if (!list || accessListEntries(list).length > 0) continue;
      report({
        message: "empty",
        data: { router: ownName(router), list: list.name, entry: entryTitle(entry) },
        places: [entryPlace(entry, "matchAddress"), { router: router.id, kind: "accessList", name: list.name }],
      });
    }
  },
});

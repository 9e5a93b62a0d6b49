import { ownName } from "../../derive/routerNames.ts";
import { accessListFixes, completeAccessList, newListName } from "../accessListFixes.ts";
import { counterpartOf } from "../counterpart.ts";
import { cryptoEntries, entryAt, entryPlace, entryTitle } from "../cryptoEntries.ts";
import { routerRule } from "../rule.ts";

/** A standard list tells sources only, and IPsec needs both ends. */
export const aclNotExtended = routerRule({
  id: "acl-not-extended",
  severity: "error",
  fix: "ask",
  docs: {
    what: "`match address` names a standard access list.",
    why: "A crypto map takes extended lists only: numbers 100-199 and 2000-2699, or a named extended list. A standard list has no destination.",
    remedy: "Write an extended list with source and destination, and name that.",
    source: "Cisco IOS-XE native YANG model, match address",
  },
  messages: {
    standard: "{router}: {entry} matches access list {list}, which is a standard one and has no destinations.",
  },
  check(router, report) {
    for (const entry of cryptoEntries(router)) {
      const { body } = entry;
      const list = body.matchAddress === undefined ? undefined : router.elements.accessList.get(body.matchAddress);
      if (list?.type !== "standard") continue;
      report({
        message: "standard",
        data: { router: ownName(router), entry: entryTitle(entry), list: list.name },
        places: [entryPlace(entry, "matchAddress"), { router: router.id, kind: "accessList", name: list.name }],
        fixes: ({ design, peerings }) => {
          const counterpart = counterpartOf(design, peerings, entryPlace(entry));
          return accessListFixes(design, entry, counterpart, newListName(entry, counterpart));
        },
      });
    }
  },
  complete(design, fix, [place], value) {
    const entry = entryAt(design, place);
    return completeAccessList(design, entry, fix, entry ? newListName(entry, undefined) : "", value);
  },
});

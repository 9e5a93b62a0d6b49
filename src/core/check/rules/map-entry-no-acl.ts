import { ownName } from "../../derive/routerNames.ts";
import { accessListFixes, completeAccessList, newListName } from "../accessListFixes.ts";
import { counterpartOf } from "../counterpart.ts";
import { entryAt, entryPlace, entryTitle, staticEntries } from "../cryptoEntries.ts";
import { routerRule } from "../rule.ts";

/** Without an access list nothing says what to protect. A dynamic entry may do without; see `dynamic-no-acl`. */
export const mapEntryNoAcl = routerRule({
  id: "map-entry-no-acl",
  severity: "error",
  fix: "ask",
  docs: {
    what: "A static crypto map entry has no `match address`.",
    why: "IOS keeps the entry disabled: nothing says what it protects, and all traffic leaves in clear.",
    remedy: "Name an extended access list that permits what is to be protected with `match address`.",
    source:
      "Cisco IOS Security Command Reference, crypto map: an entry is disabled until it has a peer and an access list",
  },
  messages: { noList: "{router}: {entry} has no match address, so it stays disabled and protects nothing." },
  check(router, report) {
    for (const entry of staticEntries(router)) {
      if (entry.body.matchAddress !== undefined) continue;
      report({
        message: "noList",
        data: { router: ownName(router), entry: entryTitle(entry) },
        places: [entryPlace(entry, "matchAddress")],
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

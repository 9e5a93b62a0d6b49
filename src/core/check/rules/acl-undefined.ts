import { ownName } from "../../derive/routerNames.ts";
import { accessListFixes, completeAccessList } from "../accessListFixes.ts";
import { counterpartOf } from "../counterpart.ts";
import { cryptoEntries, entryAt, entryPlace, entryTitle } from "../cryptoEntries.ts";
import { routerRule } from "../rule.ts";

/** A name in `match address` that stands for nothing. */
export const aclUndefined = routerRule({
  id: "acl-undefined",
  severity: "error",
  fix: "auto",
  docs: {
    what: "`match address` names an access list that is not defined.",
    why: "IOS treats the entry as incomplete, or drops what it would have protected.",
    remedy: "Define the list, as the mirror image of the peer's, or name the one that was meant.",
    source: "Cisco, Security for VPNs with IPsec, Crypto Access Lists",
  },
  messages: { undefinedList: "{router}: {entry} matches access list {list}, which is not defined." },
  check(router, report) {
    for (const entry of cryptoEntries(router)) {
      const { body } = entry;
      if (body.matchAddress === undefined || router.elements.accessList.has(body.matchAddress)) continue;
      report({
        message: "undefinedList",
        data: { router: ownName(router), entry: entryTitle(entry), list: body.matchAddress },
        places: [entryPlace(entry, "matchAddress")],
        fixes: ({ design, peerings }) =>
          accessListFixes(
            design,
            entry,
            counterpartOf(design, peerings, entryPlace(entry)),
            entry.body.matchAddress ?? "",
          ),
      });
    }
  },
  complete(design, fix, [place], value) {
    const entry = entryAt(design, place);
    return completeAccessList(design, entry, fix, entry?.body.matchAddress ?? "", value);
  },
});

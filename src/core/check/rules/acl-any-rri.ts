import { ownName } from "../../derive/routerNames.ts";
import { entryPlace, entryTitle } from "../cryptoEntries.ts";
import { cryptoLists, entryText, isAny, linePlace } from "../cryptoLists.ts";
import { routerRule } from "../rule.ts";

/** Reverse route injection makes routes of the networks that a list names, and `any` names none. */
export const aclAnyRri = routerRule({
  id: "acl-any-rri",
  severity: "error",
  fix: "man",
  docs: {
    what: "A static entry has `reverse-route` and a crypto access list with `any` in it.",
    why: "Reverse route injection makes routes of the list's remote networks; with `any` it is not supported, and at worst a default route leads into the tunnel.",
    remedy: "Name the networks in the list, or drop `reverse-route` and write the routes yourself.",
    source:
      'Cisco IOS XE Security for VPNs with IPsec Configuration Guide, "When to Use the any Keyword in Crypto Access Lists"',
  },
  messages: {
    any: '{router}: {entry} has reverse-route, but "{line}" of ACL {list} names no network to make a route of.',
  },
  check(router, report) {
    for (const crypto of cryptoLists(router)) {
      for (const user of crypto.users) {
        // The routes of a dynamic entry come from what its peer asks for, not from the list.
        if (user.kind !== "cryptoMapEntry" || !user.body.reverseRoute) continue;
        for (const { entry, identity } of crypto.permits) {
          if (!identity.selectors.some((one) => isAny(one.source) || isAny(one.destination))) continue;
          report({
            message: "any",
            data: {
              router: ownName(router),
              entry: entryTitle(user),
              line: entryText(entry),
              list: crypto.list.name,
            },
            places: [linePlace(router, crypto.list.name, entry.sequence), entryPlace(user, "reverseRoute")],
          });
        }
      }
    }
  },
});

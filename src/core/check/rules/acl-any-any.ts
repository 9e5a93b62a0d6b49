import { ownName } from "../../derive/routerNames.ts";
import { entryTitle } from "../cryptoEntries.ts";
import { cryptoLists, isAny, linePlaces } from "../cryptoLists.ts";
import { routerRule } from "../rule.ts";

/** A crypto list is read in both directions, so a permit of everything also drops everything that comes in clear. */
export const aclAnyAny = routerRule({
  id: "acl-any-any",
  severity: "error",
  fix: "man",
  docs: {
    what: "A crypto access list permits `ip any any`.",
    why: "All traffic that leaves by the interface is encrypted, and all that comes in clear is dropped: routing updates, NTP, answers to pings.",
    remedy: "Permit the networks of the two sites, and nothing else.",
    source:
      'Cisco IOS XE Security for VPNs with IPsec Configuration Guide, "When to Use the any Keyword in Crypto Access Lists"',
  },
  messages: {
    anyAny:
      "{router}: ACL {list} permits ip any any for {entry}, so all traffic is encrypted and all that comes in clear is dropped.",
  },
  check(router, report) {
    for (const crypto of cryptoLists(router)) {
      for (const { entry, identity } of crypto.permits) {
        const takesAll = identity.selectors.some(
          (one) => one.protocol === "ip" && isAny(one.source) && isAny(one.destination),
        );
        if (!takesAll) continue;
        report({
          message: "anyAny",
          data: {
            router: ownName(router),
            list: crypto.list.name,
            entry: crypto.users.map(entryTitle).join(" and "),
          },
          places: linePlaces(crypto, entry),
        });
      }
    }
  },
});

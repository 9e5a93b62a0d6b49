import { ownName } from "../../derive/routerNames.ts";
import { selectorsIntersect } from "../../derive/selector.ts";
import type { ProxyIdentity } from "../../derive/proxyIdentity.ts";
import { entryTitle } from "../cryptoEntries.ts";
import { cryptoLists, entryText, isAny, linePlaces } from "../cryptoLists.ts";
import { routerRule } from "../rule.ts";

/** `any` takes more into the tunnel than two sites. Denies before it show that somebody has thought about the rest. */
export const aclAnySide = routerRule({
  id: "acl-any-side",
  severity: "warning",
  fix: "man",
  docs: {
    what: "A permit of a static entry's crypto access list has `any` on one side.",
    why: "Whatever else leaves the interface goes into the tunnel too, and what comes in clear from anywhere is dropped.",
    remedy: "Name the networks of both sites, or deny first what must stay in clear.",
    source:
      'Cisco IOS XE Security for VPNs with IPsec Configuration Guide, "When to Use the any Keyword in Crypto Access Lists"',
  },
  messages: {
    anySource:
      '{router}: "{line}" of ACL {list} has any as its source, so what every host sends goes into the tunnel of {entry}.',
    anyDestination:
      '{router}: "{line}" of ACL {list} has any as its destination, so traffic to the whole world goes into the tunnel of {entry}.',
  },
  check(router, report) {
    for (const crypto of cryptoLists(router)) {
      // What a dynamic entry takes is what its peer asks for, and remote clients have no network that could be named.
      const users = crypto.users.filter((user) => user.kind === "cryptoMapEntry");
      if (users.length === 0) continue;
      const denies = crypto.normal.identities.filter((one) => one.action === "deny");
      for (const { entry, identity } of crypto.permits) {
        const source = identity.selectors.some((one) => isAny(one.source));
        const destination = identity.selectors.some((one) => isAny(one.destination));
        if (source === destination || hasDenyBefore(denies, identity)) continue;
        report({
          message: source ? "anySource" : "anyDestination",
          data: {
            router: ownName(router),
            line: entryText(entry),
            list: crypto.list.name,
            entry: users.map(entryTitle).join(" and "),
          },
          places: linePlaces({ ...crypto, users }, entry),
        });
      }
    }
  },
});

function hasDenyBefore(denies: readonly ProxyIdentity[], permit: ProxyIdentity): boolean {
  return denies.some(
    (one) =>
      one.sequence < permit.sequence &&
      one.selectors.some((deny) => permit.selectors.some((selector) => selectorsIntersect(deny, selector))),
  );
}

import { covers, type ProxyIdentity } from "../../derive/proxyIdentity.ts";
import { ownName } from "../../derive/routerNames.ts";
import { withoutLines } from "../../edit/accessListLines.ts";
import { cryptoLists, linePlace, linePlaces, putNumberedList } from "../cryptoLists.ts";
import { routerRule } from "../rule.ts";

/** The same traffic permitted twice in one list. */
export const aceDuplicate = routerRule({
  id: "ace-duplicate",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "A crypto access list holds the same permit twice.",
    why: "The second one is never matched. Often it was meant to be another one, and what it should protect leaves in clear.",
    remedy: "Take the second line out, or correct it.",
    source: "Cisco, Security for VPNs with IPsec, Crypto Access Lists: the first match decides",
  },
  messages: { twice: "{router}: line {line} of ACL {list} permits the same as line {first}." },
  check(router, report) {
    for (const cryptoList of cryptoLists(router)) {
      const { list, normal } = cryptoList;
      if (normal.identities.length < 2) continue;
      for (const { entry, identity } of cryptoList.permits) {
        const [selector] = identity.selectors;
        if (!selector) continue;
        const twin = normal.index
          .intersecting(selector)
          .flatMap((position) => normal.identities[position] ?? [])
          .find((other) => other.sequence < entry.sequence && isSame(other, identity));
        if (!twin) continue;
        report({
          message: "twice",
          data: { router: ownName(router), list: list.name, line: entry.sequence, first: twin.sequence },
          places: [
            linePlace(router, list.name, entry.sequence),
            linePlace(router, list.name, twin.sequence),
            ...linePlaces(cryptoList, entry).slice(1),
          ],
          fixes: [
            {
              title: `Take line ${entry.sequence} out of ACL ${list.name}`,
              // The first line permits all that the second one would.
              safe: true,
              edits: [
                putNumberedList(
                  router,
                  withoutLines(list, (line) => line.sequence === entry.sequence),
                ),
              ],
            },
          ],
        });
      }
    }
  },
});

function isSame(one: ProxyIdentity, other: ProxyIdentity): boolean {
  return (
    one.action === other.action && one.extras.join() === other.extras.join() && covers(one, other) && covers(other, one)
  );
}

import { formatSelector } from "../../derive/selector.ts";
import { ownName } from "../../derive/routerNames.ts";
import type { AddressSet } from "../../net/wildcard.ts";
import { cryptoLists, linePlace } from "../cryptoLists.ts";
import { entryPlace, entryTitle } from "../cryptoEntries.ts";
import { routerRule } from "../rule.ts";

/** So many addresses, those of a /28, are the most on one side that per-host associations are meant for. Engineering judgement. */
const mostAddresses = 16;

/** A pair of security associations per pair of hosts, for networks of many hosts. */
export const perHostHeavy = routerRule({
  id: "per-host-heavy",
  severity: "warning",
  fix: "man",
  docs: {
    what: "`level per-host` on traffic of more than 16 addresses.",
    why: "Each pair of hosts gets security associations of its own, which can exhaust the router; a scan of a subnet is enough.",
    remedy: "Take `level per-host` out, or narrow the list to the few hosts that need it.",
    source: "Cisco IOS Security Command Reference, set security-association level per-host",
  },
  messages: { heavy: "{router}: {entry} makes associations for each pair of hosts in {traffic}." },
  check(router, report) {
    for (const { list, users, permits } of cryptoLists(router)) {
      for (const user of users) {
        if (!user.body.perHost) continue;
        const wide = permits.flatMap(({ entry, identity }) =>
          identity.selectors
            .filter(({ source, destination }) => isWide(source) || isWide(destination))
            .map((selector) => ({ entry, selector })),
        );
        const [first] = wide;
        if (!first) continue;
        report({
          message: "heavy",
          data: { router: ownName(router), entry: entryTitle(user), traffic: formatSelector(first.selector) },
          places: [entryPlace(user, "perHost"), linePlace(router, list.name, first.entry.sequence)],
        });
      }
    }
  },
});

function isWide({ wildcard }: AddressSet): boolean {
  let bits = 0;
  for (let rest = wildcard; rest !== 0; rest = (rest & (rest - 1)) >>> 0) bits += 1;
  return 2 ** bits > mostAddresses;
}

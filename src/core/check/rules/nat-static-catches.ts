import { ownName } from "../../derive/routerNames.ts";
import type { StaticNat } from "../../model/nat.ts";
import { elementName, type Router } from "../../model/router.ts";
import { formatIpv4, formatPrefix, prefixOf, prefixOfMask, type Ipv4Prefix } from "../../net/ipv4.ts";
import { setOfPrefix, setsIntersect } from "../../net/wildcard.ts";
import { cryptoLists, entryText, isAny, linePlace, type CryptoList } from "../cryptoLists.ts";
import { routerRule } from "../rule.ts";

/** A static translation has no list that could exempt anything. */
export const natStaticCatches = routerRule({
  id: "nat-static-catches",
  severity: "warning",
  fix: "man",
  docs: {
    what: "A host whose traffic a crypto access list protects has a static translation without a route map.",
    why: "What the host sends, answers included, leaves with its public address, so it matches no permit and goes past the tunnel.",
    remedy: "Give the static translation a route map whose list denies the traffic to the other site.",
    source:
      "Cisco IOS XE Security for VPNs with IPsec Configuration Guide; Cisco Technical Assistance Center, static NAT and IPsec",
  },
  messages: {
    caught:
      '{router}: the static translation of {local} has no route map, so what {local} sends to the other site goes past "{line}" of ACL {list}.',
  },
  check(router, report) {
    const { staticNat } = router.elements;
    if (staticNat.size === 0) return;
    const lists = cryptoLists(router).filter((crypto) => leavesByOutside(router, crypto));
    for (const one of staticNat.values()) {
      if (one.routeMap !== undefined) continue;
      const prefix = localPrefix(one);
      const local = setOfPrefix(prefix);
      const found = lists
        .flatMap(({ list, permits }) => permits.map((permit) => ({ list, ...permit })))
        .find(({ identity }) =>
          identity.selectors.some(({ source }) => !isAny(source) && setsIntersect(source, local)),
        );
      if (!found) continue;
      report({
        message: "caught",
        data: {
          router: ownName(router),
          local: prefix.length === 32 ? formatIpv4(one.local) : formatPrefix(prefix),
          line: entryText(found.entry),
          list: found.list.name,
        },
        places: [
          { router: router.id, kind: "staticNat", name: elementName("staticNat", one) },
          linePlace(router, found.list.name, found.entry.sequence),
        ],
      });
    }
  },
});

function localPrefix({ local, networkMask }: StaticNat): Ipv4Prefix {
  const prefix = networkMask === undefined ? undefined : prefixOfMask(local, networkMask);
  return prefix ?? prefixOf(local, 32);
}

/** Whether what a list protects leaves by an interface that translates. */
function leavesByOutside({ elements }: Router, { users }: CryptoList): boolean {
  const maps = new Set(users.flatMap((user) => (user.kind === "cryptoMapEntry" ? [user.entry.map] : [])));
  return [...elements.interface.values()].some(
    (one) => one.nat === "outside" && one.cryptoMap !== undefined && maps.has(one.cryptoMap.name),
  );
}

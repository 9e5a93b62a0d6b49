import { ownName } from "../../derive/routerNames.ts";
import { formatAddressSet, type Selector } from "../../derive/selector.ts";
import { lengthOfWildcard, type Ipv4Address } from "../../net/ipv4.ts";
import { setCovers, setsEqual, setsIntersect, type AddressSet } from "../../net/wildcard.ts";
import { cryptoLists, entryText, hasNoAny, linePlaces } from "../cryptoLists.ts";
import { routerRule } from "../rule.ts";

/** Two ends of a tunnel can't be the same place. */
export const aclSameSrcDst = routerRule({
  id: "acl-same-src-dst",
  severity: "error",
  fix: "man",
  docs: {
    what: "Source and destination of a crypto access list's permit are the same network, or share addresses.",
    why: "A host reaches its own network directly, so nothing of it comes to the crypto map; for the shared addresses nobody can say which end they are at.",
    remedy:
      "Name this router's network as the source and the peer's as the destination; where both sites use one network, translate at both ends.",
    source: "Cisco IOS Security Configuration Guide: crypto access lists select what leaves one network for another",
  },
  messages: {
    same: '{router}: "{line}" of ACL {list} has {network} on both sides, so it protects nothing.',
    nested:
      '{router}: "{line}" of ACL {list} has {network} on both sides, so it depends on routes alone which end those addresses are at.',
  },
  check(router, report) {
    for (const crypto of cryptoLists(router)) {
      for (const { entry, identity } of crypto.permits) {
        const shared = identity.selectors.filter((one) => hasNoAny(one) && setsIntersect(one.source, one.destination));
        const same = shared.find((one) => setsEqual(one.source, one.destination));
        const nested = shared.find((one) => !isSummary(one));
        const found = same ?? nested;
        if (!found) continue;
        report({
          message: same ? "same" : "nested",
          severity: same ? "error" : "warning",
          data: {
            router: ownName(router),
            line: entryText(entry),
            list: crypto.list.name,
            network: formatAddressSet(narrower(found)),
          },
          places: linePlaces(crypto, entry),
        });
      }
    }
  },
});

/** A hub that protects all private addresses towards one of its sites, or a site towards all of them, means what it says. */
function isSummary({ source, destination }: Selector): boolean {
  const wide = setCovers(source, destination) ? source : destination;
  const length = lengthOfWildcard(wide.wildcard);
  return length !== undefined && summaries.some(([network, longest]) => wide.base === network && length <= longest);
}

/** The blocks of RFC 1918. */
const summaries: readonly (readonly [Ipv4Address, number])[] = [
  [0x0a000000, 8],
  [0xac100000, 12],
  [0xc0a80000, 16],
];

function narrower({ source, destination }: Selector): AddressSet {
  return setCovers(source, destination) ? destination : source;
}

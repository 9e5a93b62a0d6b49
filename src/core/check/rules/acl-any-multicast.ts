import { firstMatches } from "../../derive/firstMatch.ts";
import { ownName } from "../../derive/routerNames.ts";
import { ipEntry } from "../../edit/accessListLines.ts";
import { ANY_ADDRESS, hostSet, type AddressSet } from "../../net/wildcard.ts";
import { cryptoLists, insertBefore, isAny, linePlaces, type CryptoList, type CryptoPermit } from "../cryptoLists.ts";
import { routerRule } from "../rule.ts";

const multicast: AddressSet = { base: 0xe0000000, wildcard: 0x0fffffff };
const broadcast = hostSet(0xffffffff);

const udp = 17;

/** IPsec protects unicast. What goes to groups or to everybody is caught by `any` and then lost. */
export const aclAnyMulticast = routerRule({
  id: "acl-any-multicast",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "A crypto access list permits traffic to `any` and does not deny multicast and broadcast first.",
    why: "A crypto map protects unicast only: routing updates and other packets to groups match the permit and fail.",
    remedy: "Deny 224.0.0.0/4 and 255.255.255.255 before the permit.",
    source:
      'Cisco IOS XE Security for VPNs with IPsec Configuration Guide, "When to Use the any Keyword in Crypto Access Lists"',
  },
  messages: {
    caught:
      "{router}: ACL {list} permits traffic to any without a deny of {groups} before it; IPsec protects unicast only.",
  },
  check(router, report) {
    for (const crypto of cryptoLists(router)) {
      const first = crypto.permits.find((permit) => isToAny(permit));
      if (!first) continue;
      const caught = [
        { set: multicast, text: "multicast (224.0.0.0/4)" },
        { set: broadcast, text: "broadcast (255.255.255.255)" },
      ].filter(({ set }) => isPermitted(crypto, set));
      if (caught.length === 0) continue;
      const denies = caught.map(({ set }) => ipEntry("deny", ANY_ADDRESS, set));
      report({
        message: "caught",
        data: {
          router: ownName(router),
          list: crypto.list.name,
          groups: caught.map(({ text }) => text).join(" and "),
        },
        places: linePlaces(crypto, first.entry),
        fixes: () => [
          {
            title: `Deny ${caught.map(({ text }) => text).join(" and ")} first in ACL ${crypto.list.name}`,
            safe: false,
            edits: [insertBefore(router, crypto.list, first.entry.sequence, denies, true)],
          },
        ],
      });
    }
  },
});

/** Routing protocols and UDP go to groups; TCP and the tunnels of GRE do not. */
function isToAny({ identity }: CryptoPermit): boolean {
  return identity.selectors.some((one) => isAny(one.destination) && (one.protocol === "ip" || one.protocol === udp));
}

function isPermitted({ normal, permits }: CryptoList, destination: AddressSet): boolean {
  return permits
    .filter(isToAny)
    .some(({ identity }) =>
      identity.selectors
        .filter((one) => isAny(one.destination))
        .some((selector) =>
          firstMatches(normal, { ...selector, destination }).some((part) => part.identity?.action === "permit"),
        ),
    );
}

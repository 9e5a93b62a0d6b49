import { viewOfEnd } from "../../derive/peerings.ts";
import { nameIn, routerNames } from "../../derive/routerNames.ts";
import type { Selector } from "../../derive/selector.ts";
import type { Design, WishedFlow } from "../../model/design.ts";
import { formatPrefix } from "../../net/ipv4.ts";
import { setCovers, setOfPrefix, type AddressSet } from "../../net/wildcard.ts";
import type { JudgedPeering } from "../../negotiate/trace.ts";
import { cryptoLists, entryText, linePlace, linePlaces, type CryptoPermit } from "../cryptoLists.ts";
import { perRouter } from "../perRouter.ts";
import { designRule } from "../rule.ts";

const multicast: AddressSet = { base: 0xe0000000, wildcard: 0x0fffffff };

/** IGMP, EIGRP, OSPF and PIM speak to groups, unless a neighbour is named. */
const groupProtocols: readonly (number | "ip")[] = [2, 88, 89, 103];

/** A crypto map has no tunnel interface that a group could be sent through. */
export const multicastOverMap = designRule({
  id: "multicast-over-map",
  severity: "error",
  fix: "man",
  docs: {
    what: "Multicast, such as a routing protocol's, is meant to cross a crypto map.",
    why: "A crypto map protects unicast only; packets to groups do not enter the tunnel.",
    remedy: "Run GRE through the tunnel or use a tunnel interface with IPsec protection, and route over that.",
    source: "Cisco IOS XE Security for VPNs with IPsec Configuration Guide, restrictions: only unicast IP is protected",
  },
  messages: {
    wished:
      "{source} is to reach {destination} with multicast, but the crypto map between {near} and {far} carries unicast only.",
    entry: '{near}: "{line}" of ACL {list} is about multicast, and a crypto map carries unicast only.',
  },
  check(design, peerings, report) {
    const names = routerNames(design.routers);
    for (const { crypto, permit } of permitsOfGroups(design)) {
      report({
        message: "entry",
        data: { near: nameIn(names, crypto.router.id), line: entryText(permit.entry), list: crypto.list.name },
        places: linePlaces(crypto, permit.entry),
      });
    }
    for (const wish of design.wishedFlows.filter((one) => one.multicast)) {
      for (const { near, far, places } of crossings(design, peerings, wish)) {
        report({
          message: "wished",
          data: {
            near: nameIn(names, near),
            far: nameIn(names, far),
            source: formatPrefix(wish.source),
            destination: formatPrefix(wish.destination),
          },
          places,
        });
      }
    }
  },
});

const permitsOfGroups = perRouter((router) =>
  cryptoLists(router).flatMap((crypto) => crypto.permits.filter(isAboutGroups).map((permit) => ({ crypto, permit }))),
);

function isAboutGroups({ identity }: CryptoPermit): boolean {
  return identity.selectors.some(
    ({ protocol, destination }) =>
      setCovers(multicast, destination) || (groupProtocols.includes(protocol) && destination.wildcard !== 0),
  );
}

/** The peerings whose lists take a wished flow, from the end where it begins. */
function crossings(design: Design, peerings: readonly JudgedPeering[], wish: WishedFlow) {
  const wanted: Selector = {
    protocol: "ip",
    source: setOfPrefix(wish.source),
    sourcePorts: null,
    destination: setOfPrefix(wish.destination),
    destinationPorts: null,
  };
  return peerings.flatMap(({ peering: { a, b, role } }) => {
    if (!b || role === "backup") return [];
    return [
      { end: a, other: b },
      { end: b, other: a },
    ].flatMap(({ end, other }) => {
      const router = design.routers.get(end.router);
      const list = router && viewOfEnd(router, end)?.accessList;
      if (!router || !list) return [];
      const taken = list.index
        .intersecting(wanted)
        .map((position) => list.identities[position])
        .find((identity) => identity?.action === "permit");
      return taken
        ? [{ near: end.router, far: other.router, places: [linePlace(router, list.name, taken.sequence)] }]
        : [];
    });
  });
}

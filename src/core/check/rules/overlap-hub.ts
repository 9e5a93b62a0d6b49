import type { PeeringEnd } from "../../derive/peering.ts";
import { nameIn, routerNames } from "../../derive/routerNames.ts";
import type { Design } from "../../model/design.ts";
import type { Router, RouterId } from "../../model/router.ts";
import { formatPrefix } from "../../net/ipv4.ts";
import type { JudgedPeering } from "../../negotiate/trace.ts";
import { innermost, nestedPrefixes } from "../prefixOverlap.ts";
import { addressPlace, protectedNetworks, type ProtectedNetwork } from "../protectedNetworks.ts";
import { foundIn } from "../perRouter.ts";
import { designRule } from "../rule.ts";

/** A network behind a hub's peer. */
interface SpokeNetwork extends ProtectedNetwork {
  readonly hub: RouterId;
  readonly spoke: RouterId;
  /** The hub's entry that leads to it. */
  readonly hubEnd: PeeringEnd;
}

/** A hub tells its spokes apart by what is behind them. */
export const overlapHub = designRule({
  id: "overlap-hub",
  severity: "error",
  fix: "man",
  docs: {
    what: "Two sites behind one hub protect the same network, or networks that overlap.",
    why: "The hub's selectors collide: traffic for both goes to the site of the lower sequence number, and the other one gets none.",
    remedy: "Give one site another network, or translate at the site.",
    source: "Cisco Press on crypto maps: entries of one set must not protect the same traffic",
  },
  messages: {
    overlap:
      "{near} protects {network} and {far} protects {otherNetwork} behind the same hub {hub}, whose selectors for the two collide.",
  },
  check(design, peerings, report) {
    const names = routerNames(design.routers);
    const nameOf = (id: RouterId) => nameIn(names, id);
    const siteOf = (id: RouterId) => design.routers.get(id)?.site;
    const told = new Set<string>();
    for (const [hub, networks] of behindHubs(behindEnds(peerings, design.routers))) {
      if (networks.length < 2) continue;
      for (const { inner, outers } of nestedPrefixes(networks)) {
        const outer = innermost(outers, (one) => areTwoSites(one, inner, siteOf));
        if (!outer) continue;
        const ends = [outer, inner].map((one) => `${one.spoke} ${one.interface} ${formatPrefix(one.prefix)}`);
        // In a mesh every third router is a hub of two; once is enough.
        const key = ends.sort().join("/");
        if (told.has(key)) continue;
        told.add(key);
        report({
          message: "overlap",
          data: {
            near: nameOf(outer.spoke),
            far: nameOf(inner.spoke),
            network: formatPrefix(outer.prefix),
            otherNetwork: formatPrefix(inner.prefix),
            hub: nameOf(hub),
          },
          places: [outer, inner].flatMap(({ spoke, interface: name, prefix }) => {
            const router = design.routers.get(spoke);
            return router ? [addressPlace(router, name, prefix)] : [];
          }),
        });
      }
    }
  },
});

function behindHubs(all: readonly SpokeNetwork[]): ReadonlyMap<RouterId, readonly SpokeNetwork[]> {
  const networks = new Map<RouterId, SpokeNetwork[]>();
  for (const network of all) {
    const others = networks.get(network.hub);
    if (others) others.push(network);
    else networks.set(network.hub, [network]);
  }
  return networks;
}

/** What is read here is what the verdict was made from: a judged peering is another one as soon as some of it changes. */
const behindEnds = foundIn(networksBehind);

/** The networks behind either end, as the other end's router has them for a hub. */
function networksBehind(
  { peering: { a, b, role } }: JudgedPeering,
  routers: Design["routers"],
): readonly SpokeNetwork[] {
  // A backup has the network of the site that it backs up.
  const ways =
    b && role !== "backup"
      ? ([
          [a, b],
          [b, a],
        ] as const)
      : [];
  return ways.flatMap(([hubEnd, spokeEnd]) => {
    const { router: spoke } = spokeEnd;
    const router = routers.get(spoke);
    const own = router ? protectedNetworks(router, spokeEnd) : [];
    return own.map((one): SpokeNetwork => ({ ...one, hub: hubEnd.router, spoke, hubEnd }));
  });
}

function areTwoSites(one: SpokeNetwork, other: SpokeNetwork, siteOf: (router: RouterId) => Router["site"]): boolean {
  if (one.spoke === other.spoke) return false;
  const site = siteOf(one.spoke);
  if (site !== undefined && site === siteOf(other.spoke)) return false;
  // The peers of one static entry back each other up.
  const [first, second] = [one.hubEnd, other.hubEnd];
  return first.dynamicMap !== null || first.cryptoMap !== second.cryptoMap || first.sequence !== second.sequence;
}

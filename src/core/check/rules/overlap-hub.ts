import { memoByIdentity } from "../../derive/identityMemo.ts";
import type { PeeringEnd } from "../../derive/peering.ts";
import { nameIn, routerNames } from "../../derive/routerNames.ts";
import type { Design } from "../../model/design.ts";
import type { Router, RouterId } from "../../model/router.ts";
import { formatPrefix } from "../../net/ipv4.ts";
import type { JudgedPeering } from "../../negotiate/trace.ts";
import { innermost, nestedPrefixes } from "../prefixOverlap.ts";
import { addressPlace, protectedNetworks, type ProtectedNetwork } from "../protectedNetworks.ts";
import { foundIn, perRouter } from "../perRouter.ts";
import { designRule, type Report } from "../rule.ts";

/** A network behind a hub's peer. */
interface SpokeNetwork extends ProtectedNetwork {
  readonly hub: RouterId;
  /** The router that it stands behind; of that, only what tells of its interfaces counts. */
  readonly spoke: Router;
  /** The hub's entry that leads to it; undefined on a dynamic one, which leads to many. */
  readonly hubEntry: string | undefined;
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
  *check(design, peerings, report) {
    const networks = yield* behindEnds.gradually(peerings, design.routers);
    for (const overlap of overlapsAmong(networks, yield* sitesOf.gradually(design), routerNames(design.routers))) {
      report(overlap);
    }
  },
});

/** Most edits change no network behind any peer, and then the reports are the very same ones. */
const overlapsAmong = memoByIdentity(
  (
    all: readonly SpokeNetwork[],
    stated: readonly StatedSite[],
    names: ReadonlyMap<RouterId, string>,
  ): readonly Report<"overlap">[] => {
    const nameOf = (id: RouterId) => nameIn(names, id);
    const sites = new Map(stated.map(({ router, site }) => [router, site]));
    const told = new Set<string>();
    const reports: Report<"overlap">[] = [];
    for (const [hub, networks] of behindHubs(all)) {
      if (networks.length < 2) continue;
      for (const { inner, outers } of nestedPrefixes(networks)) {
        const outer = innermost(outers, (one) => areTwoSites(one, inner, sites));
        if (!outer) continue;
        const ends = [outer, inner].map((one) => `${one.spoke.id} ${one.interface} ${formatPrefix(one.prefix)}`);
        // In a mesh every third router is a hub of two; once is enough.
        const key = ends.sort().join("/");
        if (told.has(key)) continue;
        told.add(key);
        reports.push({
          message: "overlap",
          data: {
            near: nameOf(outer.spoke.id),
            far: nameOf(inner.spoke.id),
            network: formatPrefix(outer.prefix),
            otherNetwork: formatPrefix(inner.prefix),
            hub: nameOf(hub),
          },
          places: [outer, inner].map(({ spoke, interface: name, prefix }) => addressPlace(spoke, name, prefix)),
        });
      }
    }
    return reports;
  },
);

/** The routers that the drawing puts at a site. */
const sitesOf = perRouter<StatedSite>(({ id, site }) => (site === undefined ? [] : [{ router: id, site }]));

interface StatedSite {
  readonly router: RouterId;
  readonly site: string;
}

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
const behindEnds = foundIn(networksBehind, isSameNetwork);

/** The networks behind either end, as the other end's router has them for a hub. */
function networksBehind(
  { peering: { a, b, role } }: JudgedPeering,
  routers: Design["routers"],
): readonly SpokeNetwork[] {
  // A backup has the network of the site that it backs up.
  if (!b || role === "backup") return none;
  const networks: SpokeNetwork[] = [];
  enterNetworks(networks, a, b, routers);
  enterNetworks(networks, b, a, routers);
  return networks;
}

const none: readonly never[] = [];

function enterNetworks(
  networks: SpokeNetwork[],
  { router: hub, cryptoMap, sequence, dynamicMap }: PeeringEnd,
  spokeEnd: PeeringEnd,
  routers: Design["routers"],
): void {
  const spoke = routers.get(spokeEnd.router);
  if (!spoke) return;
  const hubEntry = dynamicMap ? undefined : `${cryptoMap} ${sequence}`;
  for (const { interface: name, prefix } of protectedNetworks(spoke, spokeEnd)) {
    networks.push({ interface: name, prefix, hub, spoke, hubEntry });
  }
}

function isSameNetwork(one: SpokeNetwork, other: SpokeNetwork): boolean {
  return (
    one.hub === other.hub &&
    one.hubEntry === other.hubEntry &&
    one.interface === other.interface &&
    one.prefix.network === other.prefix.network &&
    one.prefix.length === other.prefix.length &&
    one.spoke.id === other.spoke.id &&
    one.spoke.elements.interface === other.spoke.elements.interface
  );
}

function areTwoSites(one: SpokeNetwork, other: SpokeNetwork, sites: ReadonlyMap<RouterId, string>): boolean {
  if (one.spoke.id === other.spoke.id) return false;
  const site = sites.get(one.spoke.id);
  if (site !== undefined && site === sites.get(other.spoke.id)) return false;
  // The peers of one static entry back each other up.
  return one.hubEntry === undefined || one.hubEntry !== other.hubEntry;
}

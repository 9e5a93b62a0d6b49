import { routerNames } from "../derive/routerNames.ts";
import { nextLanPrefix, nextWanAddress, staticAddresses, usedPrefixes, type WanAddress } from "../edit/addressPlan.ts";
import { protectedPrefixes, wanInterface } from "../edit/interfaceRoles.ts";
import { EMPTY_DESIGN, type Design } from "../model/design.ts";
import type { InterfaceAddress } from "../model/interface.ts";
import type { RouterId } from "../model/router.ts";
import { prefixOfMask, type Ipv4Prefix } from "../net/ipv4.ts";
import type { Site } from "./siteTable.ts";
import { planTopology, type Topology, type TopologyPlan } from "./topology.ts";

export interface GenerationPlanRequest {
  readonly topology: Topology;
  readonly sites: readonly Site[];
  /** The design that the sites are added to. A site that is called as one of its routers is that router, linked as it is. */
  readonly into?: Design;
}

/** A site with everything that the table leaves open. */
export type PlannedSite = NewSite | StandingSite;

export interface NewSite {
  readonly kind: "new";
  readonly site: Site;
  readonly wan: WanAddress;
  readonly lans: readonly Ipv4Prefix[];
}

/** A site that already is a router of the design. */
export interface StandingSite {
  readonly kind: "standing";
  readonly site: Site;
  readonly router: RouterId;
  /** Null where the design does not tell it: a DHCP client. */
  readonly wan: InterfaceAddress | null;
  readonly lans: readonly Ipv4Prefix[];
}

/** What a generator will make, to be looked at before it does. */
export interface GenerationPlan {
  readonly sites: readonly PlannedSite[];
  readonly topology: TopologyPlan;
}

/** Which routers, addresses and tunnels a request would make; a sentence where it would make none. */
export function planGeneration({
  topology,
  sites,
  into = EMPTY_DESIGN,
}: GenerationPlanRequest): GenerationPlan | string {
  const plan = planTopology(topology, sites);
  if (typeof plan === "string") return plan;
  const addressed = withAddresses(sites, plan, into);
  return typeof addressed === "string" ? addressed : { sites: addressed, topology: plan };
}

/** The routers that stand in for others: hubs behind one LAN. By place in the table. */
export function centreOf(plan: TopologyPlan): ReadonlySet<number> {
  return new Set(plan.links.flatMap(({ b, backs }) => (backs === undefined ? [] : [b, backs])));
}

/** The sites with every address that the table leaves open, from the address plan; a sentence where the plan is full. */
function withAddresses(sites: readonly Site[], plan: TopologyPlan, into: Design): readonly PlannedSite[] | string {
  const known = new Map([...routerNames(into.routers)].map(([id, name]) => [name.toLowerCase(), id] as const));
  const used = usedPrefixes(into);
  for (const { wan, lans } of sites) {
    for (const prefix of lans) used.add(prefix);
    const segment = wan && prefixOfMask(wan.address, wan.mask);
    if (segment) used.add(segment);
  }
  const shared = centreOf(plan);
  let centreLan: readonly Ipv4Prefix[] | undefined;
  const addressed: PlannedSite[] = [];
  for (const [index, site] of sites.entries()) {
    const router = known.get(site.name.toLowerCase());
    if (router !== undefined) {
      const standing = standingSite(into, router, site);
      if (typeof standing === "string") return standing;
      if (shared.has(index)) centreLan ??= standing.lans;
      addressed.push(standing);
      continue;
    }
    const wan = site.wan ?? nextWanAddress(EMPTY_DESIGN, used);
    const segment = wan && prefixOfMask(wan.address, wan.mask);
    if (!wan || !segment) return `The address plan has no free WAN address left for ${site.name}.`;
    used.add(segment);
    let lans = site.lans;
    if (lans.length === 0 && shared.has(index) && centreLan) lans = centreLan;
    if (lans.length === 0) {
      const prefix = nextLanPrefix(EMPTY_DESIGN, used);
      if (!prefix) return `The address plan has no free LAN prefix left for ${site.name}.`;
      used.add(prefix);
      lans = [prefix];
    }
    if (shared.has(index)) centreLan ??= lans;
    addressed.push({ kind: "new", site, wan, lans });
  }
  return addressed;
}

function standingSite(into: Design, router: RouterId, site: Site): StandingSite | string {
  const wan = wanInterface(into, router);
  const lans = protectedPrefixes(into, router, wan);
  if (!wan)
    return `${site.name} is in the design already, but has no WAN address yet. Attach it to the Internet first.`;
  if (lans.length === 0)
    return `${site.name} is in the design already, but has no LAN yet. Attach a subnet to it first.`;
  return { kind: "standing", site, router, wan: staticAddresses(wan)[0] ?? null, lans };
}

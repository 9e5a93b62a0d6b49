import type { Site } from "./siteTable.ts";

/** The shapes that a network of sites is generated in. */
export type Topology = "hub-spoke" | "dual-hub" | "mesh" | "partial-mesh";

/** A tunnel that is wanted between two sites, by their place in the table. */
export interface PlannedLink {
  readonly a: number;
  readonly b: number;
  /**
   * The link stands in for another one of `a`: its router backs the other hub up behind one LAN, so that `a` lists both as peers of
   * one entry. By place in the table.
   */
  readonly backs?: number;
}

/** What a generator will make, to be shown before it does. */
export interface TopologyPlan {
  readonly hubs: readonly number[];
  readonly links: readonly PlannedLink[];
  readonly routers: number;
  readonly tunnels: number;
  /** Over all routers. A spoke with a backup hub has one entry with two peers. */
  readonly mapEntries: number;
  /** The most entries on one router, which is what sizes a hub. */
  readonly mapEntriesOfBusiest: number;
}

/** What a topology makes of sites; a sentence where it makes nothing. */
export function planTopology(topology: Topology, sites: readonly Site[]): TopologyPlan | string {
  if (sites.length < 2) return "A network needs two sites at least.";
  switch (topology) {
    case "hub-spoke":
      return hubAndSpoke(sites, hubsOf(sites, 1));
    case "dual-hub":
      if (sites.length < 3) return "Two hubs and a spoke are three sites at least.";
      return hubAndSpoke(sites, hubsOf(sites, 2));
    case "mesh":
      return planned(sites, [], everyPair(sites.length));
    case "partial-mesh":
      return partialMesh(sites);
    default:
      return topology satisfies never;
  }
}

/** The sites that the table calls hubs, else the first ones. */
function hubsOf(sites: readonly Site[], count: number): readonly number[] {
  const named = sites.flatMap((site, index) => (site.hub ? [index] : []));
  const others = sites.flatMap((site, index) => (site.hub ? [] : [index]));
  return [...named, ...others].slice(0, Math.max(count, count === 1 ? 1 : named.length));
}

function hubAndSpoke(sites: readonly Site[], hubs: readonly number[]): TopologyPlan {
  const spokes = sites.flatMap((_, index) => (hubs.includes(index) ? [] : [index]));
  const [first = 0, ...others] = hubs;
  const links = spokes.flatMap((spoke) => [
    { a: spoke, b: first },
    ...others.map((hub): PlannedLink => {
      return shareLan(sites[first], sites[hub]) ? { a: spoke, b: hub, backs: first } : { a: spoke, b: hub };
    }),
  ]);
  // Hubs with networks of their own reach each other too; behind one LAN they have nothing to protect between them.
  const between = everyPair(hubs.length)
    .map(({ a, b }) => ({ a: hubs[a] ?? 0, b: hubs[b] ?? 0 }))
    .filter(({ a, b }) => !shareLan(sites[a], sites[b]));
  return planned(sites, hubs, [...between, ...links]);
}

/** Two hubs without networks in the table stand in one centre. */
function shareLan(one: Site | undefined, other: Site | undefined): boolean {
  if (!one || !other) return false;
  if (other.lans.length === 0) return true;
  return one.lans.some((prefix) =>
    other.lans.some((their) => their.network === prefix.network && their.length === prefix.length),
  );
}

/** The links that the table names; where it names none, each site with the next two, which leaves no site on one link. */
function partialMesh(sites: readonly Site[]): TopologyPlan {
  const byName = new Map(sites.map((site, index) => [site.name.toLowerCase(), index]));
  const wanted = sites.flatMap((site, a) =>
    site.peers.map((peer) => [a, byName.get(peer.toLowerCase()) ?? a] as const),
  );
  const ring = sites.flatMap((_, a) => [1, 2].map((step) => [a, (a + step) % sites.length] as const));
  const pairs = new Map<string, PlannedLink>();
  for (const [one, other] of wanted.length > 0 ? wanted : ring) {
    if (one === other) continue;
    const [a, b] = one < other ? [one, other] : [other, one];
    pairs.set(`${a} ${b}`, { a, b });
  }
  return planned(sites, [], [...pairs.values()]);
}

function everyPair(count: number): readonly PlannedLink[] {
  return Array.from({ length: count }).flatMap((_, a) =>
    Array.from({ length: count - a - 1 }).map((__, step) => ({ a, b: a + 1 + step })),
  );
}

function planned(sites: readonly Site[], hubs: readonly number[], links: readonly PlannedLink[]): TopologyPlan {
  const entries = new Map<number, number>();
  const count = (site: number) => entries.set(site, (entries.get(site) ?? 0) + 1);
  for (const { a, b, backs } of links) {
    count(b);
    if (backs === undefined) count(a);
  }
  return {
    hubs,
    links,
    routers: sites.length,
    tunnels: links.length,
    mapEntries: [...entries.values()].reduce((sum, one) => sum + one, 0),
    mapEntriesOfBusiest: Math.max(0, ...entries.values()),
  };
}

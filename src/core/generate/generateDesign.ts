import { nextLanPrefix, nextWanAddress, usedPrefixes, type WanAddress } from "../edit/addressPlan.ts";
import { addBackupPeer } from "../edit/backupPeer.ts";
import { inOrder, perform } from "../edit/designDraft.ts";
import type { IdSource } from "../edit/ids.ts";
import { wanInterface } from "../edit/interfaceRoles.ts";
import { filterFromInternet, translateToInternet } from "../edit/internetEdge.ts";
import { arrangeDesign } from "../edit/layoutOperations.ts";
import { linkObstacle } from "../edit/linkObstacle.ts";
import { linkRouters } from "../edit/linkRouters.ts";
import { addRouter, setRouterFacts } from "../edit/routerOperations.ts";
import { addSubnet, attachSubnet } from "../edit/subnetOperations.ts";
import { EMPTY_DESIGN, type CanvasId, type Design } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";
import { prefixOfMask, type Ipv4Prefix } from "../net/ipv4.ts";
import type { Site } from "./siteTable.ts";
import { workshop, type Workshop } from "./workshop.ts";
import { planTopology, type Topology, type TopologyPlan } from "./topology.ts";

export interface GenerationRequest {
  readonly topology: Topology;
  readonly sites: readonly Site[];
  readonly ids: IdSource;
  /** A pre-shared key for two sites, by name; each pair should get its own. */
  readonly key: (a: string, b: string) => string;
  readonly name?: string;
  /** Absent: yes. LANs reach the Internet under the WAN address. */
  readonly translate?: boolean;
  /** Absent: yes. The WAN lets nothing in but the peers' IPsec and answers. */
  readonly filter?: boolean;
}

export type Generation =
  | { readonly kind: "made"; readonly design: Design; readonly plan: TopologyPlan }
  | { readonly kind: "refused"; readonly reason: string };

/** Makes a design of agreeing configurations, site by site and link by link with the operations that a person draws with. */
export function generateDesign(request: GenerationRequest): Generation {
  const { topology, sites, ids, key } = request;
  const plan = planTopology(topology, sites);
  if (typeof plan === "string") return { kind: "refused", reason: plan };
  const addressed = withAddresses(sites, plan);
  if (typeof addressed === "string") return { kind: "refused", reason: addressed };
  const parts = workshop();
  const cloud = ids.canvas();
  const routers = addressed.map((site) => buildSite(parts, site, request));
  const centre = new Set(plan.links.flatMap(({ b, backs }) => (backs === undefined ? [] : [b, backs])));
  for (const hub of centre) {
    const id = routers[hub];
    // Routers of one site back each other up: this is what tells a failover list from a fault.
    if (id !== undefined) parts.run([id], setRouterFacts(id, { site: "Centre" }));
  }
  for (const link of plan.links) {
    const [a, b] = [routers[link.a], routers[link.b]];
    const [nameA, nameB] = [sites[link.a]?.name ?? "", sites[link.b]?.name ?? ""];
    const primary = link.backs === undefined ? undefined : routers[link.backs];
    if (a === undefined || b === undefined) continue;
    const secret = key(nameA, nameB);
    const made =
      primary === undefined
        ? parts.run([a, b], linkRouters({ a, b, key: secret, ids }))
        : parts.run([a, b, primary], addBackupPeer({ from: a, primary, backup: b, key: secret }));
    if (made) continue;
    const obstacle = linkObstacle(parts.part([a, b]), a, b) ?? "the address plan is full.";
    return { kind: "refused", reason: `${nameA} can't be linked with ${nameB}: ${obstacle}` };
  }
  const name = request.name ?? defaultName(topology, sites.length);
  const design = atInternet({ ...EMPTY_DESIGN, name, ...parts.whole() }, cloud);
  return { kind: "made", design: perform(design, arrangeDesign()), plan };
}

function buildSite(parts: Workshop, site: AddressedSite, request: GenerationRequest): RouterId {
  const { ids, translate = true, filter = true } = request;
  const id = ids.router();
  const position = { x: 0, y: 0 };
  const lans = site.lans.map((prefix) => ({ prefix, known: parts.subnetWith(prefix) }));
  const neighbours = lans.flatMap(({ known }) => known?.attachments.map((end) => end.router) ?? []);
  parts.run(
    [id, ...neighbours],
    inOrder(`Build ${site.name}`, [
      addRouter({ id, hostname: site.name, wan: site.wan, position }),
      ...lans.flatMap(({ prefix, known }) => {
        const subnet = known?.id ?? ids.canvas();
        return [...(known ? [] : [addSubnet({ id: subnet, prefix, position })]), attachSubnet(id, subnet)];
      }),
      ...(translate ? [translateToInternet(id)] : []),
      ...(filter ? [filterFromInternet(id)] : []),
    ]),
  );
  return id;
}

/** The design with every router's WAN at one Internet. */
function atInternet(design: Design, id: CanvasId): Design {
  const attachments = [...design.routers.keys()].flatMap((router) => {
    const wan = wanInterface(design, router);
    return wan ? [{ router, interface: wan.name }] : [];
  });
  return { ...design, clouds: new Map([[id, { id, label: "Internet", attachments }]]) };
}

interface AddressedSite extends Site {
  readonly wan: WanAddress;
}

/** The sites with every address that the table leaves open, from the address plan; a sentence where the plan is full. */
function withAddresses(sites: readonly Site[], plan: TopologyPlan): readonly AddressedSite[] | string {
  const used = usedPrefixes(EMPTY_DESIGN);
  for (const { wan, lans } of sites) {
    for (const prefix of lans) used.add(prefix);
    const segment = wan && prefixOfMask(wan.address, wan.mask);
    if (segment) used.add(segment);
  }
  const shared = new Set(plan.links.flatMap(({ b, backs }) => (backs === undefined ? [] : [b, backs])));
  let centreLan: readonly Ipv4Prefix[] | undefined;
  const addressed: AddressedSite[] = [];
  for (const [index, site] of sites.entries()) {
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
    addressed.push({ ...site, wan, lans });
  }
  return addressed;
}

function defaultName(topology: Topology, sites: number): string {
  const names = {
    "hub-spoke": "Hub and spoke",
    "dual-hub": "Dual hub",
    mesh: "Full mesh",
    "partial-mesh": "Partial mesh",
  } satisfies Record<Topology, string>;
  return `${names[topology]} of ${sites} sites`;
}

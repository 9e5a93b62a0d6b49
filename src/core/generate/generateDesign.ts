import { addBackupPeer } from "../edit/backupPeer.ts";
import { arrangedLayout, extent } from "../edit/arrange.ts";
import { inOrder } from "../edit/designDraft.ts";
import type { IdSource } from "../edit/ids.ts";
import { wanInterface } from "../edit/interfaceRoles.ts";
import { filterFromInternet, translateToInternet } from "../edit/internetEdge.ts";
import { linkObstacle } from "../edit/linkObstacle.ts";
import { linkRouters } from "../edit/linkRouters.ts";
import { prefixIndex } from "../edit/prefixIndex.ts";
import { addRouter, setRouterFacts } from "../edit/routerOperations.ts";
import { addSubnet, attachSubnet } from "../edit/subnetOperations.ts";
import { EMPTY_DESIGN, type CanvasId, type Design, type Subnet } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";
import {
  centreOf,
  planGeneration,
  type GenerationPlan,
  type GenerationPlanRequest,
  type NewSite,
} from "./planGeneration.ts";
import { workshop, type Workshop } from "./workshop.ts";
import type { Topology, TopologyPlan } from "./topology.ts";

export interface GenerationRequest extends GenerationPlanRequest {
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
  | {
      readonly kind: "made";
      readonly design: Design;
      readonly plan: TopologyPlan;
      /** What was made, for the history: "Generate hub and spoke of 6 sites". */
      readonly label: string;
    }
  | { readonly kind: "refused"; readonly reason: string };

/**
 * Makes agreeing configurations, site by site and link by link with the operations that a person draws with: a design of its own, or
 * beside what stands in one already, of which nothing moves and nothing changes but what a link adds to it.
 */
export function generateDesign(request: GenerationRequest): Generation {
  const planned = planGeneration(request);
  if (typeof planned === "string") return { kind: "refused", reason: planned };
  return (
    (areApart(planned) ? generated(request, planned, true) : undefined) ??
    generated(request, planned, false) ?? { kind: "refused", reason: "The sites can't be put into one design." }
  );
}

/** Whether all sites are new, and no two of them have a network in common but those that stand in for each other. */
function areApart({ sites, topology }: GenerationPlan): boolean {
  const centre = centreOf(topology);
  const inCentre = sites.flatMap((site, index) => (centre.has(index) ? site.lans : []));
  const index = prefixIndex(inCentre);
  return sites.every((site, at) => {
    if (site.kind === "standing") return false;
    if (centre.has(at)) return true;
    if (site.lans.some((prefix) => index.overlaps(prefix))) return false;
    for (const prefix of site.lans) index.add(prefix);
    return true;
  });
}

function generated(request: GenerationRequest, planned: GenerationPlan, inChapters: boolean): Generation | undefined {
  const { topology, sites, ids, key, into = EMPTY_DESIGN } = request;
  const plan = planned.topology;
  const parts = workshop(into, inChapters);
  const routers = planned.sites.map((site) =>
    site.kind === "standing" ? site.router : buildSite(parts, site, request),
  );
  for (const hub of centreOf(plan)) {
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
  const title = titleOf(topology, sites.length);
  const name = request.name ?? (into.routers.size === 0 && into.name === EMPTY_DESIGN.name ? title : into.name);
  const fresh = routers.filter((id) => !into.routers.has(id));
  const whole = parts.whole();
  if (!whole) return undefined;
  const design = atInternet({ ...into, name, ...whole }, fresh, ids);
  return {
    kind: "made",
    design: laidOut(design, into),
    plan,
    label: `Generate ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
  };
}

function buildSite(parts: Workshop, planned: NewSite, request: GenerationRequest): RouterId {
  const { ids, translate = true, filter = true } = request;
  const { site, wan } = planned;
  const id = ids.router();
  const position = { x: 0, y: 0 };
  const lans = planned.lans.map((prefix) => ({ prefix, known: parts.subnetWith(prefix) }));
  const neighbours = lans.flatMap(({ known }) => known?.attachments.map((end) => end.router) ?? []);
  parts.run(
    [id, ...neighbours],
    inOrder(`Build ${site.name}`, [
      addRouter({ id, hostname: site.name, wan, position }),
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

/** The design with the WANs of new routers at one Internet: the first that stands there, else one of their own. */
function atInternet(design: Design, fresh: readonly RouterId[], ids: IdSource): Design {
  const [standing] = design.clouds.values();
  const cloud = standing ?? { id: ids.canvas(), label: "Internet", attachments: [] };
  const attachments = fresh.flatMap((router) => {
    const wan = wanInterface(design, router);
    return wan ? [{ router, interface: wan.name }] : [];
  });
  const joined = { ...cloud, attachments: [...cloud.attachments, ...attachments] };
  return { ...design, clouds: new Map([...design.clouds, [cloud.id, joined]]) };
}

/** Between what stands on the canvas and what is generated below it, in canvas pixels. */
const GAP = 120;

/** The design with places for what is new; what stands somewhere already stays there. */
function laidOut(design: Design, into: Design): Design {
  if (into.layout.size === 0) return { ...design, layout: arrangedLayout(design) };
  const added = <K extends string, V>(now: ReadonlyMap<K, V>, before: ReadonlyMap<K, V>) =>
    new Map([...now].filter(([id]) => !before.has(id)));
  const routers = added(design.routers, into.routers);
  const subnets = added<CanvasId, Subnet>(design.subnets, into.subnets);
  const clouds = added(design.clouds, into.clouds);
  const old = extent(into.layout);
  const layout = new Map(into.layout);
  for (const [id, { x, y }] of arrangedLayout({ ...EMPTY_DESIGN, routers, subnets, clouds })) {
    layout.set(id, { x: x + old.left, y: y + old.bottom + GAP });
  }
  return { ...design, layout };
}

function titleOf(topology: Topology, sites: number): string {
  const names = {
    "hub-spoke": "Hub and spoke",
    "dual-hub": "Dual hub",
    mesh: "Full mesh",
    "partial-mesh": "Partial mesh",
  } satisfies Record<Topology, string>;
  return `${names[topology]} of ${sites} sites`;
}

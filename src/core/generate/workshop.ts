import { applyEdits, type Operation } from "../edit/edit.ts";
import { asCanvasId, EMPTY_DESIGN, type CanvasId, type Design, type Subnet } from "../model/design.ts";
import type { Elements, Router, RouterId } from "../model/router.ts";
import { formatPrefix, type Ipv4Prefix } from "../net/ipv4.ts";
import { LINKS_IN_A_CHAPTER, withChapter } from "./chapters.ts";

/**
 * A design in the making, of which an operation sees only the routers that it is about. Each step on a design costs as much as it
 * has routers; on a part it costs the same for the first site and the thousandth.
 */
export interface Workshop {
  /** The subnet that already has a prefix. */
  subnetWith(prefix: Ipv4Prefix): Subnet | undefined;
  part(routers: readonly RouterId[]): Design;
  /** Runs an operation on a part; false where it does not apply. */
  run(routers: readonly RouterId[], operation: Operation): boolean;
  /** All of it; undefined where what was added in chapters can't be put together. */
  whole(): Pick<Design, "routers" | "subnets"> | undefined;
}

/**
 * A workshop with what a design has in it already. `inChapters` is for links that have nothing to do with each other: then a link to a
 * router that has many sees only some of them.
 */
export function workshop(start: Design = EMPTY_DESIGN, inChapters = false): Workshop {
  const routers = new Map<RouterId, Router>(start.routers);
  const subnets = new Map<CanvasId, Subnet>(start.subnets);
  const byPrefix = new Map<string, CanvasId>();
  const subnetsOf = new Map<RouterId, Set<CanvasId>>();
  const note = (subnet: Subnet) => {
    byPrefix.set(formatPrefix(subnet.prefix), subnet.id);
    for (const { router } of subnet.attachments) {
      subnetsOf.set(router, (subnetsOf.get(router) ?? new Set<CanvasId>()).add(subnet.id));
    }
  };
  for (const subnet of subnets.values()) note(subnet);
  const chapters = new Map<RouterId, { readonly start: Router; readonly whole: Elements }>();
  let isTogether = true;
  const turnPage = (id: RouterId, router: Router) => {
    const known = chapters.get(id);
    const entries = (one: Router | undefined) => one?.elements.cryptoMapEntry.size ?? 0;
    if (entries(router) - entries(known?.start) < LINKS_IN_A_CHAPTER) return;
    if (!known) {
      chapters.set(id, { start: router, whole: router.elements });
      return;
    }
    const whole = withChapter(known.whole, known.start.elements, router.elements);
    if (!whole) isTogether = false;
    chapters.set(id, { start: known.start, whole: whole ?? known.whole });
    routers.set(id, known.start);
  };
  const part = (chosen: readonly RouterId[]): Design => {
    const hanging = new Set(chosen.flatMap((id) => [...(subnetsOf.get(id) ?? [])]));
    return {
      ...EMPTY_DESIGN,
      routers: new Map(chosen.flatMap((id) => entryOf(routers, id))),
      subnets: new Map([...hanging].flatMap((id) => entryOf(subnets, id))),
    };
  };
  return {
    subnetWith: (prefix) => subnets.get(byPrefix.get(formatPrefix(prefix)) ?? asCanvasId("")),
    part,
    run(chosen, operation) {
      const before = part(chosen);
      const edits = operation.plan(before);
      if (edits.length === 0) return false;
      const after = applyEdits(before, edits);
      for (const [id, router] of after.routers) {
        routers.set(id, router);
        if (inChapters) turnPage(id, router);
      }
      for (const [id, subnet] of after.subnets) {
        subnets.set(id, subnet);
        note(subnet);
      }
      return true;
    },
    whole() {
      const all = new Map(routers);
      for (const [id, { start: first, whole }] of chapters) {
        const elements = withChapter(whole, first.elements, routers.get(id)?.elements ?? first.elements);
        if (!elements) return undefined;
        all.set(id, { ...first, elements });
      }
      return isTogether ? { routers: all, subnets } : undefined;
    },
  };
}

function entryOf<K, V>(map: ReadonlyMap<K, V>, key: K): readonly (readonly [K, V])[] {
  const value = map.get(key);
  return value === undefined ? [] : [[key, value]];
}

import { applyEdits, type Operation } from "../edit/edit.ts";
import { asCanvasId, EMPTY_DESIGN, type CanvasId, type Design, type Subnet } from "../model/design.ts";
import type { Router, RouterId } from "../model/router.ts";
import { formatPrefix, type Ipv4Prefix } from "../net/ipv4.ts";

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
  whole(): Pick<Design, "routers" | "subnets">;
}

/** A workshop with what a design has in it already. */
export function workshop(start: Design = EMPTY_DESIGN): Workshop {
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
      for (const [id, router] of after.routers) routers.set(id, router);
      for (const [id, subnet] of after.subnets) {
        subnets.set(id, subnet);
        note(subnet);
      }
      return true;
    },
    whole: () => ({ routers, subnets }),
  };
}

function entryOf<K, V>(map: ReadonlyMap<K, V>, key: K): readonly (readonly [K, V])[] {
  const value = map.get(key);
  return value === undefined ? [] : [[key, value]];
}

import type { Router, RouterId } from "../model/router.ts";

/**
 * A name for each router that no other router has: the hostname, else the file's stem, else "Router". A repeated name, compared
 * without case, gets " (2)", " (3)" in the order in which the routers came.
 */
export function routerNames(routers: ReadonlyMap<RouterId, Router>): ReadonlyMap<RouterId, string> {
  const known = remembered.get(routers);
  if (known) return known;
  const taken = new Set<string>();
  const names = new Map<RouterId, string>();
  for (const router of routers.values()) {
    const wanted = ownName(router);
    let name = wanted;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${wanted} (${count})`;
    taken.add(name.toLowerCase());
    names.set(router.id, name);
  }
  remembered.set(routers, names);
  return names;
}

/** What a router calls itself, which another one may do too. */
export function ownName(router: Router): string {
  return router.elements.host.get("")?.hostname ?? (router.fileStem === "" ? undefined : router.fileStem) ?? "Router";
}

/** The alphabetical order in which the ends of a peering stand: without case first, so that "alpha" comes before "Beta". */
export function compareNames(one: string, other: string): number {
  const left = one.toLowerCase();
  const right = other.toLowerCase();
  if (left !== right) return left < right ? -1 : 1;
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

const remembered = new WeakMap<ReadonlyMap<RouterId, Router>, ReadonlyMap<RouterId, string>>();

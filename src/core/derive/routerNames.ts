import type { Router, RouterId } from "../model/router.ts";
import { eachRemembered, memoOf } from "./identityMemo.ts";

/**
 * A name for each router that no other router has: the hostname, else the file's stem, else "Router". A repeated name, compared
 * without case, gets " (2)", " (3)" in the order in which the routers came.
 */
export function routerNames(routers: ReadonlyMap<RouterId, Router>): ReadonlyMap<RouterId, string> {
  return namingOf(routers).names;
}

/** The name of a router that is there. */
export function nameIn(names: ReadonlyMap<RouterId, string>, id: RouterId): string {
  const name = names.get(id);
  if (name === undefined) throw new Error(`There is no router ${id}.`);
  return name;
}

/** Whether some router is shown under another name than its own, because that is taken. */
export function hasRepeatedNames(routers: ReadonlyMap<RouterId, Router>): boolean {
  return namingOf(routers).repeated;
}

interface Naming {
  readonly ids: readonly RouterId[];
  readonly own: readonly string[];
  readonly names: ReadonlyMap<RouterId, string>;
  readonly repeated: boolean;
}

/** Most edits rename nobody, and then the names are the very same map as before. */
let latest: Naming = { ids: [], own: [], names: new Map(), repeated: false };

const namingOf = memoOf((routers: ReadonlyMap<RouterId, Router>): Naming => {
  const all = [...routers.values()];
  const [ids, own] = [idsOf(all), ownNames(all)];
  if (ids !== latest.ids || own !== latest.own) latest = named(ids, own);
  return latest;
});

const idsOf = eachRemembered(({ id }: Router) => id);

const ownNames = eachRemembered(ownName);

function named(ids: readonly RouterId[], own: readonly string[]): Naming {
  const taken = new Set<string>();
  const names = new Map<RouterId, string>();
  let repeated = false;
  for (const [index, id] of ids.entries()) {
    const wanted = own[index] ?? "";
    let name = wanted;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${wanted} (${count})`;
    taken.add(name.toLowerCase());
    names.set(id, name);
    repeated ||= name !== wanted;
  }
  return { ids, own, names, repeated };
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

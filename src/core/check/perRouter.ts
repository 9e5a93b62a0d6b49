import type { Design } from "../model/design.ts";
import type { Router } from "../model/router.ts";

/**
 * For rules about the whole design: what a search finds in each router on its own, router by router. A router is searched once
 * for as long as it is the same one, so after an edit only the edited router is; `find` may therefore read nothing else.
 */
export function perRouter<T>(
  find: (router: Router) => readonly T[],
): (design: Pick<Design, "routers">) => readonly T[] {
  const remembered = new WeakMap<Router, readonly T[]>();
  return ({ routers }) => {
    const all: T[] = [];
    for (const router of routers.values()) {
      let found = remembered.get(router);
      if (!found) remembered.set(router, (found = find(router)));
      // A hub finds too much to be spread into arguments.
      for (const one of found) all.push(one);
    }
    return all;
  };
}

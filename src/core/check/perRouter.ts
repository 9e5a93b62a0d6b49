import { eachRemembered, memoOf } from "../derive/identityMemo.ts";
import type { Design } from "../model/design.ts";
import type { Router } from "../model/router.ts";

/**
 * For rules about the whole design: what a search finds in each router on its own, router by router. After an edit only the edited
 * router is searched; `find` may therefore read nothing else.
 */
export function perRouter<T>(
  find: (router: Router) => readonly T[],
): (design: Pick<Design, "routers">) => readonly T[] {
  const findIn = foundIn<Router, T>(find);
  return ({ routers }) => findIn(routersOf(routers));
}

const routersOf = memoOf((routers: Design["routers"]): readonly Router[] => [...routers.values()]);

const none: readonly never[] = [];

/** The same for any list, such as the judged peerings of a design. */
export function foundIn<T, F, C = void>(
  find: (item: T, context: C) => readonly F[],
): (items: readonly T[], context: C) => readonly F[] {
  const parts = eachRemembered((item: T, context: C) => {
    const found = find(item, context);
    return found.length > 0 ? found : none;
  });
  let last: { readonly parts: readonly (readonly F[])[]; readonly all: readonly F[] } = { parts: [], all: [] };
  return (items, context) => {
    const now = parts(items, context);
    // A hub finds too much to be spread into arguments.
    if (now !== last.parts) last = { parts: now, all: now.flat() };
    return last.all;
  };
}

import { eachRemembered, listFunction, memoOf, type ListFunction } from "../derive/identityMemo.ts";
import type { Design } from "../model/design.ts";
import type { Router } from "../model/router.ts";

/** What a search finds in each router of a design, which can also be searched step by step. */
export interface RouterSearch<T> {
  (design: Pick<Design, "routers">): readonly T[];
  gradually(design: Pick<Design, "routers">): Generator<undefined, readonly T[]>;
}

/**
 * For rules about the whole design: what a search finds in each router on its own, router by router. After an edit only the edited
 * router is searched; `find` may therefore read nothing else.
 */
export function perRouter<T>(find: (router: Router) => readonly T[]): RouterSearch<T> {
  const findIn = foundIn<Router, T>(find);
  return Object.assign(({ routers }: Pick<Design, "routers">) => findIn(routersOf(routers)), {
    gradually: ({ routers }: Pick<Design, "routers">) => findIn.gradually(routersOf(routers)),
  });
}

const routersOf = memoOf((routers: Design["routers"]): readonly Router[] => [...routers.values()]);

/**
 * The same for any list, such as the judged peerings of a design. What is found is the very same list as before where nothing in it
 * has changed; `same` tells that of two things found where their identity doesn't.
 */
export function foundIn<T, F, C = void>(
  find: (item: T, context: C) => readonly F[],
  same: (one: F, other: F) => boolean = Object.is,
): ListFunction<T, C, readonly F[]> {
  const parts = eachRemembered(find);
  let last: { readonly parts: readonly (readonly F[])[]; readonly all: readonly F[] } = { parts: [], all: [] };
  return listFunction(function* (items, context) {
    const now = yield* parts.gradually(items, context);
    if (now === last.parts) return last.all;
    const all: F[] = [];
    // A hub finds too much to be spread into arguments.
    for (const part of now) for (const one of part) all.push(one);
    const before = last.all;
    const isSame = all.length === before.length && all.every((one, index) => isSameAs(one, before[index] as F, same));
    last = { parts: now, all: isSame ? before : all };
    return last.all;
  });
}

function isSameAs<F>(one: F, other: F, same: (one: F, other: F) => boolean): boolean {
  return one === other || same(one, other);
}

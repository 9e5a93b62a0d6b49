import { routerNames } from "../derive/routerNames.ts";
import type { Design } from "../model/design.ts";
import { EMPTY_ELEMENTS, type Router } from "../model/router.ts";
import { changeScript } from "./changeScript.ts";
import type { ChangeScript } from "./scriptLine.ts";

/** What becomes of one router between two designs. */
export interface RouterChange {
  /** Its name in the later design, or in the earlier one where it is gone. */
  readonly name: string;
  readonly kind: "added" | "removed" | "changed";
  /** For an added router its whole configuration; nothing for a removed one. */
  readonly change: ChangeScript;
  /** The way back. */
  readonly back: ChangeScript;
}

const nothing: ChangeScript = { lines: [], notes: [] };

/** The change scripts of all routers that differ, which are paired by name, in the order of the later design. */
export function changeScripts(before: Design, after: Design): readonly RouterChange[] {
  const olds = byName(before);
  const news = byName(after);
  const changes: RouterChange[] = [];
  for (const [name, router] of news) {
    const old = olds.get(name) ?? renamed(router, olds, news);
    const change = changeScript(old ?? emptied(router), router);
    if (old === undefined) changes.push({ name, kind: "added", change, back: nothing });
    else if (change.lines.length > 0 || change.notes.length > 0)
      changes.push({ name, kind: "changed", change, back: changeScript(router, old) });
  }
  const followed = new Set([...news].map(([name, router]) => olds.get(name) ?? renamed(router, olds, news)));
  for (const [name, router] of olds)
    if (!followed.has(router))
      changes.push({ name, kind: "removed", change: nothing, back: changeScript(emptied(router), router) });
  return changes;
}

function byName(design: Design): ReadonlyMap<string, Router> {
  const names = routerNames(design.routers);
  return new Map([...design.routers.values()].map((router) => [names.get(router.id) ?? router.id, router]));
}

/** A router of no earlier name has changed its hostname where an earlier one of its identity, or the only one, has no later name. */
function renamed(
  router: Router,
  olds: ReadonlyMap<string, Router>,
  news: ReadonlyMap<string, Router>,
): Router | undefined {
  return [...olds].find(
    ([name, old]) => (old.id === router.id || (olds.size === 1 && news.size === 1)) && !news.has(name),
  )?.[1];
}

function emptied(router: Router): Router {
  return { id: router.id, elements: EMPTY_ELEMENTS };
}

import { EMPTY_DESIGN, type CanvasId, type Design, type Position } from "../model/design.ts";
import type { Router, RouterId } from "../model/router.ts";
import { ownName } from "../derive/routerNames.ts";
import { arrangedLayout, extent } from "./arrange.ts";
import { draftOf, type DesignDraft } from "./designDraft.ts";
import type { Operation } from "./edit.ts";
import type { IdSource } from "./ids.ts";
import { drawCables } from "./reconcileCanvas.ts";

export interface ImportOptions {
  /** Routers of the design with the same hostname get the new text in place of being joined by a second one. */
  readonly replaceSameName?: boolean;
}

/** Between what stands on the canvas and what is imported beside it, in canvas pixels. */
const importGap = 120;

/**
 * Brings configurations into a design and draws what they say: LAN interfaces as subnets, WAN interfaces at one Internet cloud.
 * What is new is laid out legibly, below what stands there already; nothing that stands there moves.
 */
export function importRouters(
  routers: readonly Router[],
  ids: Pick<IdSource, "canvas">,
  { replaceSameName = false }: ImportOptions = {},
): Operation {
  const [first] = routers;
  return {
    label: routers.length === 1 && first ? `Import ${ownName(first)}` : `Import ${routers.length} configurations`,
    plan(design) {
      const draft = draftOf(design);
      const byName = replaceSameName ? routersByName(design) : new Map<string, Router>();
      const brought = new Map<RouterId, Router>();
      for (const router of routers) {
        const name = ownName(router).toLowerCase();
        const known = byName.get(name);
        const put = known ? withIdentityOf(known, router) : router;
        if (replaceSameName) byName.set(name, put);
        brought.set(put.id, put);
      }
      draft.applyAll([...brought.values()].map((router) => ({ op: "putRouter", router })));
      const fresh = [...brought.keys()].filter((id) => !design.routers.has(id));
      drawCables(draft, ids, { cloud: "make" });
      layOutNew(draft, design, fresh);
      return draft.edits();
    },
  };
}

/** The router as newly read, with the identity of the one that it takes the place of and what text can't say about it. */
export function withIdentityOf(known: Router, read: Router): Router {
  const { dialect, site, natOnPath } = known;
  return {
    ...read,
    id: known.id,
    ...(dialect === undefined ? {} : { dialect }),
    ...(site === undefined ? {} : { site }),
    ...(natOnPath === undefined ? {} : { natOnPath }),
  };
}

/** By what they are called, in small letters; of several, the first. */
function routersByName(design: Design): Map<string, Router> {
  const routers = new Map<string, Router>();
  for (const router of design.routers.values()) {
    const name = ownName(router).toLowerCase();
    if (!routers.has(name)) routers.set(name, router);
  }
  return routers;
}

/** Lays the new routers and their subnets out on their own and puts the picture below what stood there. */
function layOutNew(draft: DesignDraft, before: Design, fresh: readonly RouterId[]): void {
  const now = draft.design();
  const isNew = new Set<string>(fresh);
  const newObjects = <T>(objects: ReadonlyMap<CanvasId, T>, old: ReadonlyMap<CanvasId, unknown>) =>
    new Map([...objects].filter(([id]) => !old.has(id)));
  const part: Design = {
    ...EMPTY_DESIGN,
    routers: new Map([...now.routers].filter(([id]) => isNew.has(id))),
    subnets: newObjects(now.subnets, before.subnets),
    clouds: newObjects(now.clouds, before.clouds),
  };
  const layout = arrangedLayout(part);
  const old = extent(before.layout);
  const offset: Position = before.layout.size === 0 ? { x: 0, y: 0 } : { x: old.left, y: old.bottom + importGap };
  draft.applyAll(
    [...layout]
      .filter(([id]) => !before.layout.has(id))
      .map(([id, { x, y }]) => ({ op: "place", id, position: { x: x + offset.x, y: y + offset.y } })),
  );
}

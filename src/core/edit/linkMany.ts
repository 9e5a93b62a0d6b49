import { routerNames } from "../derive/routerNames.ts";
import { asCanvasId, type Design } from "../model/design.ts";
import { asRouterId, type RouterId } from "../model/router.ts";
import { draftOf, type DesignDraft } from "./designDraft.ts";
import type { Operation } from "./edit.ts";
import type { IdSource } from "./ids.ts";
import { linkObstacle } from "./linkObstacle.ts";
import { linkRouters } from "./linkRouters.ts";

/** Two routers that are to be linked. */
export interface RouterPair {
  readonly a: RouterId;
  readonly b: RouterId;
}

/** More than this at once is nobody's intention, and would keep the page busy for long. */
export const MOST_LINKS = 500;

/** Every router with one in the middle. */
export function hubPairs(hub: RouterId, routers: readonly RouterId[]): readonly RouterPair[] {
  return routers.filter((router) => router !== hub).map((router) => ({ a: router, b: hub }));
}

/** Every router with every other. */
export function meshPairs(routers: readonly RouterId[]): readonly RouterPair[] {
  return routers.flatMap((a, index) => routers.slice(index + 1).map((b) => ({ a, b })));
}

/** Each router with the next. */
export function chainPairs(routers: readonly RouterId[]): readonly RouterPair[] {
  return routers.slice(1).flatMap((b, index) => {
    const a = routers[index];
    return a === undefined ? [] : [{ a, b }];
  });
}

/**
 * Every router whose name fits the one pattern with every one whose name fits the other, each pair once. In a pattern `*` stands for
 * any letters and `?` for one; case does not matter.
 */
export function namedPairs(design: Design, from: string, to: string): readonly RouterPair[] {
  const [starts, ends] = [routersNamed(design, from), routersNamed(design, to)];
  const seen = new Set<string>();
  return starts.flatMap((a) =>
    ends.flatMap((b) => {
      if (a === b || seen.has(`${b} ${a}`)) return [];
      seen.add(`${a} ${b}`);
      return [{ a, b }];
    }),
  );
}

/** The routers whose names fit a pattern, in the design's order. */
export function routersNamed(design: Design, pattern: string): readonly RouterId[] {
  const words = pattern.trim().replace(/[.+^${}()|[\]\\]/g, "\\$&");
  const fits = new RegExp(`^${words.replaceAll("*", ".*").replaceAll("?", ".")}$`, "i");
  return [...routerNames(design.routers)].flatMap(([id, name]) => (fits.test(name) ? [id] : []));
}

/** What linking many pairs would come to. */
export interface LinksPreview {
  /** The pairs in their order, with why one would be left out; null for one that would be linked. */
  readonly pairs: readonly { readonly pair: RouterPair; readonly obstacle: string | null }[];
  readonly tunnels: number;
  /** Crypto map entries that are made, over all routers. */
  readonly mapEntries: number;
  /** The most of them on one router. */
  readonly mapEntriesOfBusiest: number;
}

/** What `linkMany` would make, without making it; a sentence where it is too much at once. */
export function previewLinks(design: Design, pairs: readonly RouterPair[]): LinksPreview | string {
  if (pairs.length > MOST_LINKS) {
    return `These are ${String(pairs.length)} tunnels. At most ${String(MOST_LINKS)} are made at once: choose fewer routers.`;
  }
  const draft = draftOf(design);
  const outcomes = linkEach(draft, pairs, () => "a key of the preview", countingIds());
  const made = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].map(
    (id) => draft.elements(id).cryptoMapEntry.size - (design.routers.get(id)?.elements.cryptoMapEntry.size ?? 0),
  );
  return {
    pairs: outcomes,
    tunnels: outcomes.filter(({ obstacle }) => obstacle === null).length,
    mapEntries: made.reduce((sum, count) => sum + count, 0),
    mapEntriesOfBusiest: Math.max(0, ...made),
  };
}

export interface ManyLinks {
  readonly pairs: readonly RouterPair[];
  /** A pre-shared key; asked for once per pair, so that each gets its own. */
  readonly key: () => string;
  readonly ids: IdSource;
}

/** Links pair after pair, as one step. A pair that can't be linked is left out. */
export function linkMany({ pairs, key, ids }: ManyLinks): Operation {
  return {
    label: pairs.length === 1 ? "Link routers" : `Link ${String(pairs.length)} pairs of routers`,
    plan(design) {
      const draft = draftOf(design);
      linkEach(draft, pairs, key, ids);
      return draft.edits();
    },
  };
}

function linkEach(
  draft: DesignDraft,
  pairs: readonly RouterPair[],
  key: () => string,
  ids: IdSource,
): LinksPreview["pairs"] {
  return pairs.map((pair) => {
    const before = draft.design();
    const edits = linkRouters({ ...pair, key: key(), ids }).plan(before);
    draft.apply(...edits);
    const refusal = () => linkObstacle(before, pair.a, pair.b) ?? "There is nothing to add to them.";
    return { pair, obstacle: edits.length > 0 ? null : refusal() };
  });
}

/** Ids for what a preview would put onto the canvas and nobody sees. */
function countingIds(): IdSource {
  let count = 0;
  const next = () => `preview ${String((count += 1))}`;
  return { router: () => asRouterId(next()), canvas: () => asCanvasId(next()) };
}

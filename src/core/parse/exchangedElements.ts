import type { Element, ElementKind, Elements } from "../model/router.ts";
import type { SourceLine } from "../model/source.ts";
import { finishCollection } from "./drafts.ts";

/** Names of elements by kind. */
export type ElementNames = ReadonlyMap<ElementKind, ReadonlySet<string>>;

/** What is put in place of some elements. */
export interface Exchange {
  readonly before: readonly SourceLine[];
  /** Where the lines begin that changed. */
  readonly start: number;
  /** The elements that those lines spoke of, or speak of now. */
  readonly names: ElementNames;
  /** Those of them that lines above them speak of too. */
  readonly above: ElementNames;
  /** They, as they are now. */
  readonly fresh: Elements;
  /** The blocks outside the model, by number: the first that the lines may hold, and how many they held and hold. */
  readonly blocks: { readonly first: number; readonly before: number; readonly after: number };
}

/** The elements with some of them exchanged, in the order in which a reading of the whole text comes by them. */
export function exchangedElements(old: Elements, exchange: Exchange): Elements {
  const result: Record<ElementKind, ReadonlyMap<string, Element>> = { ...old };
  for (const kind of exchange.names.keys())
    result[kind] = kind === "keptBlock" ? exchangedBlocks(old, exchange) : exchangedKind(kind, old, exchange);
  const kinds = Object.keys(result) as ElementKind[];
  return kinds.every((kind) => result[kind] === old[kind]) ? old : (result as Elements);
}

function exchangedKind(kind: ElementKind, elements: Elements, exchange: Exchange): ReadonlyMap<string, Element> {
  const old: ReadonlyMap<string, Element> = elements[kind];
  const fresh: ReadonlyMap<string, Element> = exchange.fresh[kind];
  const above = exchange.above.get(kind);
  const own = new Set([...(exchange.names.get(kind) ?? [])].filter((name) => above?.has(name) !== true));
  const merged = new Map<string, Element>();
  // The lines' own elements come together: where the first of them was, or else behind those that come in above the lines.
  let added = false;
  const addOwn = () => {
    if (!added) for (const [name, element] of fresh) if (own.has(name)) merged.set(name, element);
    added = true;
  };
  const anchored = [...own].every((name) => !old.has(name)) && own.size > 0;
  const anchor = anchored ? lastOfKind(exchange, kind) : undefined;
  if (anchored && anchor === undefined) addOwn();
  for (const [name, element] of old) {
    if (own.has(name)) addOwn();
    else merged.set(name, fresh.get(name) ?? element);
    if (name === anchor) addOwn();
  }
  return finishCollection(merged, old);
}

/** The name of the element of a kind that came in last above the lines. */
function lastOfKind({ before, start }: Exchange, kind: ElementKind): string | undefined {
  const seen = new Set<string>();
  let last: string | undefined;
  for (let at = 0; at < start; at += 1) {
    const place = before[at]?.place;
    if (place?.kind !== kind || seen.has(place.name)) continue;
    seen.add(place.name);
    last = place.name;
  }
  return last;
}

/** Blocks outside the model are numbered, so that those behind the lines move with their number. */
function exchangedBlocks({ keptBlock: old }: Elements, { blocks, fresh }: Exchange): Elements["keptBlock"] {
  const { after, before, first } = blocks;
  const merged = new Map<string, Element>();
  for (let number = 1; number <= old.size - before + after; number += 1) {
    const name = String(number);
    const isFresh = number >= first && number < first + after;
    const block = isFresh
      ? fresh.keptBlock.get(name)
      : old.get(number < first ? name : String(number - after + before));
    if (block !== undefined) merged.set(name, block.name === name ? block : { ...block, name });
  }
  return finishCollection(merged, old) as Elements["keptBlock"];
}

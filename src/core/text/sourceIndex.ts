import type { ElementKind } from "../model/router.ts";
import type { ConfigurationSource } from "../model/source.ts";

const indexes = new WeakMap<ConfigurationSource, ReadonlyMap<string, readonly number[]>>();
const none: readonly number[] = [];

/** Which lines of a text belong to an element, counted from 0. */
export function linesOfElement(source: ConfigurationSource, kind: ElementKind, name: string): readonly number[] {
  let index = indexes.get(source);
  if (index === undefined) {
    index = indexLines(source);
    indexes.set(source, index);
  }
  return index.get(keyOf(kind, name)) ?? none;
}

function indexLines(source: ConfigurationSource): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  source.lines.forEach(({ place }, at) => {
    if (place === undefined) return;
    const key = keyOf(place.kind, place.name);
    const lines = index.get(key);
    if (lines === undefined) index.set(key, [at]);
    else lines.push(at);
  });
  return index;
}

function keyOf(kind: ElementKind, name: string): string {
  return `${kind} ${name}`;
}

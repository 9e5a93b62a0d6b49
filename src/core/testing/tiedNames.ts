import { namesIn, referencesOf, withNameReplaced } from "../derive/references.ts";
import type { CryptoMapEntry } from "../model/cryptoMap.ts";
import { ELEMENT_KINDS, type Element, type ElementKind, type Elements } from "../model/router.ts";

/**
 * Elements that name each other: where a generated element names nothing, it is given a name that is there. Half of the entries
 * that name a dynamic map and a peer too keep the peer.
 */
export function tiedNames(elements: Elements): Elements {
  const entries = [...elements.cryptoMapEntry].map(([name, entry]) => [name, ownKind(entry)] as const);
  const plain = { ...elements, cryptoMapEntry: new Map(entries) };
  const defined = new Map<string, string[]>();
  for (const { definitions, name, to } of namesIn(plain))
    if (definitions.length > 0) defined.set(to, [...(defined.get(to) ?? []), name]);
  const tie = <K extends ElementKind>(kind: K, element: Element<K>): Element<K> =>
    referencesOf(kind, element).reduce((now, { name, to }, index) => {
      const names = defined.get(to) ?? [];
      const into = names[(name.length + index) % Math.max(1, names.length)];
      return into === undefined || names.includes(name) ? now : withNameReplaced(kind, now, to, name, into);
    }, element);
  return Object.fromEntries(
    ELEMENT_KINDS.map((kind) => [
      kind,
      new Map(
        [...(plain[kind] as ReadonlyMap<string, Element>)].map(([name, element]) => [
          name,
          once(tie(kind, element as never) as Element),
        ]),
      ),
    ]),
  ) as unknown as Elements;
}

function ownKind(entry: CryptoMapEntry): CryptoMapEntry {
  if (entry.dynamicMap === undefined || entry.sequence % 2 === 0) return entry;
  const { dynamicMap: _map, discover: _discover, ...rest } = entry;
  return rest;
}

/** A set that is named twice says no more than once. */
function once(element: Element): Element {
  if (!("transformSets" in element)) return element;
  return { ...element, transformSets: [...new Set(element.transformSets)] };
}

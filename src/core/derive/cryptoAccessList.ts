import { accessListEntries, type AccessList } from "../model/accessList.ts";
import type { Elements } from "../model/router.ts";
import { memoOf } from "./identityMemo.ts";
import { proxyIdentityOf, type ProxyIdentity } from "./proxyIdentity.ts";
import { selectorIndex, type SelectorIndex } from "./selectorIndex.ts";

/** An access list in normal form, ready to be asked what it does with some traffic. */
export interface NormalAccessList {
  readonly name: string;
  /** All entries, in the order in which they are tried. */
  readonly identities: readonly ProxyIdentity[];
  readonly permits: readonly ProxyIdentity[];
  /** Finds entries by position in `identities`. */
  readonly index: SelectorIndex;
}

/** A list in normal form; undefined when the router has none of that name. */
export function normalAccessList(elements: Elements, name: string | undefined): NormalAccessList | undefined {
  const list = name === undefined ? undefined : elements.accessList.get(name);
  if (!list) return undefined;
  const known = remembered.get(list);
  if (known && (known.groups === undefined || known.groups === elements.objectGroup)) return known.normal;
  // Only lists that name object groups have to be read anew when a group changes.
  const groups = namesGroups(list) ? elements.objectGroup : undefined;
  const normal = normalise(list, groups);
  remembered.set(list, { groups, normal });
  return normal;
}

const remembered = new WeakMap<
  AccessList,
  { readonly groups: Elements["objectGroup"] | undefined; readonly normal: NormalAccessList }
>();

function normalise(list: AccessList, groups: Elements["objectGroup"] | undefined): NormalAccessList {
  const identities = accessListEntries(list).map((entry) => proxyIdentityOf(entry, groups));
  return {
    name: list.name,
    identities,
    permits: identities.filter((identity) => identity.action === "permit"),
    index: selectorIndex(identities.map((identity) => identity.selectors)),
  };
}

/** The entry of a list that has a sequence number; the last one where several do. */
export function identityAt(list: NormalAccessList, sequence: number): ProxyIdentity | undefined {
  const { identities } = list;
  if (identities.length >= few) return bySequence(list).get(sequence);
  for (let position = identities.length - 1; position >= 0; position -= 1) {
    if (identities[position]?.sequence === sequence) return identities[position];
  }
  return undefined;
}

/** Fewer entries than this are looked through faster than a table of them is made. */
const few = 12;

const bySequence = memoOf(
  ({ identities }: NormalAccessList): ReadonlyMap<number, ProxyIdentity> =>
    new Map(identities.map((identity) => [identity.sequence, identity])),
);

function namesGroups(list: AccessList): boolean {
  return list.lines.some(
    (line) =>
      line.kind === "entry" &&
      (line.serviceGroup !== undefined ||
        line.source.kind === "object-group" ||
        line.destination.kind === "object-group"),
  );
}

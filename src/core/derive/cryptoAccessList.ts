import { accessListEntries, type AccessList } from "../model/accessList.ts";
import type { Elements } from "../model/router.ts";
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
  readonly bySequence: ReadonlyMap<number, ProxyIdentity>;
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
  let bySequence: ReadonlyMap<number, ProxyIdentity> | undefined;
  return {
    name: list.name,
    identities,
    permits: identities.filter((identity) => identity.action === "permit"),
    index: selectorIndex(identities.map((identity) => identity.selectors)),
    // Few lists are asked for it.
    get bySequence() {
      return (bySequence ??= new Map(identities.map((identity) => [identity.sequence, identity])));
    },
  };
}

function namesGroups(list: AccessList): boolean {
  return list.lines.some(
    (line) =>
      line.kind === "entry" &&
      (line.serviceGroup !== undefined ||
        line.source.kind === "object-group" ||
        line.destination.kind === "object-group"),
  );
}

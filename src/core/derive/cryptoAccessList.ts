import { accessListEntries, type AccessList, type ObjectGroup } from "../model/accessList.ts";
import type { Elements } from "../model/router.ts";
import { memoByIdentity } from "./identityMemo.ts";
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
  return list && normalise(list, namesGroups(list) ? elements.objectGroup : noGroups);
}

const noGroups: ReadonlyMap<string, ObjectGroup> = new Map();

const normalise = memoByIdentity((list: AccessList, groups: ReadonlyMap<string, ObjectGroup>): NormalAccessList => {
  const identities = accessListEntries(list).map((entry) => proxyIdentityOf(entry, groups));
  return {
    name: list.name,
    identities,
    permits: identities.filter((identity) => identity.action === "permit"),
    index: selectorIndex(identities.map((identity) => identity.selectors)),
    bySequence: new Map(identities.map((identity) => [identity.sequence, identity])),
  };
});

/** Only lists that name object groups have to be read anew when a group changes. */
const namesGroups = memoByIdentity((list: AccessList): boolean =>
  list.lines.some(
    (line) =>
      line.kind === "entry" &&
      (line.serviceGroup !== undefined ||
        line.source.kind === "object-group" ||
        line.destination.kind === "object-group"),
  ),
);

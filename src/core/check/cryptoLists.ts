import { normalAccessList, type NormalAccessList } from "../derive/cryptoAccessList.ts";
import { dialectOf } from "../derive/dialect.ts";
import type { ProxyIdentity } from "../derive/proxyIdentity.ts";
import type { Selector } from "../derive/selector.ts";
import { insertLines, renumbered, type UnnumberedLine } from "../edit/accessListLines.ts";
import type { Edit } from "../edit/edit.ts";
import { extendedEntry } from "../ios/accessListArguments.ts";
import { accessListEntries, type AccessList, type AccessListEntry } from "../model/accessList.ts";
import type { Place, Router } from "../model/router.ts";
import { ALL_ONES } from "../net/ipv4.ts";
import type { AddressSet } from "../net/wildcard.ts";
import { cryptoEntries, entryPlace, type CryptoEntry } from "./cryptoEntries.ts";

/** An access list that says what crypto map entries protect, with those entries. */
export interface CryptoList {
  readonly router: Router;
  readonly list: AccessList;
  readonly normal: NormalAccessList;
  /** At least one, in the order of the configuration. */
  readonly users: readonly CryptoEntry[];
  /** Its permits as written beside their normal form. */
  readonly permits: readonly CryptoPermit[];
}

export interface CryptoPermit {
  readonly entry: AccessListEntry;
  readonly identity: ProxyIdentity;
}

/** The lists that a router's crypto map entries match by, each once. */
export function cryptoLists(router: Router): readonly CryptoList[] {
  let lists = remembered.get(router);
  if (!lists) remembered.set(router, (lists = listsOf(router)));
  return lists;
}

const remembered = new WeakMap<Router, readonly CryptoList[]>();

function listsOf(router: Router): readonly CryptoList[] {
  const users = new Map<string, CryptoEntry[]>();
  for (const entry of cryptoEntries(router)) {
    const name = entry.body.matchAddress;
    if (name === undefined) continue;
    const others = users.get(name);
    if (others) others.push(entry);
    else users.set(name, [entry]);
  }
  return [...users].flatMap(([name, entries]): CryptoList[] => {
    const list = router.elements.accessList.get(name);
    const normal = normalAccessList(router.elements, name);
    if (!list || !normal) return [];
    const permits = accessListEntries(list).flatMap((entry, index): CryptoPermit[] => {
      const identity = normal.identities[index];
      return identity && entry.action === "permit" ? [{ entry, identity }] : [];
    });
    return [{ router, list, normal, users: entries, permits }];
  });
}

/** A line of an access list. */
export function linePlace(router: Router, list: string, sequence: number): Place {
  return { router: router.id, kind: "accessList", name: list, field: "lines", item: sequence };
}

/** A line of a crypto list, then the entries that use the list. */
export function linePlaces({ router, list, users }: CryptoList, { sequence }: AccessListEntry): readonly Place[] {
  return [linePlace(router, list.name, sequence), ...users.map((user) => entryPlace(user, "matchAddress"))];
}

/** An entry in IOS's words: "permit ip 10.1.0.0 0.0.0.255 any". */
export function entryText(entry: AccessListEntry): string {
  return extendedEntry.format(entry, "classic").replaceAll(/ +/g, " ");
}

export function isAny(set: AddressSet): boolean {
  return set.wildcard === ALL_ONES;
}

/** Whether a selector names addresses on both sides. */
export function hasNoAny({ source, destination }: Selector): boolean {
  return !isAny(source) && !isAny(destination);
}

/** The edit that puts another entry in the place of one, under the same number. */
export function changeLine(
  router: Router,
  list: AccessList,
  sequence: number,
  change: (entry: AccessListEntry) => AccessListEntry,
): Edit {
  return putList(router, {
    ...list,
    lines: list.lines.map((line) => (line.kind === "entry" && line.sequence === sequence ? change(line) : line)),
  });
}

/** The edit that puts lines before one of a list; `keep` tells whether that one stays. */
export function insertBefore(
  router: Router,
  list: AccessList,
  sequence: number,
  lines: readonly UnnumberedLine[],
  keep: boolean,
): Edit {
  const index = list.lines.findIndex((line) => line.sequence === sequence);
  const rest = keep ? list : { ...list, lines: list.lines.filter((line) => line.sequence !== sequence) };
  return putNumberedList(router, insertLines(rest, index < 0 ? rest.lines.length : index, lines));
}

/** Puts a list whose lines came or went. Classic IOS does not save their numbers, so there they are in tens again. */
export function putNumberedList(router: Router, list: AccessList): Edit {
  return putList(router, dialectOf(router) === "classic" ? renumbered(list) : list);
}

function putList(router: Router, list: AccessList): Edit {
  return { op: "put", key: { router: router.id, kind: "accessList", name: list.name }, element: list };
}

import {
  accessListEntries,
  type AccessList,
  type AccessListAddress,
  type AccessListEntry,
  type AccessListLine,
} from "../model/accessList.ts";
import type { Ipv4Address, Ipv4Prefix } from "../net/ipv4.ts";
import { hostSet, setCovers, setOfPrefix, setsIntersect, type AddressSet } from "../net/wildcard.ts";

/** IOS numbers lines from 10 in steps of 10 where nobody says otherwise. */
export const SEQUENCE_STEP = 10;

/** Traffic from one network to another, as a crypto access list selects it. */
export interface NetworkFlow {
  readonly source: Ipv4Prefix;
  readonly destination: Ipv4Prefix;
}

/** A line without its place in a list. */
export type UnnumberedLine = Omit<AccessListEntry, "sequence"> | { readonly kind: "remark"; readonly text: string };

export function ipEntry(
  action: AccessListEntry["action"],
  source: AddressSet,
  destination: AddressSet,
): Omit<AccessListEntry, "sequence"> {
  return {
    kind: "entry",
    action,
    protocol: "ip",
    source: { kind: "addresses", ...source },
    destination: { kind: "addresses", ...destination },
    options: [],
  };
}

export function flowEntry(action: AccessListEntry["action"], flow: NetworkFlow): Omit<AccessListEntry, "sequence"> {
  return ipEntry(action, setOfPrefix(flow.source), setOfPrefix(flow.destination));
}

export function hostAddress(address: Ipv4Address): AccessListAddress {
  return { kind: "addresses", ...hostSet(address) };
}

/** A list with its lines numbered as IOS numbers them. */
export function numberedList(
  name: string,
  lines: readonly UnnumberedLine[],
  type: AccessList["type"] = "extended",
): AccessList {
  return { name, type, lines: lines.map((line, index) => ({ ...line, sequence: (index + 1) * SEQUENCE_STEP })) };
}

/** The list with lines added behind its last one. */
export function appendLines(list: AccessList, lines: readonly UnnumberedLine[]): AccessList {
  return insertLines(list, list.lines.length, lines);
}

/**
 * The list with lines put before the one at `index`. Existing lines keep their sequence numbers where the gap has room; where it
 * has none, the whole list is numbered anew, as `ip access-list resequence` does.
 */
export function insertLines(list: AccessList, index: number, lines: readonly UnnumberedLine[]): AccessList {
  if (lines.length === 0) return list;
  const before = list.lines.slice(0, index);
  const after = list.lines.slice(index);
  const previous = before.at(-1)?.sequence ?? 0;
  const next = after[0]?.sequence;
  const step = next === undefined ? SEQUENCE_STEP : Math.floor((next - previous) / (lines.length + 1));
  if (step < 1) return renumbered({ ...list, lines: [...before, ...lines.map(withoutPlace), ...after] });
  // Behind the last line numbering goes on in tens: after 10, 20, 25 comes 30.
  const start = next === undefined ? Math.floor(previous / SEQUENCE_STEP) * SEQUENCE_STEP : previous;
  const added = lines.map((line, position) => ({ ...line, sequence: start + step * (position + 1) }));
  return { ...list, lines: [...before, ...added, ...after] };
}

/** The list numbered in tens. */
export function renumbered(list: AccessList, start = SEQUENCE_STEP, step = SEQUENCE_STEP): AccessList {
  return {
    ...list,
    lines: list.lines.map((line, index): AccessListLine => {
      const sequence = start + index * step;
      return line.sequence === sequence ? line : { ...line, sequence };
    }),
  };
}

/** The list without the lines that a test picks. */
export function withoutLines(list: AccessList, isGone: (line: AccessListLine) => boolean): AccessList {
  return { ...list, lines: list.lines.filter((line) => !isGone(line)) };
}

/** Whether an entry is about all packets of two sets of addresses, whatever their protocol. */
export function entryCovers(entry: AccessListEntry, source: AddressSet, destination: AddressSet): boolean {
  return (
    entry.protocol === "ip" &&
    entry.serviceGroup === undefined &&
    entry.options.length === 0 &&
    entry.source.kind === "addresses" &&
    entry.destination.kind === "addresses" &&
    setCovers(entry.source, source) &&
    setCovers(entry.destination, destination)
  );
}

/** Whether an entry may be about some packet between two sets of addresses. An object group may hold anything. */
export function entryTouches(entry: AccessListEntry, source: AddressSet, destination: AddressSet): boolean {
  return (
    (entry.source.kind !== "addresses" || setsIntersect(entry.source, source)) &&
    (entry.destination.kind !== "addresses" || setsIntersect(entry.destination, destination))
  );
}

/**
 * Where a deny has to go so that a list lets a flow alone: the index of the first permit that touches the flow, or undefined
 * where an earlier deny covers it or no permit touches it.
 */
export function indexOfFirstPermit(list: AccessList, flow: NetworkFlow): number | undefined {
  const source = setOfPrefix(flow.source);
  const destination = setOfPrefix(flow.destination);
  for (const [index, line] of list.lines.entries()) {
    if (line.kind === "remark") continue;
    if (line.action === "deny" && entryCovers(line, source, destination)) return undefined;
    if (line.action === "permit" && entryTouches(line, source, destination)) return index;
  }
  return undefined;
}

/** The entries of a list that permit and select by addresses alone. */
export function permitEntries(list: AccessList | undefined): readonly AccessListEntry[] {
  return list ? accessListEntries(list).filter((entry) => entry.action === "permit") : [];
}

function withoutPlace(line: UnnumberedLine): AccessListLine {
  return { ...line, sequence: 0 };
}

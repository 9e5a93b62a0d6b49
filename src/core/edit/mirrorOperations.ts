import { accessListEntries, type AccessList, type AccessListEntry } from "../model/accessList.ts";
import type { Design } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";
import { intersectSets, setCovers, setsEqual } from "../net/wildcard.ts";
import { appendLines, type UnnumberedLine } from "./accessListLines.ts";
import { mirroredEntry, mirroredLine } from "./accessListMirror.ts";
import { draftOf } from "./designDraft.ts";
import type { Operation } from "./edit.ts";

/** An access list of a router. */
export interface ListPlace {
  readonly router: RouterId;
  readonly list: string;
}

/**
 * Makes one list permit what the other's entry permits, mirrored: in the place of the line `counterpart`, or behind the last line
 * without one. "Make Branch mirror HQ" for a single entry.
 */
export function mirrorEntry(
  from: ListPlace & { readonly sequence: number },
  to: ListPlace,
  counterpart?: number,
): Operation {
  return {
    label: `Mirror ACL ${from.list} ${from.sequence} in ACL ${to.list}`,
    plan(design) {
      const entry = entryAt(design, from, from.sequence);
      if (!entry) return [];
      const draft = draftOf(design);
      const list = listAt(design, to) ?? { name: to.list, type: "extended", lines: [] };
      const wanted = mirroredEntry(entry);
      if (accessListEntries(list).some((line) => sameEntry(line, wanted) && line.sequence !== counterpart)) {
        // The mirror image is there already: a second one would never be asked.
        if (counterpart === undefined) return [];
        const lines = list.lines.filter((line) => line.sequence !== counterpart);
        draft.putList(to.router, { ...list, lines });
        return draft.edits();
      }
      draft.putList(to.router, withLine(list, wanted, counterpart));
      return draft.edits();
    },
  };
}

/** Makes one list the mirror image of the other, line by line, remarks included. "Make Branch mirror HQ" for all of it. */
export function mirrorList(from: ListPlace, to: ListPlace): Operation {
  return {
    label: `Make ACL ${to.list} mirror ACL ${from.list}`,
    plan(design) {
      const source = listAt(design, from);
      if (!source) return [];
      const old = listAt(design, to) ?? { name: to.list, type: "extended" };
      const draft = draftOf(design);
      draft.putList(to.router, { ...old, type: "extended", lines: source.lines.map(mirroredLine) });
      return draft.edits();
    },
  };
}

/** Narrows two entries to what both permit. Does not apply where they have nothing in common that one entry can say. */
export function commonPartOfEntries(
  a: ListPlace & { readonly sequence: number },
  b: ListPlace & { readonly sequence: number },
): Operation {
  return {
    label: `Narrow ACL ${a.list} and ACL ${b.list} to what both permit`,
    plan(design) {
      const [one, other] = [entryAt(design, a, a.sequence), entryAt(design, b, b.sequence)];
      const common = one && other && commonPart(one, mirroredEntry(other));
      const [listA, listB] = [listAt(design, a), listAt(design, b)];
      if (!common || !listA || !listB) return [];
      const draft = draftOf(design);
      draft.putList(a.router, withLine(listA, common, a.sequence));
      draft.putList(b.router, withLine(listB, mirroredEntry(common), b.sequence));
      return draft.edits();
    },
  };
}

/**
 * Narrows two lists to what both permit, as mirror images of each other. What either side denies stays denied on both. Does not
 * apply where nothing is common.
 */
export function commonPartOfLists(a: ListPlace, b: ListPlace): Operation {
  return {
    label: `Narrow ACL ${a.list} and ACL ${b.list} to what both permit`,
    plan(design) {
      const [listA, listB] = [listAt(design, a), listAt(design, b)];
      if (!listA || !listB) return [];
      const [ours, theirs] = [accessListEntries(listA), accessListEntries(listB).map(mirroredEntry)];
      const permits = narrowest(
        ours.flatMap((one) => theirs.flatMap((other) => commonPart(one, other) ?? [])).filter(isPermit),
      );
      if (permits.length === 0) return [];
      const denies = distinct([...ours, ...theirs].filter((entry) => !isPermit(entry)));
      const lines = appendLines({ ...listA, lines: [] }, [...denies, ...permits]).lines;
      const draft = draftOf(design);
      draft.putList(a.router, { ...listA, lines });
      draft.putList(b.router, { ...listB, lines: lines.map(mirroredLine) });
      return draft.edits();
    },
  };
}

/** What two permits have in common; undefined where that is nothing, or more than one entry can say. */
export function commonPart(one: AccessListEntry, other: AccessListEntry): AccessListEntry | undefined {
  if (!isPermit(one) || !isPermit(other)) return undefined;
  if (one.source.kind !== "addresses" || one.destination.kind !== "addresses") return undefined;
  if (other.source.kind !== "addresses" || other.destination.kind !== "addresses") return undefined;
  if (one.serviceGroup !== undefined || other.serviceGroup !== undefined) return undefined;
  const source = intersectSets(one.source, other.source);
  const destination = intersectSets(one.destination, other.destination);
  if (!source || !destination) return undefined;
  if (one.protocol !== "ip" && other.protocol !== "ip" && one.protocol !== other.protocol) return undefined;
  const sourcePorts = commonPorts(one.sourcePorts, other.sourcePorts);
  const destinationPorts = commonPorts(one.destinationPorts, other.destinationPorts);
  if (sourcePorts === null || destinationPorts === null) return undefined;
  const { sourcePorts: _source, destinationPorts: _destination, ...rest } = one;
  return {
    ...rest,
    protocol: one.protocol === "ip" ? other.protocol : one.protocol,
    source: { kind: "addresses", ...source },
    destination: { kind: "addresses", ...destination },
    ...(sourcePorts ? { sourcePorts } : {}),
    ...(destinationPorts ? { destinationPorts } : {}),
    options: one.options.length > 0 ? one.options : other.options,
  };
}

/** Null where two port matches differ and neither is absent: an entry can't say "both". */
function commonPorts(
  one: AccessListEntry["sourcePorts"],
  other: AccessListEntry["sourcePorts"],
): AccessListEntry["sourcePorts"] | null {
  if (!one) return other;
  if (!other) return one;
  return one.operator === other.operator && one.ports.join(" ") === other.ports.join(" ") ? one : null;
}

/** Without entries that another one covers, and without the same one twice. */
function narrowest(entries: readonly AccessListEntry[]): readonly AccessListEntry[] {
  const all = distinct(entries);
  return all.filter((entry) => !all.some((other) => other !== entry && covers(other, entry)));
}

function distinct(entries: readonly AccessListEntry[]): readonly AccessListEntry[] {
  return entries.filter((entry, index) => entries.findIndex((other) => sameEntry(entry, other)) === index);
}

function covers(outer: AccessListEntry, inner: AccessListEntry): boolean {
  return (
    outer.source.kind === "addresses" &&
    inner.source.kind === "addresses" &&
    outer.destination.kind === "addresses" &&
    inner.destination.kind === "addresses" &&
    setCovers(outer.source, inner.source) &&
    setCovers(outer.destination, inner.destination) &&
    (outer.protocol === "ip" || outer.protocol === inner.protocol) &&
    (!outer.sourcePorts || samePorts(outer.sourcePorts, inner.sourcePorts)) &&
    (!outer.destinationPorts || samePorts(outer.destinationPorts, inner.destinationPorts)) &&
    outer.options.length === 0
  );
}

/** Whether two entries do the same to the same traffic, whatever their numbers and logging. */
export function sameEntry(one: AccessListEntry, other: AccessListEntry): boolean {
  return (
    one.action === other.action &&
    one.protocol === other.protocol &&
    one.serviceGroup === other.serviceGroup &&
    sameAddress(one.source, other.source) &&
    sameAddress(one.destination, other.destination) &&
    samePorts(one.sourcePorts, other.sourcePorts) &&
    samePorts(one.destinationPorts, other.destinationPorts) &&
    one.options.join(" ") === other.options.join(" ")
  );
}

function sameAddress(one: AccessListEntry["source"], other: AccessListEntry["source"]): boolean {
  if (one.kind === "addresses") return other.kind === "addresses" && setsEqual(one, other);
  return other.kind === "object-group" && one.name === other.name;
}

function samePorts(one: AccessListEntry["sourcePorts"], other: AccessListEntry["sourcePorts"]): boolean {
  return one?.operator === other?.operator && one?.ports.join(" ") === other?.ports.join(" ");
}

function isPermit(entry: AccessListEntry): boolean {
  return entry.action === "permit";
}

function withLine(list: AccessList, line: UnnumberedLine, at: number | undefined): AccessList {
  if (at === undefined || !list.lines.some((one) => one.sequence === at)) return appendLines(list, [line]);
  return { ...list, lines: list.lines.map((one) => (one.sequence === at ? { ...line, sequence: at } : one)) };
}

function listAt(design: Design, { router, list }: ListPlace): AccessList | undefined {
  return design.routers.get(router)?.elements.accessList.get(list);
}

function entryAt(design: Design, place: ListPlace, sequence: number): AccessListEntry | undefined {
  const list = listAt(design, place);
  return list && accessListEntries(list).find((entry) => entry.sequence === sequence);
}

import type { EntryView } from "../../derive/cryptoMapSet.ts";
import type { PeeringEnd } from "../../derive/peering.ts";
import { viewOfEnd } from "../../derive/peerings.ts";
import { compareNames, routerNames } from "../../derive/routerNames.ts";
import { insertLines, withoutLines, type UnnumberedLine } from "../../edit/accessListLines.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import type { Edit } from "../../edit/edit.ts";
import { accessListEntries, type AccessList, type AccessListEntry } from "../../model/accessList.ts";
import type { CryptoMapEntryBody } from "../../model/cryptoMap.ts";
import type { Design } from "../../model/design.ts";
import type { Interface } from "../../model/interface.ts";
import type { Elements, Place, Router } from "../../model/router.ts";
import type { JudgedPeering } from "../../negotiate/trace.ts";

/** A kind of misconfiguration that people really make. */
export interface FaultKind {
  /** Its place in the list of the most frequent ones, 1 to 25. */
  readonly rank: number;
  /** "The crypto access lists are not mirror images". */
  readonly name: string;
  /** How often it was met in questions, guides and published pairs of configurations; it is picked as often. */
  readonly weight: number;
  /** Where to look, for the first hint. */
  readonly area: string;
  /** The ways in which it can be made at one end of a tunnel; none where the design does not allow it. */
  variants(target: FaultTarget): readonly FaultVariant[];
}

/** One way to make a fault. */
export interface FaultVariant {
  /** What was done, told when the fault is revealed. */
  readonly story: string;
  readonly edits: readonly Edit[];
  /** Where it is, best first. */
  readonly places: readonly Place[];
}

/** A tunnel that works, seen from the end at which the fault is made. */
export interface FaultTarget {
  readonly design: Design;
  readonly judged: JudgedPeering;
  readonly near: FaultEnd;
  readonly far: FaultEnd;
}

export interface FaultEnd {
  readonly router: Router;
  readonly elements: Elements;
  readonly name: string;
  readonly end: PeeringEnd;
  readonly view: EntryView;
  /** The interface that carries the map towards the other end. */
  readonly carrier: Interface | undefined;
}

/** Both ends of every tunnel that comes up, in an order that does not depend on identities. */
export function faultTargets(design: Design, peerings: readonly JudgedPeering[]): readonly FaultTarget[] {
  const names = routerNames(design.routers);
  const endOf = (end: PeeringEnd): FaultEnd | undefined => {
    const router = design.routers.get(end.router);
    const view = router && viewOfEnd(router, end);
    if (!router || !view) return undefined;
    const carrier = view.set.carriers.find((one) => one.name === end.interface) ?? view.set.carriers[0];
    return { router, elements: router.elements, name: names.get(router.id) ?? "", end, view, carrier };
  };
  const targets = peerings.flatMap((judged): readonly FaultTarget[] => {
    const { a, b } = judged.peering;
    const works = judged.status === "agreed" || judged.status === "one-way";
    const [one, other] = [endOf(a), b ? endOf(b) : undefined];
    if (!works || !one || !other) return [];
    return [
      { design, judged, near: one, far: other },
      { design, judged, near: other, far: one },
    ];
  });
  const keyOf = ({ near, far }: FaultTarget) =>
    [near.name, near.end.cryptoMap, near.end.sequence, far.name, far.end.cryptoMap, far.end.sequence].join(" ");
  return targets.sort((one, other) => compareNames(keyOf(one), keyOf(other)));
}

/** The static or dynamic entry of an end, changed. */
export function changeEntryOf({ router, view }: FaultEnd, change: Partial<CryptoMapEntryBody>): Edit {
  return view.dynamic
    ? putEdit(router.id, "dynamicMapEntry", { ...view.dynamic.entry, ...change })
    : putEdit(router.id, "cryptoMapEntry", { ...view.entry.entry, ...change });
}

export function entryPlaceOf({ router, view }: FaultEnd, field?: string): Place {
  const { entry, dynamic } = view;
  const name = dynamic
    ? `${dynamic.entry.map} ${dynamic.entry.sequence}`
    : `${entry.entry.map} ${entry.entry.sequence}`;
  return {
    router: router.id,
    kind: dynamic ? "dynamicMapEntry" : "cryptoMapEntry",
    name,
    ...(field !== undefined && { field }),
  };
}

/** "crypto map VPN 10", as people call it. */
export function entryTitleOf(end: FaultEnd): string {
  return `${end.view.dynamic ? "dynamic map" : "crypto map"} ${entryPlaceOf(end).name}`;
}

/** The crypto access list of an end with its first permit by plain addresses; undefined where it has none. */
export function cryptoListOf({ elements, view }: FaultEnd):
  | {
      readonly list: AccessList;
      readonly permit: PlainEntry;
    }
  | undefined {
  const list = view.body.matchAddress === undefined ? undefined : elements.accessList.get(view.body.matchAddress);
  const permit = list && accessListEntries(list).find(isPlainPermit);
  return list && permit && { list, permit };
}

/** An entry that selects by addresses, without object groups or options. */
export type PlainEntry = AccessListEntry & {
  readonly source: Extract<AccessListEntry["source"], { readonly kind: "addresses" }>;
  readonly destination: Extract<AccessListEntry["destination"], { readonly kind: "addresses" }>;
};

function isPlainPermit(entry: AccessListEntry): entry is PlainEntry {
  return (
    entry.action === "permit" &&
    entry.source.kind === "addresses" &&
    entry.destination.kind === "addresses" &&
    entry.options.length === 0
  );
}

/** A list with other lines in the place of one of its own. */
export function withLineReplaced(list: AccessList, sequence: number, lines: readonly UnnumberedLine[]): AccessList {
  const index = list.lines.findIndex((line) => line.sequence === sequence);
  return insertLines(
    withoutLines(list, (line) => line.sequence === sequence),
    index,
    lines,
  );
}

import type { AccessListPorts } from "../model/accessList.ts";

/** Ports from `first` to `last`, both included: 0 to 65535. */
export interface PortRange {
  readonly first: number;
  readonly last: number;
}

/** A set of ports: ascending ranges that neither touch nor overlap. Null stands for every port. */
export type PortSet = readonly PortRange[] | null;

const highestPort = 65535;

/** The ports that an access list entry means. `neq` of several ports is what none of them is. */
export function portSetOf(written: AccessListPorts | undefined): PortSet {
  if (!written) return null;
  const [first = 0, last = first] = written.ports;
  switch (written.operator) {
    case "eq":
      return joined(written.ports.map((port) => ({ first: port, last: port })));
    case "neq":
      return subtractPorts(null, joined(written.ports.map((port) => ({ first: port, last: port }))));
    case "gt":
      return joined([{ first: first + 1, last: highestPort }]);
    case "lt":
      return joined([{ first: 0, last: first - 1 }]);
    case "range":
      return joined([{ first: Math.min(first, last), last: Math.max(first, last) }]);
    default:
      return written.operator satisfies never;
  }
}

export function portsCover(outer: PortSet, inner: PortSet): boolean {
  if (outer === null) return true;
  return ranges(inner).every((one) => outer.some((range) => range.first <= one.first && one.last <= range.last));
}

/** Whether two sets have a port in common. */
export function portsIntersect(one: PortSet, other: PortSet): boolean {
  if (one === null || other === null) return true;
  return one.some((left) => other.some((right) => left.first <= right.last && right.first <= left.last));
}

/** The ports in both sets; undefined when there are none. */
export function intersectPorts(one: PortSet, other: PortSet): PortSet | undefined {
  if (one === null) return other;
  if (other === null) return one;
  const common: PortRange[] = [];
  for (const left of one) {
    for (const right of other) {
      const first = Math.max(left.first, right.first);
      const last = Math.min(left.last, right.last);
      if (first <= last) common.push({ first, last });
    }
  }
  return common.length > 0 ? joined(common) : undefined;
}

/** The ports of the first set that are not in the second; empty when there are none. */
export function subtractPorts(from: PortSet, taken: PortSet): readonly PortRange[] {
  if (taken === null) return [];
  return taken.reduce<readonly PortRange[]>(
    (left, hole) =>
      left.flatMap((range) =>
        [
          { first: range.first, last: Math.min(range.last, hole.first - 1) },
          { first: Math.max(range.first, hole.last + 1), last: range.last },
        ].filter((piece) => piece.first <= piece.last),
      ),
    ranges(from),
  );
}

/** Whether an IKE identity can carry the set: it holds one port, or none for all. */
export function isSinglePort(ports: PortSet): boolean {
  return ports === null || (ports.length === 1 && ports[0]?.first === ports[0]?.last);
}

/** "any", "23", "23-25,80". */
export function formatPorts(ports: PortSet): string {
  if (ports === null) return "any";
  return ports
    .map((range) => (range.first === range.last ? String(range.first) : `${range.first}-${range.last}`))
    .join(",");
}

function ranges(ports: PortSet): readonly PortRange[] {
  return ports ?? [{ first: 0, last: highestPort }];
}

function joined(parts: readonly PortRange[]): readonly PortRange[] {
  const sorted = parts.filter((part) => part.first <= part.last);
  if (sorted.length < 2) return sorted;
  sorted.sort((one, other) => one.first - other.first);
  const result: PortRange[] = [];
  for (const part of sorted) {
    const last = result.at(-1);
    if (last && part.first <= last.last + 1) {
      result[result.length - 1] = { first: last.first, last: Math.max(last.last, part.last) };
    } else {
      result.push(part);
    }
  }
  return result;
}

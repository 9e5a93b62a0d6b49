import type { Negotiation, PeeringStatus } from "./trace.ts";

/** A direction of a flow: up, down, or not known. */
type Direction = "up" | "down" | "unknown";

/**
 * The status of a peering from its flows. All flows up from both sides: agreed. All up, each from one side only: one-way. None up
 * from either side, or no flow at all: broken. Otherwise partial. Where directions aren't known: the status that every way of
 * settling them gives, else unknown.
 */
export function statusOf(flows: readonly (readonly [Negotiation, Negotiation])[]): PeeringStatus {
  // Nearly all peerings are of this kind.
  if (flows.length > 0 && flows.every((directions) => directions.every(isUp))) return "agreed";
  const counts = flows.map((directions) => waysUp(directions.map(directionOf)));
  const possible: PeeringStatus[] = [];
  if (counts.every((ways) => ways.includes(0))) possible.push("broken");
  if (counts.length > 0 && counts.every((ways) => ways.includes(2))) possible.push("agreed");
  if (counts.length > 0 && counts.every((ways) => ways.includes(1))) possible.push("one-way");
  if (canDiffer(counts)) possible.push("partial");
  const [only] = possible;
  return only && possible.length === 1 ? only : "unknown";
}

function directionOf(negotiation: Negotiation): Direction {
  if (isUp(negotiation)) return "up";
  return negotiation.outcome === "unknown" ? "unknown" : "down";
}

function isUp({ outcome }: Negotiation): boolean {
  return outcome === "established";
}

/** From how many sides a flow may be up once what is unknown is settled: some of 0, 1 and 2. */
function waysUp(directions: readonly Direction[]): readonly number[] {
  const least = directions.filter((one) => one === "up").length;
  const most = least + directions.filter((one) => one === "unknown").length;
  return [0, 1, 2].filter((count) => count >= least && count <= most);
}

/** Whether two flows may come out differently. */
function canDiffer(counts: readonly (readonly number[])[]): boolean {
  const [first] = counts;
  if (counts.length < 2 || !first) return false;
  const all = new Set(counts.flat());
  return all.size > 1;
}

import type { JudgedPeering, PeeringStatus } from "../../core/index.ts";
import { StatusIcon } from "../canvas/StatusIcon.tsx";

const STATUSES: readonly PeeringStatus[] = ["broken", "partial", "one-way", "unknown", "agreed"];

/** How many tunnels stand how, worst first: a sign, a number and a word for each. */
export function StatusCounts({
  peerings,
  size,
}: {
  readonly peerings: readonly JudgedPeering[];
  readonly size: number;
}) {
  const shown = STATUSES.flatMap((status) => {
    const count = peerings.filter((one) => (one.byDesign ? "agreed" : one.status) === status).length;
    return count === 0 ? [] : [{ status, count }];
  });
  return (
    <ul className="stage-counts" aria-label="Tunnels">
      {shown.map(({ status, count }) => (
        <li key={status} className={`stage-count status-${status}`}>
          <StatusIcon status={status} size={size} />
          {count} {status}
        </li>
      ))}
      {shown.length === 0 ? <li className="stage-count">No tunnel</li> : null}
    </ul>
  );
}

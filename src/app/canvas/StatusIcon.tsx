import type { PeeringStatus } from "../../core/index.ts";

/** Shapes in a box of 14 by 14 that tell the statuses apart without colour. */
export const STATUS_SHAPES: Readonly<Record<PeeringStatus, string>> = {
  agreed: "M3 7.4 L6 10.4 L11.2 4",
  // Upwards, since the arrow on the line says which of left and right it is.
  "one-way": "M7 11.5 V3 M3.6 6.4 L7 3 L10.4 6.4",
  partial: "M7 2.6 V8 M7 11.1 V11.4",
  broken: "M3.6 3.6 L10.4 10.4 M10.4 3.6 L3.6 10.4",
  unknown: "M4.7 5.2 A2.4 2.4 0 1 1 7.6 7.4 Q7 7.8 7 8.7 M7 11.1 V11.4",
};

export function StatusIcon({ status, size = 14 }: { readonly status: PeeringStatus; readonly size?: number }) {
  return (
    <svg viewBox="0 0 14 14" width={size} height={size} aria-hidden>
      <path
        d={STATUS_SHAPES[status]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

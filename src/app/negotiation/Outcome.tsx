import type { Ladder } from "../../core/index.ts";
import { StepMark } from "../play/StepMark.tsx";

const words = {
  established: "The tunnel comes up.",
  failed: "The tunnel does not come up.",
  "not-triggered": "Nothing is negotiated.",
  unknown: "Whether it comes up can’t be known.",
} as const;

/** How the negotiation ends, in a sentence. */
export function Outcome({ ladder }: { readonly ladder: Ladder }) {
  const { outcome, remarks } = ladder;
  const mark = outcome === "established" ? "passes" : outcome === "unknown" ? "unknown" : "stops";
  return (
    <div className={`play-outcome play-outcome-${mark}`}>
      <p>
        <StepMark mark={mark} />
        <strong>{words[outcome]}</strong>
      </p>
      {remarks.map((remark) => (
        <p key={remark} className="play-remark">
          {remark}
        </p>
      ))}
    </div>
  );
}

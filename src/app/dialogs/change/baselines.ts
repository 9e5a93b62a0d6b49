import type { Design } from "../../../core/index.ts";
import type { Checkpoint } from "../../../store/designStorage.ts";
import type { DesignStep } from "../../../store/designStore.ts";

/** A state that a change can begin or end with. */
export interface Baseline {
  readonly id: string;
  readonly label: string;
  readonly group: "now" | "session" | "checkpoint" | "file";
  /** Reads the state; a checkpoint is kept as text, and throws where it can't be read. */
  readonly open: () => Design;
}

/** The reason under which a state is kept right after an import: what the routers run. */
export const IMPORTED = "As imported";

/** States of this session, the oldest first, and checkpoints, the newest first; each state once. */
export function baselinesOf(
  steps: readonly DesignStep[],
  checkpoints: readonly Checkpoint[],
  read: (text: string) => Design,
): readonly Baseline[] {
  return [
    ...steps.map(({ design, label }, index): Baseline => ({
      id: `step ${String(index)}`,
      label: label === "" ? "As opened" : `After: ${label}`,
      group: "session",
      open: () => design,
    })),
    ...checkpoints.map((checkpoint): Baseline => ({
      id: `checkpoint ${String(checkpoint.key ?? checkpoint.savedAt)}`,
      label: `${checkpoint.reason}, ${new Date(checkpoint.savedAt).toLocaleString()}`,
      group: "checkpoint",
      open: () => read(checkpoint.text),
    })),
  ];
}

/** What most people want to come from: what was imported last, or else what was opened. */
export function likelyBaseline(baselines: readonly Baseline[]): Baseline | undefined {
  return (
    [...baselines].reverse().find(({ group, label }) => group === "session" && /^After: Import /.test(label)) ??
    baselines.find(({ label }) => label.startsWith(IMPORTED)) ??
    baselines[0]
  );
}

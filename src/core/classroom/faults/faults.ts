import type { FaultKind } from "./fault.ts";
import { pathFaults } from "./pathFaults.ts";
import { phase1Faults } from "./phase1Faults.ts";
import { phase2Faults } from "./phase2Faults.ts";
import { selectorFaults } from "./selectorFaults.ts";

/** The 25 misconfigurations that are met most often, the most frequent first. */
export const FAULT_KINDS: readonly FaultKind[] = [
  ...selectorFaults,
  ...phase1Faults,
  ...phase2Faults,
  ...pathFaults,
].sort((one, other) => one.rank - other.rank);

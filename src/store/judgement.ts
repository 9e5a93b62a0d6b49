import { createStore, type StoreApi } from "zustand/vanilla";
import type { CheckResult, Design } from "../core/index.ts";
import { effectiveDesign, type DesignStore } from "./designStore.ts";

/** A check that pauses again and again, so that it can be done a little at a time. */
export type GradualCheck = (design: Design) => Generator<undefined, CheckResult>;

export interface JudgementState {
  /** The newest findings and peerings. While `isCurrent` is false they are of an earlier design. */
  readonly result: CheckResult;
  /** What they are of; null before the first check. */
  readonly design: Design | null;
  readonly isCurrent: boolean;
  /** The result is without its findings: somebody is to find out without them. */
  readonly isHidden: boolean;
}

/** What is found in the effective design, followed as it changes. */
export interface Judgement extends StoreApi<JudgementState> {
  /** Begins to check; before that there are neither findings nor peerings. */
  start(check: GradualCheck): void;
  /** Leaves the findings out of what is followed, or puts them back. */
  hide(hidden: boolean): void;
  /** The judgement of a design right away and whole, however long it takes. */
  of(design: Design): CheckResult;
}

/** The clock and the scheduler, so that tests have their own. */
export interface Pace {
  readonly now: () => number;
  /** Runs something after the page has had time for keys and frames. Answers how to call it off. */
  readonly later: (run: () => void) => () => void;
}

/** A check that takes no longer than this is done at once: its findings appear with the edit. Milliseconds. */
const AT_ONCE_MILLISECONDS = 30;
/** A longer one is made in pieces of this size, between which the page draws and takes keys. */
const PIECE_MILLISECONDS = 12;

/** What is known of a design before the first check has ended. */
export const NOT_YET_JUDGED: CheckResult = { findings: [], peerings: [] };

const pagePace: Pace = {
  now: () => performance.now(),
  later(run) {
    const timer = setTimeout(run);
    return () => clearTimeout(timer);
  },
};

/**
 * Checks the effective design whenever it changes: at once where that is quick, else piece by piece while the last result stands. A
 * change in name or layout rechecks nothing.
 */
export function createJudgement(store: DesignStore, pace: Pace = pagePace): Judgement {
  const state = createStore<JudgementState>()(() => ({
    result: NOT_YET_JUDGED,
    design: null,
    isCurrent: false,
    isHidden: false,
  }));
  let whole = NOT_YET_JUDGED;
  let check: GradualCheck | null = null;
  let running: {
    readonly design: Design;
    readonly steps: ReturnType<GradualCheck>;
    spent: number;
    stop: () => void;
  } | null = null;
  /** The last check took too long for an edit to wait for it. Then the next one does not even begin with its edit. */
  let isLong = false;

  const finish = (design: Design, result: CheckResult) => {
    running?.stop();
    running = null;
    // A judgement that says the same stays the same object, hidden or not.
    const shown = result === whole ? state.getState().result : shownOf(result, state.getState().isHidden);
    whole = result;
    state.setState({ design, result: shown, isCurrent: true });
  };
  const advance = (milliseconds: number) => {
    const begun = pace.now();
    while (running) {
      const step = running.steps.next();
      const passed = pace.now() - begun;
      if (!step.done && passed < milliseconds) continue;
      running.spent += passed;
      isLong = running.spent >= AT_ONCE_MILLISECONDS || (isLong && !step.done);
      const { design } = running;
      if (!step.done) running.stop = pace.later(() => advance(PIECE_MILLISECONDS));
      // What the result changes on the page is work enough for a piece of its own.
      else if (isLong) running.stop = pace.later(() => finish(design, step.value));
      else finish(design, step.value);
      return;
    }
  };
  const follow = () => {
    if (!check) return;
    const wanted = effectiveDesign(store.getState());
    if (running && saySame(running.design, wanted)) return;
    running?.stop();
    running = null;
    const { design } = state.getState();
    if (design && saySame(design, wanted)) {
      if (design !== wanted) finish(wanted, whole);
      return;
    }
    running = { design: wanted, steps: check(wanted), spent: 0, stop: () => undefined };
    if (isLong) running.stop = pace.later(() => advance(PIECE_MILLISECONDS));
    else advance(AT_ONCE_MILLISECONDS);
    const isDone = state.getState().design === wanted;
    if (!isDone) state.setState({ isCurrent: false });
  };
  store.subscribe((now, before) => {
    if (now.design !== before.design || now.draft !== before.draft) follow();
  });

  return Object.assign(state, {
    start(gradually: GradualCheck) {
      check = gradually;
      follow();
    },
    hide(isHidden: boolean) {
      if (isHidden !== state.getState().isHidden) state.setState({ isHidden, result: shownOf(whole, isHidden) });
    },
    of(wanted: Design) {
      const { design } = state.getState();
      if (!check) return NOT_YET_JUDGED;
      if (design && saySame(design, wanted)) return whole;
      const made = drained(check(wanted));
      if (running && saySame(running.design, wanted)) finish(wanted, made);
      return made;
    },
  });
}

function shownOf(result: CheckResult, isHidden: boolean): CheckResult {
  return isHidden ? { ...result, findings: [] } : result;
}

function drained(steps: ReturnType<GradualCheck>): CheckResult {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Whether two designs differ in nothing that a rule reads. */
function saySame(one: Design, other: Design): boolean {
  return (
    one.routers === other.routers &&
    one.subnets === other.subnets &&
    one.clouds === other.clouds &&
    one.remoteClients === other.remoteClients &&
    one.wishedFlows === other.wishedFlows &&
    one.suppressions === other.suppressions
  );
}

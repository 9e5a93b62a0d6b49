import { createStore, type StoreApi } from "zustand/vanilla";
import type { RouterId } from "../../core/index.ts";
import type { DesignStore } from "../../store/designStore.ts";
import { changeSize, type ChangeSize } from "./lineDiff.ts";

/** A paste of many lines that waits for somebody to accept or discard it. Until then it is a draft like any other. */
export interface PasteReview {
  readonly router: RouterId;
  /** Against the text before the paste. */
  readonly change: ChangeSize;
}

/** Turns typing into drafts, and drafts into steps of the history. */
export interface Drafting {
  /** Null while no paste waits. */
  readonly review: StoreApi<{ readonly review: PasteReview | null }>;
  /** A router's text changed under somebody's hands. `pasted`: by so many lines at once that it is to be reviewed. */
  typed(router: RouterId, text: () => string, pasted?: boolean): void;
  /** True while text has been typed that is not yet a draft. */
  isBehind(router: RouterId): boolean;
  /** Hands what was typed to the store at once. */
  flush(): void;
  /** On blur and on Ctrl+S. A paste under review stays a draft. */
  commit(): void;
  acceptPaste(): void;
  discardPaste(): void;
  stop(): void;
}

/** A draft becomes a step after this time without a key. */
export const QUIET_MILLISECONDS = 500;
/** A draft that costs more than this would be felt at each key; it is made later, and fewer of them. */
const SLOW_MILLISECONDS = 50;
const LONGEST_DELAY_MILLISECONDS = 1000;

/** `linesOf` is a router's text as it was committed; `now` is a clock in milliseconds. */
export function createDrafting(
  design: DesignStore,
  linesOf: (router: RouterId) => readonly string[],
  now: () => number = () => performance.now(),
): Drafting {
  const review = createStore<{ readonly review: PasteReview | null }>()(() => ({ review: null }));
  let reviewedAgainst: readonly string[] = [];
  let pending: { readonly router: RouterId; readonly text: () => string } | null = null;
  let draftDelay = 0;
  let draftTimer: ReturnType<typeof setTimeout> | undefined;
  let commitTimer: ReturnType<typeof setTimeout> | undefined;
  let costTimer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    clearTimeout(draftTimer);
    if (!pending) return;
    const { router, text: read } = pending;
    pending = null;
    const text = read();
    const started = now();
    design.getState().draftText(router, text);
    clearTimeout(costTimer);
    // Findings and edges are drawn before the next task, so what they cost is in it.
    costTimer = setTimeout(() => {
      const cost = now() - started;
      draftDelay = cost > SLOW_MILLISECONDS ? Math.min(4 * cost, LONGEST_DELAY_MILLISECONDS) : 0;
    });
    if (review.getState().review?.router === router) measure(router, text);
  };
  const measure = (router: RouterId, text: string) => {
    const change = changeSize(reviewedAgainst, text.split(/\r?\n/));
    // Undone by hand: there is nothing left to decide.
    review.setState({ review: change.added + change.removed === 0 ? null : { router, change } });
  };
  const commit = () => {
    clearTimeout(commitTimer);
    flush();
    if (!review.getState().review) design.getState().commitDraft();
  };
  const stopHandingOver = design.beforeCommit(flush);
  const stopFollowing = design.subscribe(({ draft }) => {
    const waiting = review.getState().review;
    // Another operation committed the draft, or an undo took it away.
    if (waiting && !pending && draft?.router !== waiting.router) review.setState({ review: null });
  });

  return {
    review,
    typed(router, text, pasted = false) {
      if (pending && pending.router !== router) flush();
      if (pasted && !review.getState().review) {
        // What was typed before the paste is not under review; text that is not yet a draft has the paste in it already.
        pending = null;
        design.getState().commitDraft();
        reviewedAgainst = linesOf(router);
        pending = { router, text };
        review.setState({ review: { router, change: { added: 0, removed: 0 } } });
      }
      pending = { router, text };
      clearTimeout(draftTimer);
      clearTimeout(commitTimer);
      if (draftDelay === 0 || pasted) flush();
      else draftTimer = setTimeout(flush, draftDelay);
      commitTimer = setTimeout(commit, QUIET_MILLISECONDS);
    },
    isBehind: (router) => pending?.router === router,
    flush,
    commit,
    acceptPaste() {
      flush();
      review.setState({ review: null });
      commit();
    },
    discardPaste() {
      pending = null;
      clearTimeout(draftTimer);
      clearTimeout(commitTimer);
      review.setState({ review: null });
      design.getState().discardDraft();
    },
    stop() {
      commit();
      clearTimeout(costTimer);
      stopFollowing();
      stopHandingOver();
    },
  };
}

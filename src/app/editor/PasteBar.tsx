import { useStore } from "zustand";
import type { RouterId } from "../../core/index.ts";
import type { Drafting } from "./drafting.ts";

interface PasteBarProps {
  readonly drafting: Drafting;
  readonly nameOf: (router: RouterId) => string;
}

/** Says what a large paste changes, while the canvas already shows it, and asks whether to keep it. */
export function PasteBar({ drafting, nameOf }: PasteBarProps) {
  const review = useStore(drafting.review, (state) => state.review);
  if (!review) return null;
  const { added, removed } = review.change;
  return (
    <div className="configuration-notice" role="alert">
      <span>
        The pasted text adds {lines(added)} to {nameOf(review.router)} and removes {lines(removed)}.
      </span>
      <button type="button" className="primary" onClick={() => drafting.acceptPaste()}>
        Accept
      </button>
      <button type="button" onClick={() => drafting.discardPaste()}>
        Discard
      </button>
    </div>
  );
}

function lines(count: number): string {
  return count === 1 ? "1 line" : `${count} lines`;
}

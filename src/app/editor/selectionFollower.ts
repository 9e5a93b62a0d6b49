import type { JudgedPeering, Place, RouterId } from "../../core/index.ts";
import type { ViewStore } from "../../store/viewStore.ts";
import { selectionTexts } from "./followSelection.ts";

/** Opens and scrolls the texts of what is selected elsewhere, and never answers a selection that came from the texts. */
export interface SelectionFollower {
  /** Runs a change of the view that the caret makes; it opens and scrolls nothing. */
  caretMoves(change: () => void): void;
  /** Told of each place to scroll to. */
  onScroll(listener: (router: RouterId, place: Place) => void): () => void;
  /** A place that was asked for before its text was shown; asked for once. */
  takeScroll(router: RouterId): Place | null;
  /** Opens and scrolls to what is selected once more: after the texts have been put side by side. */
  follow(): void;
  /** Follows from now on, beginning with what is selected. Answers how to stop. */
  start(): () => void;
}

export function createSelectionFollower(view: ViewStore, peerings: () => readonly JudgedPeering[]): SelectionFollower {
  const listeners = new Set<(router: RouterId, place: Place) => void>();
  const waiting = new Map<RouterId, Place>();
  let fromCaret = false;

  const scroll = (place: Place) => {
    waiting.set(place.router, place);
    for (const listener of listeners) listener(place.router, place);
  };
  const follow = () => {
    const state = view.getState();
    const texts = selectionTexts(state.selection, peerings(), state);
    if (!texts) return;
    waiting.clear();
    const { openTab, besideTab } = texts;
    if (openTab !== state.openTab || besideTab !== state.besideTab) view.setState({ openTab, besideTab });
    texts.scrollTo.forEach(scroll);
  };

  return {
    follow,
    caretMoves(change) {
      fromCaret = true;
      try {
        change();
      } finally {
        fromCaret = false;
      }
    },
    onScroll(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    takeScroll(router) {
      const place = waiting.get(router) ?? null;
      waiting.delete(router);
      return place;
    },
    start() {
      follow();
      return view.subscribe((state, before) => {
        if (fromCaret) return;
        // A text that is revealed while it stands beside is shown there, not twice.
        if (state.reveal !== before.reveal && state.openTab === state.besideTab && before.openTab !== state.openTab) {
          view.setState({ openTab: before.openTab });
        }
        if (state.selection !== before.selection) follow();
        // What is played: the first place of each text comes into view.
        else if (state.spotlight !== before.spotlight) firstPlaces(state.spotlight?.places ?? []).forEach(scroll);
        // A place that a panel opened: its lines come into view where its text is shown.
        else if (state.place !== before.place && state.place && state.reveal === before.reveal) scroll(state.place);
      });
    },
  };
}

/** The first place in each router's text. */
function firstPlaces(places: readonly Place[]): readonly Place[] {
  const seen = new Set<RouterId>();
  return places.filter(({ router }) => !seen.has(router) && seen.add(router));
}

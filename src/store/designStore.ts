import { temporal, type TemporalState } from "zundo";
import { createStore, type StoreApi } from "zustand/vanilla";
import { applyEdits, type Design, type Edit, type Operation, type Router, type RouterId } from "../core/index.ts";

/** What somebody is typing into a router's text: read and checked at each key, but not yet a step of the history. */
export interface Draft {
  readonly router: RouterId;
  readonly text: string;
  /** The router as it would be with this text; as it was, where the text is no configuration. */
  readonly parsed: Router;
  /** Why the text is no configuration at all. It is then kept, and shown to be so, until it is one again. */
  readonly refused: string | null;
}

export interface RunOptions {
  /**
   * Steps that follow each other within 800 ms under one name become one step: a burst of arrow keys, typing in one field.
   * The name says what is being changed: "nudge", "HQ description".
   */
  readonly merge?: string;
}

/** The design that is open, and what can be done to it. */
export interface DesignState {
  /** What has been committed. Read `effectiveDesign` to see it with the draft. */
  readonly design: Design;
  /** What the last step did, in a sentence: "Add router R3". */
  readonly label: string;
  readonly draft: Draft | null;
  /** True in a second tab on the same design: nothing changes until it takes over. */
  readonly readOnly: boolean;

  /**
   * Does an operation as one step that can be undone. A draft is committed first, so that an operation sees what the person sees.
   * False: it did not apply (no edits, or read-only), and nothing changed.
   */
  run(operation: Operation, options?: RunOptions): boolean;
  /** Does edits that were made against the effective design, such as a fix, as one step. */
  runEdits(label: string, edits: readonly Edit[], options?: RunOptions): boolean;

  /** Takes a router's text as it is being typed. Findings and edges follow at once; the design does not change. */
  draftText(router: RouterId, text: string): void;
  /** Makes the draft a step of the history: half a second after the last key, on blur, on Ctrl+S. False: there was none. */
  commitDraft(): boolean;
  discardDraft(): void;

  /** Undo and redo commit a draft first, so that no keystroke is lost by them. */
  undo(steps?: number): void;
  redo(steps?: number): void;

  /** Puts another state in place of this one as a step that can be undone: a checkpoint, a file that was dropped. */
  replace(design: Design, label: string): boolean;
  /** Opens another design with a history of its own. */
  open(design: Design, label?: string): void;
  setReadOnly(readOnly: boolean): void;
}

/** The part of the state that the history keeps. */
export interface DesignStep {
  readonly design: Design;
  readonly label: string;
}

export interface DesignStore extends StoreApi<DesignState> {
  /** The stack of steps; subscribe to it for what can be undone. */
  readonly temporal: StoreApi<TemporalState<DesignStep>>;
  /**
   * Whoever holds text that was typed but is not yet a draft is asked to hand it over before anything is committed. Answers how to
   * be asked no more.
   */
  beforeCommit(handOver: () => void): () => void;
}

/** Steps under one `merge` name within this time are one step. */
const MERGE_MILLISECONDS = 800;
/** Whole designs are kept, but they share what did not change. */
const HISTORY_LIMIT = 500;

/** What the store needs to know of configuration text. */
export interface TextReader {
  /** Reads a person's text into the router that it belongs to, which keeps its id; a sentence when it is no configuration. */
  readonly read: (router: Router, text: string) => Router | string;
  /** The operation that puts a router as it was read in place of the one before. */
  readonly commit: (design: Design, read: Router) => Operation;
}

/** A store of one design with its history. It knows no React and no storage. */
export function createDesignStore(initial: Design, reader: TextReader, now: () => number = Date.now): DesignStore {
  let lastMerge: { readonly name: string; readonly at: number } | null = null;

  const holders = new Set<() => void>();

  const states = createStore<DesignState>()(
    temporal(
      (set, get) => {
        const step = (design: Design, label: string, merge: string | undefined, draft = get().draft): boolean => {
          const { design: before, draft: typed, readOnly } = get();
          if (readOnly || design === before) {
            if (draft !== typed) set({ draft });
            return false;
          }
          const at = now();
          const merges = merge !== undefined && lastMerge?.name === merge && at - lastMerge.at <= MERGE_MILLISECONDS;
          const history = store.temporal.getState();
          if (merges) history.pause();
          set({ design, label, draft });
          if (merges) history.resume();
          lastMerge = merge === undefined ? null : { name: merge, at };
          return true;
        };
        return {
          design: initial,
          label: "",
          draft: null,
          readOnly: false,
          run(operation, options) {
            get().commitDraft();
            const { design } = get();
            return step(applyEdits(design, operation.plan(design)), operation.label, options?.merge);
          },
          runEdits(label, edits, options) {
            get().commitDraft();
            return step(applyEdits(get().design, edits), label, options?.merge);
          },
          draftText(id, text) {
            if (get().readOnly) return;
            // A draft of another router would otherwise be forgotten.
            if (get().draft?.router !== id) get().commitDraft();
            const router = get().design.routers.get(id);
            if (!router) return;
            const read = reader.read(readBefore(router, get().draft), text);
            const draft =
              typeof read === "string" ? { parsed: router, refused: read } : { parsed: read, refused: null };
            set({ draft: { router: id, text, ...draft } });
          },
          commitDraft() {
            for (const handOver of holders) handOver();
            const { draft, design } = get();
            if (!draft || draft.refused !== null) return false;
            const operation = reader.commit(design, draft.parsed);
            // In one stroke with the draft, so that nobody checks or draws the design as it was before it.
            return step(applyEdits(design, operation.plan(design)), operation.label, `text of ${draft.router}`, null);
          },
          discardDraft() {
            if (get().draft) set({ draft: null });
          },
          undo(steps) {
            get().commitDraft();
            if (get().readOnly) return;
            lastMerge = null;
            store.temporal.getState().undo(steps);
          },
          redo(steps) {
            get().commitDraft();
            if (get().readOnly) return;
            lastMerge = null;
            store.temporal.getState().redo(steps);
          },
          replace(design, label) {
            get().commitDraft();
            return step(design, label, undefined);
          },
          open(design, label = "") {
            lastMerge = null;
            set({ design, label, draft: null });
            store.temporal.getState().clear();
          },
          setReadOnly(readOnly) {
            if (get().readOnly !== readOnly) set({ readOnly, ...(readOnly ? { draft: null } : {}) });
          },
        };
      },
      {
        partialize: ({ design, label }): DesignStep => ({ design, label }),
        equality: (past, now) => past.design === now.design,
        limit: HISTORY_LIMIT,
      },
    ),
  );
  const store: DesignStore = Object.assign(states, {
    beforeCommit(handOver: () => void) {
      holders.add(handOver);
      return () => void holders.delete(handOver);
    },
  });
  return store;
}

/**
 * What a text is read on the ground of, so that a keystroke costs what it changes: the design's router where that was read from a
 * text; else, as for one that was drawn, what the keystroke before was read into.
 */
function readBefore(router: Router, draft: Draft | null): Router {
  if (router.source?.elements === router.elements) return router;
  return draft?.router === router.id && draft.refused === null ? draft.parsed : router;
}

const withDraft = new WeakMap<Draft, { readonly design: Design; readonly effective: Design }>();

/** The design with the draft in it: what is drawn, checked and shown. The same value for the same design and draft. */
export function effectiveDesign({ design, draft }: Pick<DesignState, "design" | "draft">): Design {
  if (!draft || draft.refused !== null) return design;
  const known = withDraft.get(draft);
  if (known?.design === design) return known.effective;
  const effective = applyEdits(design, [{ op: "putRouter", router: draft.parsed }]);
  withDraft.set(draft, { design, effective });
  return effective;
}

/** One line of the history list. */
export interface HistoryEntry {
  readonly label: string;
  /** How many steps it is away: negative to undo, positive to redo, 0 is now. */
  readonly offset: number;
}

/** All steps, oldest first; the first is the design as it was opened. */
export function historyEntries(store: DesignStore): readonly HistoryEntry[] {
  const { pastStates, futureStates } = store.temporal.getState();
  const past = pastStates.map((step, index) => ({ label: step.label ?? "", offset: index - pastStates.length }));
  const future = futureStates.map((step, index) => ({ label: step.label ?? "", offset: futureStates.length - index }));
  return [...past, { label: store.getState().label, offset: 0 }, ...future.reverse()];
}

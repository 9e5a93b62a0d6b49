import { createStore } from "zustand/vanilla";
import type { Design } from "../core/index.ts";
import type { DesignStore } from "./designStore.ts";
import type { DesignStorage, DesignSummary, StoredDesign } from "./designStorage.ts";
import type { KnownState, UnsavedJournal } from "./unsavedJournal.ts";

/** How the open design stands with the storage. */
export interface SaveState {
  readonly status: "saved" | "saving" | "failed";
  /** When it was last written, in milliseconds since 1970; null before the first time. */
  readonly savedAt: number | null;
  /** Why it could not be written, for the person whose work it is. */
  readonly failure: string | null;
}

/** What writes the open design away. */
export interface Saver {
  readonly state: ReturnType<typeof createSaveStore>;
  /** The id that the open design is stored under. */
  id(): string;
  /** Follows another design from here on: the one that is stored so, or a new one. */
  follow(id: string, stored: KnownState | null): void;
  /** Writes at once what is not yet written; resolves when it is, or when it has failed. */
  flush(): Promise<void>;
  /**
   * Like flush, for a page that is being closed: what the database may not finish is left in the journal. False: it did not fit
   * there, and could be lost.
   */
  leave(): boolean;
  /** Writes the design even if it has not changed since it was opened: a new one that is to be kept. */
  writeNow(): Promise<void>;
  /** Keeps the present state as a checkpoint. One that a person named stays until they delete it. */
  checkpoint(reason: string, named?: true): Promise<void>;
  stop(): void;
}

/** A change is written this long after it at the latest, in milliseconds. */
const SAVE_DELAY = 250;

const createSaveStore = () => createStore<SaveState>()(() => ({ status: "saved", savedAt: null, failure: null }));

export interface SaverOptions {
  readonly store: DesignStore;
  /** Null where the browser gives none: then nothing can be saved, and the state says so from the first change. */
  readonly storage: DesignStorage | null;
  /** Null where the browser gives none. */
  readonly journal: UnsavedJournal | null;
  readonly write: (design: Design) => string;
  /** The same while the page goes on answering, for a save that need not be done at once. */
  readonly writeInPieces: (design: Design) => Promise<string>;
  /** Null when `write` can be called, else what to wait for. Absent: always. */
  readonly ready?: () => Promise<void> | null;
  readonly now?: () => number;
}

/**
 * Watches the design and writes it after each change. It is the only thing that writes designs; when a write fails it says so
 * and tries again with the next change.
 */
export function createSaver({
  store,
  storage,
  journal,
  write,
  writeInPieces,
  ready,
  now = Date.now,
}: SaverOptions): Saver {
  const state = createSaveStore();
  let id = "";
  /** What the database has, and what is on its way there. */
  let stored: KnownState | null = null;
  let underWay: KnownState | null = null;
  let written: Design | null = store.getState().design;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  let busy: "no" | "composing" | "writing" = "no";
  /** Counts the saves, so that one which is overtaken while it composes its text writes nothing. */
  let turn = 0;

  const stateOf = (
    design: Design,
    text: string,
    at: number,
  ): { readonly stored: StoredDesign; readonly summary: DesignSummary } => {
    const savedAt = now();
    return {
      stored: { id, revision: at, text, savedAt },
      summary: { id, name: design.name, routers: design.routers.size, savedAt },
    };
  };
  const save = async (isUrgent: boolean): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const { design, readOnly } = store.getState();
    if (design === written || readOnly) return;
    const target = id;
    const own = (turn += 1);
    busy = "composing";
    try {
      if (!storage) throw new Error("This browser gives the page no storage.");
      const wait = ready?.();
      if (wait) await wait;
      const text = isUrgent ? write(design) : await writeInPieces(design);
      if (own !== turn || target !== id) return;
      busy = "writing";
      const next = stateOf(design, text, (stored?.revision ?? 0) + 1);
      underWay = next.stored;
      const result = await storage.write(next.stored, next.summary);
      if (target !== id) return;
      if (result === "stale") throw new Error("Another tab has saved a newer state of this design.");
      stored = next.stored;
      written = design;
      const settled = store.getState().design === design;
      state.setState({ status: settled ? "saved" : "saving", savedAt: next.stored.savedAt, failure: null });
      if (settled) journal?.drop(target);
      else schedule();
    } catch (error) {
      if (own !== turn) return;
      state.setState({ status: "failed", failure: error instanceof Error ? error.message : String(error) });
    } finally {
      if (own === turn) {
        busy = "no";
        underWay = null;
      }
    }
  };
  /** A write that has begun is waited for; a text that is still being composed is composed at once instead. */
  const saveAtOnce = (): Promise<void> => {
    running = busy === "writing" ? running.then(() => save(true)) : save(true);
    return running;
  };
  const schedule = () => {
    timer ??= setTimeout(() => {
      running = running.then(() => save(false));
    }, SAVE_DELAY);
  };
  const flush = (): Promise<void> => {
    store.getState().commitDraft();
    // The write begins within this call where none is under way: the page may be about to be closed.
    return saveAtOnce();
  };
  const stopWatching = store.subscribe((current, before) => {
    if (current.design === before.design || current.readOnly) return;
    if (current.design === written) {
      // Undone back to what is stored: there is nothing left to write.
      clearTimeout(timer);
      timer = undefined;
      if (busy === "composing") turn += 1;
      journal?.drop(id);
      state.setState({ status: "saved", failure: null });
      return;
    }
    state.setState({ status: "saving" });
    schedule();
  });

  return {
    state,
    id: () => id,
    follow(nextId, nextStored) {
      clearTimeout(timer);
      timer = undefined;
      id = nextId;
      stored = nextStored;
      underWay = null;
      written = store.getState().design;
      state.setState({ status: "saved", savedAt: null, failure: null });
    },
    flush,
    leave() {
      store.getState().commitDraft();
      const { design, readOnly } = store.getState();
      // A page that is closed before it can write has hardly been changed.
      const canWrite = (ready?.() ?? null) === null;
      const isWanting = design !== written && !readOnly && canWrite;
      const known = [stored, underWay].filter((one) => one !== null);
      // One revision above the one that a write under way may still give.
      const isKept =
        !isWanting || (journal?.keep(stateOf(design, write(design), (stored?.revision ?? 0) + 2), known) ?? false);
      void flush();
      return isKept;
    },
    writeNow() {
      written = null;
      running = running.then(() => save(false));
      return running;
    },
    async checkpoint(reason, named) {
      const { design } = store.getState();
      const target = id;
      const text = await writeInPieces(design);
      await storage?.addCheckpoint({ design: target, reason, text, savedAt: now(), ...(named && { named }) });
    },
    stop() {
      clearTimeout(timer);
      stopWatching();
    },
  };
}

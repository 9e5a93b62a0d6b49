import type { Design } from "../core/index.ts";
import type { DesignStore } from "./designStore.ts";
import type { Checkpoint, DeletedDesign, DesignStorage, DesignSummary, StoredDesign } from "./designStorage.ts";
import { newDesignId } from "./identities.ts";
import { createSaver, type Saver } from "./saver.ts";
import type { TabRole } from "./tabRole.ts";
import type { UnsavedJournal } from "./unsavedJournal.ts";

/** How designs become files and back. Reading answers the design and what was wrong with it, or throws why it can't be read. */
export interface DesignFormat {
  /** Null when designs can be read and written, else what to wait for. */
  readonly ready: () => Promise<void> | null;
  readonly write: (design: Design) => string;
  readonly read: (text: string) => ReadDesign;
  /** The same, while the page goes on answering: a large design takes seconds. */
  readonly writeInPieces: (design: Design) => Promise<string>;
  readonly readInPieces: (text: string) => Promise<ReadDesign>;
}

export interface ReadDesign {
  readonly design: Design;
  readonly problems: readonly string[];
}

/** The designs of this browser: which one is open, and how another one is opened. */
export interface Library {
  readonly saver: Saver;
  readonly format: DesignFormat;
  list(): Promise<readonly DesignSummary[]>;
  /** Opens what was open last; `fallback` when there is nothing. Answers what was wrong with it. */
  reopen(fallback: () => Promise<Design>): Promise<readonly string[]>;
  /** Opens a stored design. */
  open(id: string): Promise<readonly string[]>;
  /** Opens a design that is not stored yet. It is stored with its first change, or at once when `keep` is set. */
  begin(design: Design, keep: boolean): Promise<void>;
  duplicate(id: string): Promise<void>;
  /** Deletes a design. For as long as the page is open it can be put back. */
  remove(id: string): Promise<void>;
  /** What was deleted since the page was opened. */
  deleted(): readonly DesignSummary[];
  putBack(id: string): Promise<void>;
  checkpoints(): Promise<readonly Checkpoint[]>;
  restore(checkpoint: Checkpoint): Promise<readonly string[]>;
  removeCheckpoint(checkpoint: Checkpoint): Promise<void>;
  /** Makes this tab the one that writes. */
  takeOver(): Promise<void>;
}

/** Remembers which design a tab has open, so that a reload opens the same. */
export type TabMemory = Pick<Storage, "getItem" | "setItem">;

const OPEN_KEY = "tunnelwright.open";

export interface LibraryOptions {
  readonly store: DesignStore;
  readonly storage: DesignStorage | null;
  readonly journal: UnsavedJournal | null;
  readonly format: DesignFormat;
  readonly memory: TabMemory | null;
  readonly tab: TabRole;
  /** Told as soon as another design is seen, while the tab's claim to it and its first write are still on their way. */
  readonly onShown?: () => void;
}

export function createLibrary({ store, storage, journal, format, memory, tab, onShown }: LibraryOptions): Library {
  const { write, writeInPieces, ready } = format;
  const deleted = new Map<string, DeletedDesign>();
  const saver = createSaver({ store, storage, journal, write, writeInPieces, ready });

  const show = async (id: string, stored: StoredDesign | null, design: Design): Promise<void> => {
    store.getState().setReadOnly(false);
    store.getState().open(design);
    const isAnother = id !== saver.id();
    saver.follow(id, stored);
    memory?.setItem(OPEN_KEY, id);
    if (isAnother) onShown?.();
    store.getState().setReadOnly(!(await tab.claim(id)));
  };
  const open = async (id: string): Promise<readonly string[]> => {
    await saver.flush();
    const stored = await storage?.read(id);
    if (!stored) throw new Error("This design is no longer in the browser's storage.");
    await format.ready();
    const { design, problems } = await format.readInPieces(stored.text);
    await show(id, stored, design);
    return problems;
  };
  /** Stores what a page that was closed could not; the storage refuses what is older than what it has. */
  const recover = async (): Promise<readonly string[]> => {
    const problems: string[] = [];
    for (const { summary, over } of (storage && journal?.entries()) ?? []) {
      try {
        const unsaved = over(await storage?.read(summary.id));
        if (unsaved) await storage?.write(unsaved, summary);
        journal?.drop(summary.id);
      } catch (error) {
        // It stays in the journal for the next page.
        problems.push(`The last changes to “${summary.name}” could not be stored yet: ${String(error)}`);
      }
    }
    return problems;
  };
  const latest = async (): Promise<string | undefined> => {
    const summaries = (await storage?.list()) ?? [];
    const own = memory?.getItem(OPEN_KEY);
    if (summaries.some(({ id }) => id === own)) return own ?? undefined;
    return [...summaries].sort((one, other) => other.savedAt - one.savedAt)[0]?.id;
  };

  tab.onLost(async () => {
    await saver.flush();
    store.getState().setReadOnly(true);
  });

  return {
    saver,
    format,
    list: async () => (await storage?.list()) ?? [],
    async reopen(fallback) {
      const unstored = await recover();
      const id = await latest();
      if (id !== undefined) return [...unstored, ...(await open(id))];
      await show(newDesignId(), null, await fallback());
      return unstored;
    },
    open,
    async begin(design, keep) {
      await saver.flush();
      await show(newDesignId(), null, design);
      if (keep) await saver.writeNow();
    },
    async duplicate(id) {
      await saver.flush();
      const stored = await storage?.read(id);
      if (!stored) throw new Error("This design is no longer in the browser's storage.");
      await format.ready();
      const { design } = await format.readInPieces(stored.text);
      await show(newDesignId(), null, { ...design, name: `${design.name} (copy)` });
      await saver.writeNow();
    },
    async remove(id) {
      const gone = await storage?.remove(id);
      if (gone) deleted.set(id, gone);
    },
    deleted: () => [...deleted.values()].map(({ summary }) => summary),
    async putBack(id) {
      const gone = deleted.get(id);
      if (!gone) return;
      await storage?.putBack(gone);
      deleted.delete(id);
    },
    checkpoints: async () => (await storage?.checkpoints(saver.id())) ?? [],
    async restore(checkpoint) {
      const id = saver.id();
      await format.ready();
      const { design, problems } = await format.readInPieces(checkpoint.text);
      if (id !== saver.id()) return [];
      store.getState().replace(design, `Restore “${checkpoint.reason}”`);
      return problems;
    },
    async removeCheckpoint({ key }) {
      if (key !== undefined) await storage?.removeCheckpoint(key);
    },
    async takeOver() {
      const id = saver.id();
      await tab.takeOver(id);
      // The other tab has written its last state; this one goes on from there.
      const stored = await storage?.read(id);
      await format.ready();
      if (stored) await show(id, stored, (await format.readInPieces(stored.text)).design);
      else store.getState().setReadOnly(false);
    },
  };
}

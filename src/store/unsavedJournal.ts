import type { DesignSummary, StoredDesign } from "./designStorage.ts";

/** A state of a design that the page could not be sure to have stored before it was closed. */
export interface UnsavedDesign {
  readonly stored: StoredDesign;
  readonly summary: DesignSummary;
}

/**
 * Where a page that is being closed leaves its last state. A database answers later than such a page lives; this takes the
 * state at once, and the next page stores it.
 */
export interface UnsavedJournal {
  keep(unsaved: UnsavedDesign): void;
  drop(id: string): void;
  entries(): readonly UnsavedDesign[];
}

const PREFIX = "tunnelwright.unsaved.";

/** A journal in the browser's key-value storage, which writes before it returns. */
export function createUnsavedJournal(storage: Storage): UnsavedJournal {
  return {
    keep(unsaved) {
      try {
        storage.setItem(PREFIX + unsaved.stored.id, JSON.stringify(unsaved));
      } catch {
        // Too large for it, or forbidden. The database, which is written to at the same time, may still make it.
        storage.removeItem(PREFIX + unsaved.stored.id);
      }
    },
    drop: (id) => storage.removeItem(PREFIX + id),
    entries() {
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
      return keys.filter((key) => key.startsWith(PREFIX)).flatMap((key) => read(storage.getItem(key)));
    },
  };
}

function read(text: string | null): readonly UnsavedDesign[] {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    return isUnsaved(value) ? [value] : [];
  } catch {
    // Another hand wrote there. It is left as it is, and opens nothing.
    return [];
  }
}

function isUnsaved(value: unknown): value is UnsavedDesign {
  const { stored, summary } = (value ?? {}) as Partial<UnsavedDesign>;
  return (
    typeof stored?.id === "string" &&
    typeof stored.text === "string" &&
    Number.isInteger(stored.revision) &&
    typeof stored.savedAt === "number" &&
    summary?.id === stored.id &&
    typeof summary.name === "string" &&
    Number.isInteger(summary.routers) &&
    typeof summary.savedAt === "number"
  );
}

import type { DesignSummary, StoredDesign } from "./designStorage.ts";
import { changesBetween, isTextChanges, withChanges, type TextChanges } from "./textChanges.ts";

/** A state of a design that the page could not be sure to have stored before it was closed. */
export interface UnsavedDesign {
  readonly stored: StoredDesign;
  readonly summary: DesignSummary;
}

/** A state of a design that is in the database, or may be when the next page looks. */
export type KnownState = Pick<StoredDesign, "revision" | "text">;

/** What a page has left behind. */
export interface UnsavedEntry {
  readonly summary: DesignSummary;
  /** The state that it left, given the one that is in the database; null where that is as new, or was written by somebody else. */
  readonly over: (known: KnownState | undefined) => StoredDesign | null;
}

/**
 * Where a page that is being closed leaves its last state. A database answers later than such a page lives; this takes the
 * state at once, and the next page stores it. There is little room in it: of a large design it keeps what differs from what is stored.
 */
export interface UnsavedJournal {
  /** Answers whether the state is kept: it may be too large, and so may be what differs. */
  keep(unsaved: UnsavedDesign, known: readonly KnownState[]): boolean;
  drop(id: string): void;
  entries(): readonly UnsavedEntry[];
}

const PREFIX = "tunnelwright.unsaved.";
/** A text of fewer characters is kept whole, and needs nothing else to be read again. */
const SMALL = 200_000;

/** What stands in the storage instead of a whole text. */
interface Difference {
  readonly from: { readonly revision: number; readonly length: number };
  readonly changes: TextChanges;
}

type Kept =
  | UnsavedDesign
  | {
      readonly stored: Omit<StoredDesign, "text">;
      readonly summary: DesignSummary;
      readonly differences: readonly Difference[];
    };

/** A journal in the browser's key-value storage, which writes before it returns. */
export function createUnsavedJournal(storage: Storage): UnsavedJournal {
  return {
    keep(unsaved, known) {
      try {
        storage.setItem(PREFIX + unsaved.stored.id, JSON.stringify(keptOf(unsaved, known)));
        return true;
      } catch {
        // Too large for it, or forbidden. The database, which is written to at the same time, may still make it.
        storage.removeItem(PREFIX + unsaved.stored.id);
        return false;
      }
    },
    drop: (id) => storage.removeItem(PREFIX + id),
    entries() {
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
      return keys.filter((key) => key.startsWith(PREFIX)).flatMap((key) => read(storage.getItem(key)));
    },
  };
}

function keptOf(unsaved: UnsavedDesign, known: readonly KnownState[]): Kept {
  const { text, ...stored } = unsaved.stored;
  if (text.length < SMALL || known.length === 0) return unsaved;
  const differences = known.map((one): Difference => ({
    from: { revision: one.revision, length: one.text.length },
    changes: changesBetween(one.text, text),
  }));
  return { stored, summary: unsaved.summary, differences };
}

function read(text: string | null): readonly UnsavedEntry[] {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    return isKept(value) ? [{ summary: value.summary, over: (known) => stateOver(value, known) }] : [];
  } catch {
    // Another hand wrote there. It is left as it is, and opens nothing.
    return [];
  }
}

function stateOver(kept: Kept, known: KnownState | undefined): StoredDesign | null {
  if (!("differences" in kept)) return known && known.revision >= kept.stored.revision ? null : kept.stored;
  const difference = kept.differences.find(
    ({ from }) => known?.revision === from.revision && known.text.length === from.length,
  );
  return known && difference ? { ...kept.stored, text: withChanges(known.text, difference.changes) } : null;
}

function isKept(value: unknown): value is Kept {
  const { stored, summary, differences } = (value ?? {}) as {
    readonly stored?: Partial<StoredDesign>;
    readonly summary?: Partial<DesignSummary>;
    readonly differences?: unknown;
  };
  return (
    typeof stored?.id === "string" &&
    (typeof stored.text === "string" || (Array.isArray(differences) && differences.every(isDifference))) &&
    Number.isInteger(stored.revision) &&
    typeof stored.savedAt === "number" &&
    summary?.id === stored.id &&
    typeof summary.name === "string" &&
    Number.isInteger(summary.routers) &&
    typeof summary.savedAt === "number"
  );
}

function isDifference(value: unknown): value is Difference {
  const { from, changes } = (value ?? {}) as {
    readonly from?: Partial<Difference["from"]>;
    readonly changes?: unknown;
  };
  return Number.isInteger(from?.revision) && Number.isInteger(from?.length) && isTextChanges(changes);
}

import { openDB, type DBSchema, type IDBPDatabase } from "idb";

/** One saved state of a design. Revisions count up from 1 and are never reused. */
export interface StoredDesign {
  readonly id: string;
  readonly revision: number;
  /** The design file, as `saveDesign` writes it. */
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** What the library shows of a design without reading it. */
export interface DesignSummary {
  readonly id: string;
  readonly name: string;
  readonly routers: number;
  readonly savedAt: number;
}

/** A state that can be gone back to, kept before something large replaced it, or as time went by. */
export interface Checkpoint {
  /** Counts up over all designs. */
  readonly key?: number;
  readonly design: string;
  /** Why it was kept: "Before import"; the name that a person gave it. */
  readonly reason: string;
  /** A person kept it by hand: it stays until they delete it. */
  readonly named?: true;
  readonly text: string;
  readonly savedAt: number;
}

/** All that was kept of a design when it was deleted: enough to put it back. */
export interface DeletedDesign {
  readonly summary: DesignSummary;
  readonly states: readonly StoredDesign[];
  /** As they were kept, with their keys. */
  readonly checkpoints: readonly Checkpoint[];
}

/** Where designs are kept. `write` refuses to put an older state over a newer one. */
export interface DesignStorage {
  list(): Promise<readonly DesignSummary[]>;
  /** The newest state of a design. */
  read(id: string): Promise<StoredDesign | undefined>;
  /** Writes revision `stored.revision`; `stale` when somebody has written that one or a later one. */
  write(stored: StoredDesign, summary: DesignSummary): Promise<"written" | "stale">;
  /** Deletes a design with its checkpoints, and answers what went; undefined where there is no such design. */
  remove(id: string): Promise<DeletedDesign | undefined>;
  /** Puts back what was deleted, under a state that somebody has written since. */
  putBack(deleted: DeletedDesign): Promise<void>;
  addCheckpoint(checkpoint: Checkpoint): Promise<void>;
  /** Newest first. */
  checkpoints(design: string): Promise<readonly Checkpoint[]>;
  removeCheckpoint(key: number): Promise<void>;
}

interface Schema extends DBSchema {
  readonly designs: { key: [string, number]; value: StoredDesign };
  readonly summaries: { key: string; value: DesignSummary };
  readonly checkpoints: { key: number; value: Checkpoint; indexes: { design: string } };
}

/** How many checkpoints of its own accord a design keeps; the oldest go first. */
const CHECKPOINTS_KEPT = 30;

/**
 * Designs in the browser's database. Each state has a row of its own, and the older ones go once the new one is safely there:
 * a crash in the middle of a save leaves the state before it.
 */
export async function openDesignStorage(): Promise<DesignStorage> {
  const database = await openDB<Schema>("tunnelwright", 1, {
    upgrade(db) {
      db.createObjectStore("designs", { keyPath: ["id", "revision"] });
      db.createObjectStore("summaries", { keyPath: "id" });
      const checkpoints = db.createObjectStore("checkpoints", { keyPath: "key", autoIncrement: true });
      checkpoints.createIndex("design", "design");
    },
  });
  return {
    list: () => database.getAll("summaries"),
    read: (id) => newest(database, id),
    write: (stored, summary) => write(database, stored, summary),
    remove: (id) => remove(database, id),
    putBack: (deleted) => putBack(database, deleted),
    async addCheckpoint(checkpoint) {
      const transaction = database.transaction("checkpoints", "readwrite");
      // Those with a name stand apart, so that no later one takes their place.
      await transaction.store.add(
        checkpoint.named ? { ...checkpoint, design: namedOf(checkpoint.design) } : checkpoint,
      );
      const keys = await transaction.store.index("design").getAllKeys(checkpoint.design);
      for (const key of keys.slice(0, -CHECKPOINTS_KEPT)) await transaction.store.delete(key);
      await transaction.done;
    },
    async checkpoints(design) {
      const [kept, named] = await Promise.all(
        [design, namedOf(design)].map((of) => database.getAllFromIndex("checkpoints", "design", of)),
      );
      const all = [...(kept ?? []), ...(named ?? []).map((one) => ({ ...one, design }))];
      return all.sort((one, other) => other.savedAt - one.savedAt);
    },
    removeCheckpoint: (key) => database.delete("checkpoints", key),
  };
}

/** Under what the checkpoints with a name of a design are found. */
function namedOf(design: string): string {
  return `${design} named`;
}

async function newest(database: IDBPDatabase<Schema>, id: string): Promise<StoredDesign | undefined> {
  const cursor = await database.transaction("designs").store.openCursor(revisionsOf(id), "prev");
  return cursor?.value;
}

/** Checkpoints hold keys as the design does: none is left behind. */
async function remove(database: IDBPDatabase<Schema>, id: string): Promise<DeletedDesign | undefined> {
  const transaction = database.transaction(["designs", "summaries", "checkpoints"], "readwrite");
  const [designs, summaries, kept] = [
    transaction.objectStore("designs"),
    transaction.objectStore("summaries"),
    transaction.objectStore("checkpoints"),
  ];
  const [states, summary, unnamed, named] = await Promise.all([
    designs.getAll(revisionsOf(id)),
    summaries.get(id),
    kept.index("design").getAll(id),
    kept.index("design").getAll(namedOf(id)),
  ]);
  const checkpoints = [...unnamed, ...named];
  await Promise.all([
    designs.delete(revisionsOf(id)),
    summaries.delete(id),
    ...checkpoints.map(({ key }) => (key === undefined ? undefined : kept.delete(key))),
    transaction.done,
  ]);
  return summary && { summary, states, checkpoints };
}

async function putBack(database: IDBPDatabase<Schema>, { checkpoints, states, summary }: DeletedDesign): Promise<void> {
  const transaction = database.transaction(["designs", "summaries", "checkpoints"], "readwrite");
  const designs = transaction.objectStore("designs");
  // Another tab that had it open may have written it anew.
  const isThere = (await designs.getKey(revisionsOf(summary.id))) !== undefined;
  await Promise.all([
    ...(isThere ? [] : states.map((state) => designs.add(state))),
    ...(isThere ? [] : [transaction.objectStore("summaries").put(summary)]),
    ...checkpoints.map((checkpoint) => transaction.objectStore("checkpoints").put(checkpoint)),
    transaction.done,
  ]);
}

async function write(
  database: IDBPDatabase<Schema>,
  stored: StoredDesign,
  summary: DesignSummary,
): Promise<"written" | "stale"> {
  const transaction = database.transaction(["designs", "summaries"], "readwrite", { durability: "strict" });
  const designs = transaction.objectStore("designs");
  // Every request is issued at once: a page that is being closed runs no callbacks, but its transaction is still committed.
  const earlierKeys = designs.getAllKeys(revisionsOf(stored.id));
  const added = designs.add(stored).then(
    () => true,
    () => false,
  );
  const listed = transaction.objectStore("summaries").put(summary);
  const done = transaction.done.then(
    () => null,
    (reason: unknown) => reason,
  );
  const keys = await earlierKeys;
  if (keys.some(([, revision]) => revision >= stored.revision)) {
    abortQuietly(transaction);
    await Promise.allSettled([added, listed, done]);
    return "stale";
  }
  await Promise.all(keys.map((key) => designs.delete(key)));
  const [isAdded, , failure] = await Promise.all([added, listed, done]);
  if (failure !== null)
    throw failure instanceof Error ? failure : new Error("The browser's storage refused the design.");
  return isAdded ? "written" : "stale";
}

function abortQuietly(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // The failed request has aborted it already, which is what was wanted.
  }
}

function revisionsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);
}

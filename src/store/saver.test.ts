import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EMPTY_DESIGN, type Design, type Operation } from "../core/index.ts";
import { createDesignStore, type TextReader } from "./designStore.ts";
import type { DesignStorage, StoredDesign } from "./designStorage.ts";
import { createSaver } from "./saver.ts";
import type { KnownState, UnsavedDesign, UnsavedJournal } from "./unsavedJournal.ts";

const reader: TextReader = { read: (router) => router, commit: () => ({ label: "", plan: () => [] }) };
const rename = (name: string): Operation => ({ label: name, plan: () => [{ op: "setName", name }] });

/** A storage in memory that refuses what is stale, as the real one does. */
function memoryStorage() {
  const rows: StoredDesign[] = [];
  const storage: DesignStorage = {
    list: () => Promise.resolve([]),
    read: (id) => Promise.resolve(rows.filter((row) => row.id === id).at(-1)),
    write(stored) {
      if (rows.some((row) => row.id === stored.id && row.revision >= stored.revision)) return Promise.resolve("stale");
      rows.push(stored);
      return Promise.resolve("written");
    },
    remove: () => Promise.resolve(undefined),
    putBack: () => Promise.resolve(),
    addCheckpoint: () => Promise.resolve(),
    checkpoints: () => Promise.resolve([]),
    removeCheckpoint: () => Promise.resolve(),
  };
  return { rows, storage };
}

const atOnce = (design: Design) => Promise.resolve(design.name);

function open(storage: DesignStorage | null, writeInPieces: (design: Design) => Promise<string> = atOnce) {
  const store = createDesignStore(EMPTY_DESIGN, reader);
  const journal = memoryJournal();
  const saver = createSaver({ store, storage, journal, write: (design) => design.name, writeInPieces });
  saver.follow("d1", null);
  return { store, saver, journal, status: () => saver.state.getState().status };
}

/** A journal with room for texts of so many characters. */
function memoryJournal(room = 1000) {
  const kept = new Map<string, { readonly unsaved: UnsavedDesign; readonly known: readonly KnownState[] }>();
  const journal: UnsavedJournal = {
    keep(unsaved, known) {
      if (unsaved.stored.text.length > room) return false;
      kept.set(unsaved.stored.id, { unsaved, known });
      return true;
    },
    drop: (id) => void kept.delete(id),
    entries: () => [...kept.values()].map(({ unsaved }) => ({ ...unsaved, over: () => unsaved.stored })),
  };
  return { ...journal, kept: () => [...kept.values()] };
}

describe("the saver", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("writes a change within 350 ms, many changes as one, and says so", async () => {
    const { rows, storage } = memoryStorage();
    const { store, status } = open(storage);
    for (const name of ["a", "ab", "abc"]) store.getState().run(rename(name));
    expect(status()).toBe("saving");
    await vi.advanceTimersByTimeAsync(350);
    expect(rows.map(({ revision, text }) => [revision, text])).toEqual([[1, "abc"]]);
    expect(status()).toBe("saved");
  });

  it("leaves what is not written yet in the journal when the page is closed, above a write under way", async () => {
    const { storage } = memoryStorage();
    const { store, saver, journal } = open(storage);
    saver.leave();
    expect(journal.entries()).toEqual([]);
    store.getState().run(rename("a"));
    await vi.advanceTimersByTimeAsync(350);
    store.getState().run(rename("ab"));
    saver.leave();
    const [{ unsaved, known } = { unsaved: null, known: [] }] = journal.kept();
    expect([unsaved?.stored.revision, unsaved?.stored.text, unsaved?.summary.name]).toEqual([3, "ab", "ab"]);
    expect(known.map(({ revision, text }) => [revision, text])).toEqual([[1, "a"]]);
  });

  it("tells the journal of what is stored and of what is on its way there", async () => {
    const { storage } = memoryStorage();
    let arrive: () => void = () => undefined;
    const { store, saver, journal } = open({
      ...storage,
      write: (stored, summary) =>
        new Promise((resolve) => (arrive = () => void storage.write(stored, summary).then(resolve))),
    });
    for (const name of ["a", "ab"]) {
      store.getState().run(rename(name));
      await vi.advanceTimersByTimeAsync(350);
      if (name === "a") arrive();
      await vi.advanceTimersByTimeAsync(0);
    }
    store.getState().run(rename("abc"));
    saver.leave();
    expect(journal.kept()[0]?.known.map(({ revision, text }) => [revision, text])).toEqual([
      [1, "a"],
      [2, "ab"],
    ]);
  });

  it("says whether the page can be closed without losing anything", async () => {
    const { storage } = memoryStorage();
    const { store, saver } = open(storage);
    expect(saver.leave()).toBe(true);
    store.getState().run(rename("a"));
    expect(saver.leave()).toBe(true);
    store.getState().run(rename("a".repeat(2000)));
    expect(saver.leave()).toBe(false);
    await vi.advanceTimersByTimeAsync(350);
    expect(saver.leave()).toBe(true);
  });

  it("clears the journal once the page that was left after all has stored its state, or undone it", async () => {
    const { storage } = memoryStorage();
    const { store, saver, journal } = open(storage);
    store.getState().run(rename("a"));
    saver.leave();
    await vi.advanceTimersByTimeAsync(350);
    expect(journal.entries()).toEqual([]);

    const refusing = open({ ...storage, write: () => Promise.reject(new Error("The disk is full.")) });
    refusing.store.getState().run(rename("a"));
    refusing.saver.leave();
    await vi.advanceTimersByTimeAsync(350);
    expect(refusing.journal.entries()).toHaveLength(1);
    refusing.store.getState().undo();
    expect(refusing.journal.entries()).toEqual([]);
  });

  it("writes nothing when a design is only opened, or undone to what is stored", async () => {
    const { rows, storage } = memoryStorage();
    const { store, saver, status } = open(storage);
    await saver.flush();
    store.getState().run(rename("a"));
    store.getState().undo();
    await vi.advanceTimersByTimeAsync(1000);
    expect(rows).toEqual([]);
    expect(status()).toBe("saved");
  });

  it("writes a change that came while it was writing, in order", async () => {
    const { rows, storage } = memoryStorage();
    const { store, saver } = open(storage);
    store.getState().run(rename("a"));
    const flushed = saver.flush();
    store.getState().run(rename("b"));
    await flushed;
    await vi.advanceTimersByTimeAsync(350);
    expect(rows.map(({ text }) => text)).toEqual(["a", "b"]);
  });

  it("writes at once what the page is closed upon, also while a large text is still being composed", async () => {
    const { rows, storage } = memoryStorage();
    let compose: (text: string) => void = () => undefined;
    const { store, saver, status } = open(storage, () => new Promise((resolve) => (compose = resolve)));
    store.getState().run(rename("a"));
    await vi.advanceTimersByTimeAsync(350);
    expect(rows).toEqual([]);
    expect(status()).toBe("saving");
    saver.leave();
    expect(rows.map(({ revision, text }) => [revision, text])).toEqual([[1, "a"]]);
    compose("a, too late");
    await vi.advanceTimersByTimeAsync(350);
    expect(rows).toHaveLength(1);
    expect(status()).toBe("saved");
  });

  it("writes what came while a large text was being composed", async () => {
    const { rows, storage } = memoryStorage();
    const slowly = async ({ name }: Design) => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      return name;
    };
    const { store, status } = open(storage, slowly);
    store.getState().run(rename("a"));
    await vi.advanceTimersByTimeAsync(600);
    store.getState().run(rename("b"));
    await vi.advanceTimersByTimeAsync(3000);
    expect(rows.map(({ text }) => text)).toEqual(["a", "b"]);
    expect(status()).toBe("saved");
  });

  it("refuses to write over a newer state of another tab", async () => {
    const { rows, storage } = memoryStorage();
    const { store, saver, status } = open(storage);
    rows.push({ id: "d1", revision: 4, text: "theirs", savedAt: 0 });
    store.getState().run(rename("mine"));
    await saver.flush();
    expect(rows.map(({ text }) => text)).toEqual(["theirs"]);
    expect(status()).toBe("failed");
    expect(saver.state.getState().failure).toMatch(/newer state/);
  });

  it("says at once that nothing can be kept where there is no storage, and recovers when writing works again", async () => {
    const none = open(null);
    none.store.getState().run(rename("a"));
    await none.saver.flush();
    expect(none.status()).toBe("failed");

    const { rows, storage } = memoryStorage();
    let full = true;
    const flaky = open({
      ...storage,
      write: (stored, summary) =>
        full ? Promise.reject(new Error("The disk is full.")) : storage.write(stored, summary),
    });
    flaky.store.getState().run(rename("a"));
    await flaky.saver.flush();
    expect(flaky.saver.state.getState()).toMatchObject({ status: "failed", failure: "The disk is full." });
    full = false;
    flaky.store.getState().run(rename("b"));
    await vi.advanceTimersByTimeAsync(350);
    expect(flaky.status()).toBe("saved");
    expect(rows.map(({ text }) => text)).toEqual(["b"]);
  });
});

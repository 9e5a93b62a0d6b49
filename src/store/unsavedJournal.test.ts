import { beforeEach, describe, expect, it } from "vitest";
import { createUnsavedJournal, type KnownState, type UnsavedJournal } from "./unsavedJournal.ts";

/** The browser's key-value storage, with room for so many characters. */
function keyValues(room: number): Storage {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem(key, value) {
      if (value.length > room) throw new DOMException("The quota is used up.", "QuotaExceededError");
      values.set(key, value);
    },
    removeItem: (key) => void values.delete(key),
    clear: () => values.clear(),
  };
}

const unsaved = (id: string, text: string) => ({
  stored: { id, revision: 2, text, savedAt: 5 },
  summary: { id, name: "Mesh", routers: 3, savedAt: 5 },
});

let storage: Storage;
beforeEach(() => {
  storage = keyValues(300);
});

/** What a next page stores, given what the database has. */
const recovered = (journal: UnsavedJournal, known?: KnownState) => journal.entries().map(({ over }) => over(known));

it("gives back the last state of each design until it is dropped", () => {
  const journal = createUnsavedJournal(storage);
  journal.keep(unsaved("d1", "old"), []);
  journal.keep(unsaved("d1", "new"), []);
  journal.keep(unsaved("d2", "other"), []);
  expect(recovered(journal)).toEqual([unsaved("d1", "new").stored, unsaved("d2", "other").stored]);
  journal.drop("d1");
  expect(recovered(journal)).toEqual([unsaved("d2", "other").stored]);
});

it("gives back nothing where the database has as much", () => {
  const journal = createUnsavedJournal(storage);
  journal.keep(unsaved("d1", "new"), []);
  expect(recovered(journal, { revision: 2, text: "new" })).toEqual([null]);
});

it("keeps no older state where the newer one does not fit, and says so", () => {
  const journal = createUnsavedJournal(storage);
  expect(journal.keep(unsaved("d1", "old"), [])).toBe(true);
  expect(journal.keep(unsaved("d1", "long".repeat(100)), [])).toBe(false);
  expect(journal.entries()).toEqual([]);
});

describe("of a text that is larger than there is room", () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => `line ${index} of a large design`);
  const text = (changed: string) => [...lines.slice(0, 700), changed, ...lines.slice(701)].join("\n");
  const one = { revision: 5, text: text("one") };
  const two = { revision: 6, text: text("one and two") };
  const last = { id: "d1", revision: 7, text: text("one, two and three"), savedAt: 5 };

  it("keeps what differs from what the database has, or may have", () => {
    const journal = createUnsavedJournal(keyValues(2000));
    expect(journal.keep({ ...unsaved("d1", ""), stored: last }, [one, two])).toBe(true);
    expect(recovered(journal, one)).toEqual([last]);
    expect(recovered(journal, two)).toEqual([last]);
  });

  it("gives back nothing upon a state that somebody else has written, or none", () => {
    const journal = createUnsavedJournal(keyValues(2000));
    journal.keep({ ...unsaved("d1", ""), stored: last }, [one]);
    for (const known of [undefined, { ...one, revision: 8 }, { ...one, text: "theirs" }])
      expect(recovered(journal, known)).toEqual([null]);
  });

  it("says that nothing is kept where too much is new", () => {
    const journal = createUnsavedJournal(keyValues(2000));
    const other = lines.map((line) => `other ${line}`).join("\n");
    expect(journal.keep({ ...unsaved("d1", ""), stored: { ...last, text: other } }, [one])).toBe(false);
  });
});

it("passes over what another hand wrote", () => {
  storage.setItem("tunnelwright.unsaved.d1", "{");
  storage.setItem("tunnelwright.unsaved.d2", '{"stored":{"id":"d2"}}');
  storage.setItem(
    "tunnelwright.unsaved.d3",
    JSON.stringify({ ...unsaved("d3", ""), stored: { id: "d3", revision: 1, savedAt: 1 }, differences: [{}] }),
  );
  storage.setItem("tunnelwright.view", "{}");
  expect(createUnsavedJournal(storage).entries()).toEqual([]);
});

import { beforeEach, expect, it } from "vitest";
import { createUnsavedJournal } from "./unsavedJournal.ts";

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

it("gives back the last state of each design until it is dropped", () => {
  const journal = createUnsavedJournal(storage);
  journal.keep(unsaved("d1", "old"));
  journal.keep(unsaved("d1", "new"));
  journal.keep(unsaved("d2", "other"));
  expect(journal.entries()).toEqual([unsaved("d1", "new"), unsaved("d2", "other")]);
  journal.drop("d1");
  expect(journal.entries()).toEqual([unsaved("d2", "other")]);
});

it("keeps no older state where the newer one does not fit", () => {
  const journal = createUnsavedJournal(storage);
  journal.keep(unsaved("d1", "old"));
  journal.keep(unsaved("d1", "long".repeat(100)));
  expect(journal.entries()).toEqual([]);
});

it("passes over what another hand wrote", () => {
  storage.setItem("tunnelwright.unsaved.d1", "{");
  storage.setItem("tunnelwright.unsaved.d2", '{"stored":{"id":"d2"}}');
  storage.setItem("tunnelwright.view", "{}");
  expect(createUnsavedJournal(storage).entries()).toEqual([]);
});

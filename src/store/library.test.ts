import { describe, expect, it } from "vitest";
import { EMPTY_DESIGN, exampleDesign } from "../core/index.ts";
import { createDesignStore } from "./designStore.ts";
import type { DeletedDesign, DesignStorage } from "./designStorage.ts";
import { createLibrary } from "./library.ts";

const example = exampleDesign();
const unused = () => {
  throw new Error("Nothing is read or written here.");
};

describe("another design", () => {
  it("is told of as soon as it is seen, and not once more when the tab has claimed it", async () => {
    const store = createDesignStore(EMPTY_DESIGN, { read: unused, commit: unused });
    const seen: string[] = [];
    let claimed: (isWriter: boolean) => void = () => undefined;
    const library = createLibrary({
      store,
      storage: null,
      journal: null,
      format: { ready: () => null, write: unused, read: unused, writeInPieces: unused, readInPieces: unused },
      memory: null,
      tab: {
        claim: () => new Promise((resolve) => (claimed = resolve)),
        takeOver: () => Promise.resolve(),
        onLost: () => undefined,
      },
      onShown: () => seen.push(store.getState().design.name),
    });
    const begun = library.begin(example, false);
    await expect.poll(() => seen).toEqual([example.name]);
    expect(store.getState().readOnly).toBe(false);
    claimed(false);
    await begun;
    expect(seen).toEqual([example.name]);
    expect(store.getState().readOnly).toBe(true);
  });
});

describe("a design that was deleted", () => {
  const gone: DeletedDesign = {
    summary: { id: "one", name: "One", routers: 2, savedAt: 0 },
    states: [{ id: "one", revision: 3, text: "{}", savedAt: 0 }],
    checkpoints: [{ key: 7, design: "one", reason: "Before import", text: "{}", savedAt: 0 }],
  };

  function libraryOver(storage: Partial<DesignStorage>) {
    return createLibrary({
      store: createDesignStore(EMPTY_DESIGN, { read: unused, commit: unused }),
      storage: storage as DesignStorage,
      journal: null,
      format: { ready: () => null, write: unused, read: unused, writeInPieces: unused, readInPieces: unused },
      memory: null,
      tab: { claim: () => Promise.resolve(true), takeOver: () => Promise.resolve(), onLost: () => undefined },
    });
  }

  it("can be put back, once, with all that was kept of it", async () => {
    const back: DeletedDesign[] = [];
    const library = libraryOver({
      remove: (id) => Promise.resolve(id === "one" ? gone : undefined),
      putBack: (one) => Promise.resolve(void back.push(one)),
    });
    await library.remove("another");
    expect(library.deleted()).toEqual([]);
    await library.remove("one");
    expect(library.deleted()).toEqual([gone.summary]);
    await library.putBack("one");
    await library.putBack("one");
    expect(back).toEqual([gone]);
    expect(library.deleted()).toEqual([]);
  });

  it("stays among the deleted where the storage refuses it", async () => {
    const library = libraryOver({
      remove: () => Promise.resolve(gone),
      putBack: () => Promise.reject(new Error("The quota is used up.")),
    });
    await library.remove("one");
    await expect(library.putBack("one")).rejects.toThrow("quota");
    expect(library.deleted()).toEqual([gone.summary]);
  });
});

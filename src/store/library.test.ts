import { describe, expect, it } from "vitest";
import { EMPTY_DESIGN, exampleDesign } from "../core/index.ts";
import { createDesignStore } from "./designStore.ts";
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

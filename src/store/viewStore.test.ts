import { describe, expect, it } from "vitest";
import { asRouterId } from "../core/index.ts";
import { createViewStore, reveal, type ViewMemory } from "./viewStore.ts";

function memory(content?: string): ViewMemory & { content: string | null } {
  return {
    content: content ?? null,
    getItem() {
      return this.content;
    },
    setItem(_key, value) {
      this.content = value;
    },
  };
}

describe("the view store", () => {
  it("remembers what its policy says, and forgets the rest", () => {
    const kept = memory();
    createViewStore(kept).setState({ theme: "dark", secretsShown: true, dialog: "import", dockOpen: false });
    const again = createViewStore(kept).getState();
    expect([again.theme, again.dockOpen]).toEqual(["dark", false]);
    expect([again.secretsShown, again.dialog]).toEqual([false, null]);
    expect(kept.content).not.toContain("secretsShown");
  });

  it("takes nothing from storage that is not of the right kind", () => {
    for (const text of ["{", "null", "3", '{"theme":"pink","dockOpen":"yes","openTab":7,"dialog":"import"}']) {
      expect(createViewStore(memory(text)).getState()).toEqual(createViewStore(null).getState());
    }
  });

  it("works where storage refuses to be written", () => {
    const store = createViewStore({
      getItem: () => null,
      setItem: () => {
        throw new Error("full");
      },
    });
    store.setState({ theme: "light" });
    expect(store.getState().theme).toBe("light");
  });

  it("asks anew each time that a place is to be shown", () => {
    const store = createViewStore(null);
    reveal(store, { router: asRouterId("hq") });
    const first = store.getState().reveal;
    reveal(store, { router: asRouterId("hq") });
    expect(store.getState().reveal).not.toEqual(first);
    expect(store.getState().openTab).toBe("hq");
  });
});

import { describe, expect, it } from "vitest";
import { asRouterId, elementsOf, EMPTY_DESIGN, type Design, type Operation, type Router } from "../core/index.ts";
import { createDesignStore, effectiveDesign, historyEntries, type TextReader } from "./designStore.ts";

const hq = asRouterId("hq");
const router = (hostname: string): Router => ({
  id: hq,
  elements: elementsOf([{ kind: "host", element: { hostname } }]),
});
const design: Design = { ...EMPTY_DESIGN, routers: new Map([[hq, router("HQ")]]) };
const rename = (name: string): Operation => ({ label: `Rename to ${name}`, plan: () => [{ op: "setName", name }] });
/** A stand-in for the parser: the whole text is the hostname. */
const readText: TextReader = {
  read: (before, text) => (text === "?" ? "This is no configuration." : { ...before, elements: router(text).elements }),
  commit: (_design, read) => ({ label: "Edit the text", plan: () => [{ op: "putRouter", router: read }] }),
};
const hostname = (of: Design) => of.routers.get(hq)!.elements.host.get("")!.hostname;

describe("the design store", () => {
  it("makes one step per operation, and none of an operation that does not apply", () => {
    const store = createDesignStore(design, readText);
    expect(store.getState().run(rename("One"))).toBe(true);
    expect(store.getState().run({ label: "Nothing", plan: () => [] })).toBe(false);
    expect(store.temporal.getState().pastStates).toHaveLength(1);
    store.getState().undo();
    expect(store.getState().design).toBe(design);
    store.getState().redo();
    expect(store.getState().design.name).toBe("One");
  });

  it("lists the history in sentences, with the way to each", () => {
    const store = createDesignStore(design, readText);
    for (const name of ["One", "Two", "Three"]) store.getState().run(rename(name));
    store.getState().undo(2);
    expect(historyEntries(store)).toEqual([
      { label: "", offset: -1 },
      { label: "Rename to One", offset: 0 },
      { label: "Rename to Two", offset: 1 },
      { label: "Rename to Three", offset: 2 },
    ]);
    store.getState().redo(2);
    expect(store.getState().design.name).toBe("Three");
  });

  it("makes one step of a burst under one name, and another after a pause", () => {
    let time = 0;
    const store = createDesignStore(design, readText, () => time);
    for (const name of ["a", "ab", "abc"]) {
      time += 300;
      store.getState().run(rename(name), { merge: "name" });
    }
    time += 900;
    store.getState().run(rename("abcd"), { merge: "name" });
    expect(store.temporal.getState().pastStates.map((step) => step.design!.name)).toEqual(["Untitled design", "abc"]);
  });

  it("does not merge into a step that was undone", () => {
    const store = createDesignStore(design, readText, () => 0);
    store.getState().run(rename("a"), { merge: "name" });
    store.getState().undo();
    store.getState().run(rename("b"), { merge: "name" });
    store.getState().undo();
    expect(store.getState().design).toBe(design);
  });

  it("shows a draft in the effective design without making a step of it", () => {
    const store = createDesignStore(design, readText);
    store.getState().draftText(hq, "Paris");
    expect(hostname(effectiveDesign(store.getState()))).toBe("Paris");
    expect(effectiveDesign(store.getState())).toBe(effectiveDesign(store.getState()));
    expect(hostname(store.getState().design)).toBe("HQ");
    expect(store.temporal.getState().pastStates).toHaveLength(0);
    expect(store.getState().commitDraft()).toBe(true);
    expect(hostname(store.getState().design)).toBe("Paris");
    expect(store.getState().label).toBe("Edit the text");
  });

  it("reads a drawn router's text on the ground of the keystroke before, and a read one's on the ground of its own text", () => {
    const grounds: Router[] = [];
    const reader: TextReader = {
      ...readText,
      read: (before, text) => {
        grounds.push(before);
        return {
          ...router(text),
          source: { lines: [], elements: router(text).elements, diagnostics: [], lineEnd: "\n" },
        };
      },
    };
    const store = createDesignStore(design, reader);
    for (const text of ["P", "Pa"]) store.getState().draftText(hq, text);
    expect(grounds.map((ground) => ground.elements.host.get("")!.hostname)).toEqual(["HQ", "P"]);

    const { elements } = router("HQ");
    const source = { lines: [], elements, diagnostics: [], lineEnd: "\n" } as const;
    const known = createDesignStore({ ...design, routers: new Map([[hq, { id: hq, elements, source }]]) }, reader);
    for (const text of ["P", "Pa"]) known.getState().draftText(hq, text);
    expect(grounds.slice(2).map((ground) => ground.elements.host.get("")!.hostname)).toEqual(["HQ", "HQ"]);
  });

  it("commits a draft before an operation, so that both can be undone one by one", () => {
    const store = createDesignStore(design, readText);
    store.getState().draftText(hq, "Paris");
    store.getState().run(rename("One"));
    store.getState().undo();
    expect(hostname(store.getState().design)).toBe("Paris");
    store.getState().undo();
    expect(hostname(store.getState().design)).toBe("HQ");
  });

  it("commits a draft in one stroke, so that nobody sees the design as it was before it", () => {
    const store = createDesignStore(design, readText);
    store.getState().draftText(hq, "Paris");
    const seen: string[] = [];
    store.subscribe((state) => seen.push(hostname(effectiveDesign(state)) ?? ""));
    store.getState().commitDraft();
    expect(seen).toEqual(["Paris"]);
  });

  it("undoes a draft as the last thing that was done, and redoes it", () => {
    const store = createDesignStore(design, readText);
    store.getState().draftText(hq, "Paris");
    store.getState().undo();
    expect(hostname(effectiveDesign(store.getState()))).toBe("HQ");
    store.getState().redo();
    expect(hostname(store.getState().design)).toBe("Paris");
  });

  it("keeps a text that is no configuration as a draft, beside the last one that was", () => {
    const store = createDesignStore(design, readText);
    store.getState().draftText(hq, "?");
    expect(hostname(effectiveDesign(store.getState()))).toBe("HQ");
    expect(store.getState().commitDraft()).toBe(false);
    store.getState().run(rename("One"));
    expect(store.getState().draft).toMatchObject({ text: "?", refused: "This is no configuration." });
    store.getState().draftText(hq, "Paris");
    expect(store.getState().commitDraft()).toBe(true);
  });

  it("changes nothing while it is read-only", () => {
    const store = createDesignStore(design, readText);
    store.getState().run(rename("One"));
    store.getState().setReadOnly(true);
    expect(store.getState().run(rename("Two"))).toBe(false);
    store.getState().draftText(hq, "Paris");
    store.getState().undo();
    expect(store.getState().draft).toBeNull();
    expect(store.getState().design.name).toBe("One");
  });

  it("opens a design with a history of its own", () => {
    const store = createDesignStore(design, readText);
    store.getState().run(rename("One"));
    store.getState().open(EMPTY_DESIGN);
    store.getState().undo();
    expect(store.getState().design).toBe(EMPTY_DESIGN);
    expect(historyEntries(store)).toHaveLength(1);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { asRouterId, elementsOf, EMPTY_DESIGN, type Design, type Router } from "../../core/index.ts";
import { createDesignStore } from "../../store/designStore.ts";
import { createDrafting } from "./drafting.ts";

const hq = asRouterId("hq");
const branch = asRouterId("branch");
const router = (id: typeof hq, hostname: string): Router => ({
  id,
  elements: elementsOf([{ kind: "host", element: { hostname } }]),
});
const initial: Design = {
  ...EMPTY_DESIGN,
  routers: new Map([
    [hq, router(hq, "a")],
    [branch, router(branch, "b")],
  ]),
};

// A stand-in for the parser: the whole text is the hostname. It can be made slow.
let readingCost = 0;
let clock = 0;
function start() {
  const design = createDesignStore(initial, {
    read(before, text) {
      clock += readingCost;
      return router(before.id, text);
    },
    commit: (_design, read) => ({ label: "Edit", plan: () => [{ op: "putRouter", router: read }] }),
  });
  const hostname = (id: typeof hq) => design.getState().design.routers.get(id)!.elements.host.get("")!.hostname!;
  const drafting = createDrafting(
    design,
    (id) => hostname(id).split("\n"),
    () => clock,
  );
  const type = (text: string, pasted = false, id = hq) => drafting.typed(id, () => text, pasted);
  return { design, drafting, type, hostname, steps: () => design.temporal.getState().pastStates.length };
}

beforeEach(() => {
  vi.useFakeTimers();
  readingCost = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

describe("typing", () => {
  it("is a draft at each key and one step after half a second of quiet", () => {
    const { design, type, hostname, steps } = start();
    type("ab");
    expect(design.getState().draft?.text).toBe("ab");
    vi.advanceTimersByTime(400);
    type("abc");
    vi.advanceTimersByTime(400);
    expect(steps()).toBe(0);
    vi.advanceTimersByTime(100);
    expect(hostname(hq)).toBe("abc");
    expect(steps()).toBe(1);
  });

  it("is committed at once when asked for", () => {
    const { drafting, type, hostname } = start();
    type("ab");
    drafting.commit();
    expect(hostname(hq)).toBe("ab");
  });

  it("waits for its draft where reading would be felt at each key, and loses nothing by it", () => {
    readingCost = 60;
    const { design, drafting, type, hostname } = start();
    type("ab");
    vi.advanceTimersByTime(0);
    type("abc");
    expect(design.getState().draft?.text).toBe("ab");
    expect(drafting.isBehind(hq)).toBe(true);
    vi.advanceTimersByTime(240);
    expect(design.getState().draft?.text).toBe("abc");
    type("abcd");
    drafting.commit();
    expect(hostname(hq)).toBe("abcd");
  });

  it("that is not yet a draft is committed by an operation that comes in between", () => {
    readingCost = 60;
    const { design, type, hostname } = start();
    type("ab");
    vi.advanceTimersByTime(0);
    type("abc");
    design.getState().run({ label: "Rename", plan: () => [{ op: "setName", name: "x" }] });
    expect(hostname(hq)).toBe("abc");
    design.getState().undo();
    design.getState().undo();
    expect(hostname(hq)).toBe("a");
  });

  it("in another router commits what was typed in the first", () => {
    readingCost = 60;
    const { drafting, type, hostname } = start();
    type("ab");
    vi.advanceTimersByTime(0);
    type("abc");
    type("bc", false, branch);
    drafting.commit();
    expect(hostname(hq)).toBe("abc");
    expect(hostname(branch)).toBe("bc");
  });
});

describe("a paste of many lines", () => {
  it("stays a draft until it is accepted", () => {
    const { drafting, type, hostname } = start();
    type("a\nb\nc", true);
    expect(drafting.review.getState().review).toEqual({ router: hq, change: { added: 2, removed: 0 } });
    vi.advanceTimersByTime(5000);
    drafting.commit();
    expect(hostname(hq)).toBe("a");
    drafting.acceptPaste();
    expect(hostname(hq)).toBe("a\nb\nc");
    expect(drafting.review.getState().review).toBeNull();
  });

  it("leaves nothing when it is discarded, but keeps what was typed before it", () => {
    const { design, drafting, type, hostname } = start();
    type("typed");
    type("typed\npasted", true);
    drafting.discardPaste();
    vi.advanceTimersByTime(5000);
    expect(hostname(hq)).toBe("typed");
    expect(design.getState().draft).toBeNull();
  });

  it("is measured again as it is edited, and is over when it is taken back by hand", () => {
    const { drafting, type } = start();
    type("a\nb", true);
    type("a\nb\nc");
    expect(drafting.review.getState().review?.change).toEqual({ added: 2, removed: 0 });
    type("a");
    expect(drafting.review.getState().review).toBeNull();
  });

  it("is accepted by an operation that needs it", () => {
    const { design, drafting, type, hostname } = start();
    type("a\nb", true);
    design.getState().run({ label: "Rename", plan: () => [{ op: "setName", name: "x" }] });
    expect(drafting.review.getState().review).toBeNull();
    expect(hostname(hq)).toBe("a\nb");
  });
});

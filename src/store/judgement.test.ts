import { describe, expect, it } from "vitest";
import { asRouterId, exampleDesign, type CheckResult, type Design } from "../core/index.ts";
import { createDesignStore, type TextReader } from "./designStore.ts";
import { createJudgement, type GradualCheck, type Pace } from "./judgement.ts";

const reader: TextReader = { read: (router) => router, commit: () => ({ label: "", plan: () => [] }) };

/** A clock that a step of the check moves on, and a scheduler that runs when it is told to. */
function handPace() {
  let time = 0;
  const waiting = new Set<() => void>();
  const pace: Pace = {
    now: () => time,
    later(run) {
      waiting.add(run);
      return () => waiting.delete(run);
    },
  };
  return {
    pace,
    waiting,
    pass: (milliseconds: number) => (time += milliseconds),
    runWaiting: () => {
      const due = [...waiting];
      waiting.clear();
      for (const run of due) run();
    },
  };
}

/** A check of so many steps of 10 ms each, whose result names its design. */
function page(steps: number) {
  const hand = handPace();
  const store = createDesignStore(exampleDesign(), reader);
  const judgement = createJudgement(store, hand.pace);
  const results = new Map<Design, CheckResult>();
  const begun: Design[] = [];
  const check: GradualCheck = function* (design) {
    begun.push(design);
    for (let step = 0; step < steps; step += 1) {
      hand.pass(10);
      yield;
    }
    const result: CheckResult = { findings: [], peerings: [] };
    results.set(design, result);
    return result;
  };
  const removeHq = () =>
    store.getState().run({ label: "", plan: () => [{ op: "removeRouter", router: asRouterId("hq") }] });
  return { ...hand, store, judgement, check, results, begun, removeHq };
}

describe("the judgement of the open design", () => {
  it("is there with the edit where the check is quick", () => {
    const { judgement, check, store, results, waiting, removeHq } = page(2);
    judgement.start(check);
    removeHq();
    expect(judgement.getState()).toEqual({
      design: store.getState().design,
      result: results.get(store.getState().design),
      isCurrent: true,
      isHidden: false,
    });
    expect(waiting.size).toBe(0);
  });

  it("of a long check comes in pieces, and the last one stands until then", () => {
    const { judgement, check, store, results, runWaiting, waiting, removeHq } = page(8);
    judgement.start(check);
    while (waiting.size > 0) runWaiting();
    const before = judgement.getState();
    removeHq();
    expect(judgement.getState()).toEqual({ ...before, isCurrent: false });
    runWaiting();
    expect(judgement.getState().isCurrent).toBe(false);
    while (waiting.size > 0) runWaiting();
    expect(judgement.getState().result).toBe(results.get(store.getState().design));
    expect(judgement.getState().isCurrent).toBe(true);
  });

  it("begins anew when the design changes under a long check", () => {
    const { judgement, check, store, begun, results, runWaiting, waiting, removeHq } = page(8);
    judgement.start(check);
    removeHq();
    expect(waiting.size).toBe(1);
    while (waiting.size > 0) runWaiting();
    expect(begun).toHaveLength(2);
    expect([...results.keys()]).toEqual([store.getState().design]);
  });

  it("does not even begin with an edit while checks are long, and does again when one was quick", () => {
    const { judgement, store, begun, runWaiting, waiting, check, removeHq, pass } = page(8);
    let isQuick = false;
    judgement.start(function* (design) {
      if (!isQuick) return yield* check(design);
      begun.push(design);
      pass(1);
      yield;
      return { findings: [], peerings: [] };
    });
    while (waiting.size > 0) runWaiting();
    expect(begun).toHaveLength(1);
    isQuick = true;
    removeHq();
    expect(begun).toHaveLength(1);
    while (waiting.size > 0) runWaiting();
    expect(begun).toHaveLength(2);
    store.getState().undo();
    expect(waiting.size).toBe(0);
    expect(judgement.getState()).toMatchObject({ design: store.getState().design, isCurrent: true });
  });

  it("of a long check is told in a piece of its own", () => {
    const { judgement, check, results, runWaiting, waiting } = page(4);
    judgement.start(check);
    while (results.size === 0) runWaiting();
    expect(judgement.getState().isCurrent).toBe(false);
    expect(waiting.size).toBe(1);
    runWaiting();
    expect(judgement.getState().isCurrent).toBe(true);
  });

  it("is not made anew for a change in name or layout", () => {
    const { judgement, check, store, begun } = page(1);
    judgement.start(check);
    const { result } = judgement.getState();
    store.getState().run({ label: "", plan: () => [{ op: "setName", name: "Other" }] });
    expect(begun).toHaveLength(1);
    expect(judgement.getState()).toEqual({ design: store.getState().design, result, isCurrent: true, isHidden: false });
  });

  it("is made at once for whoever can't wait", () => {
    const { judgement, check, store, waiting, removeHq } = page(8);
    judgement.start(check);
    removeHq();
    const result = judgement.of(store.getState().design);
    expect(judgement.getState()).toEqual({
      design: store.getState().design,
      result,
      isCurrent: true,
      isHidden: false,
    });
    expect(waiting.size).toBe(0);
  });

  it("keeps its findings back where a fault is looked for, and its peerings are shown", () => {
    const { judgement, check, store, removeHq } = page(1);
    judgement.start(check);
    const whole = judgement.getState().result;
    judgement.hide(true);
    expect(judgement.getState().result).toEqual({ ...whole, findings: [] });
    expect(judgement.of(store.getState().design)).toBe(whole);
    removeHq();
    expect(judgement.getState().result.findings).toEqual([]);
    judgement.hide(false);
    expect(judgement.getState().result).toBe(judgement.of(store.getState().design));
  });
});

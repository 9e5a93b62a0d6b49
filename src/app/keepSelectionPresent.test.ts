import { describe, expect, it } from "vitest";
import {
  asRouterId,
  check,
  checkGradually,
  exampleDesign,
  type CryptoMapEntry,
  type Operation,
} from "../core/index.ts";
import { createDesignStore, type TextReader } from "../store/designStore.ts";
import { createJudgement, type Pace } from "../store/judgement.ts";
import { createViewStore } from "../store/viewStore.ts";
import { keepSelectionPresent } from "./keepSelectionPresent.ts";

const reader: TextReader = { read: (router) => router, commit: () => ({ label: "", plan: () => [] }) };
const hq = asRouterId("hq");
/** A clock that stands still: each check ends at once, however slow the machine is. */
const timeless: Pace = {
  now: () => 0,
  later: () => {
    throw new Error("Nothing is put off where no time passes.");
  },
};

function page() {
  const design = createDesignStore(exampleDesign(), reader);
  const view = createViewStore(null);
  const judgement = createJudgement(design, timeless);
  judgement.start(checkGradually);
  keepSelectionPresent(design, view, judgement);
  return { design, view };
}

describe("the selection", () => {
  it("loses what was taken away and keeps the rest", () => {
    const { design, view } = page();
    const branch = { kind: "router", id: asRouterId("branch") } as const;
    view.setState({ selection: [{ kind: "router", id: hq }, branch] });
    design.getState().run({ label: "Remove", plan: () => [{ op: "removeRouter", router: hq }] });
    expect(view.getState().selection).toEqual([branch]);
  });

  it("stays on a peering whose sequence number changes", () => {
    const { design, view } = page();
    const [before] = check(design.getState().design).peerings;
    view.setState({ selection: [{ kind: "peering", id: before!.peering.id }] });
    const renumber: Operation = {
      label: "Renumber",
      plan: ({ routers }) => {
        const [entry] = routers.get(hq)!.elements.cryptoMapEntry.values() as Iterable<CryptoMapEntry>;
        const key = { router: hq, kind: "cryptoMapEntry", name: `${entry!.map} ${entry!.sequence}` } as const;
        return [{ op: "put", key, element: { ...entry!, sequence: 77 } }];
      },
    };
    design.getState().run(renumber);
    const [now] = check(design.getState().design).peerings;
    expect(now!.peering.id).not.toBe(before!.peering.id);
    expect(view.getState().selection).toEqual([{ kind: "peering", id: now!.peering.id }]);
  });
});

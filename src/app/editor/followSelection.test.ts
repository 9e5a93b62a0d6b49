import { describe, expect, it } from "vitest";
import { asRouterId, type JudgedPeering, type PeeringEnd, type RouterId } from "../../core/index.ts";
import { besideOf, selectionTexts } from "./followSelection.ts";

const [hq, branch, depot] = ["hq", "branch", "depot"].map(asRouterId) as [RouterId, RouterId, RouterId];

const end = (router: RouterId): PeeringEnd => ({
  router,
  interface: null,
  address: null,
  cryptoMap: "VPN",
  sequence: 10,
  dynamicMap: null,
  peer: null,
});
const judged = (a: RouterId, b: RouterId | null): JudgedPeering => ({
  peering: { id: `${a}-${b ?? ""}`, a: end(a), b: b && end(b), kind: "isakmp", role: "primary", flows: [] },
  status: "agreed",
  byDesign: false,
  aToB: null,
  bToA: null,
  flows: [],
  refusals: [],
});
const peerings = [judged(branch, hq), judged(depot, hq), judged(depot, null)];
const entry = (router: RouterId) => ({ router, kind: "cryptoMapEntry", name: "VPN 10" });

describe("a selection on the canvas", () => {
  it("opens the selected router", () => {
    const shown = selectionTexts([{ kind: "router", id: hq }], peerings, { openTab: branch, besideTab: null });
    expect(shown).toEqual({ openTab: hq, besideTab: null, scrollTo: [] });
  });

  it("leaves the tabs alone when the selected router stands beside", () => {
    const view = { openTab: branch, besideTab: hq };
    expect(selectionTexts([{ kind: "router", id: hq }], peerings, view)).toMatchObject(view);
  });

  it("scrolls to both map entries of a peering and keeps the end that is open", () => {
    const shown = selectionTexts([{ kind: "peering", id: "branch-hq" }], peerings, { openTab: hq, besideTab: null });
    expect(shown).toEqual({ openTab: hq, besideTab: null, scrollTo: [entry(branch), entry(hq)] });
  });

  it("puts the peers side by side when texts stand so", () => {
    const shown = selectionTexts([{ kind: "peering", id: "branch-hq" }], peerings, { openTab: hq, besideTab: depot });
    expect(shown).toMatchObject({ openTab: hq, besideTab: branch });
  });

  it("of several objects, or of one without a text, changes nothing", () => {
    const view = { openTab: hq, besideTab: null };
    expect(selectionTexts([], peerings, view)).toBeNull();
    expect(selectionTexts([{ kind: "cable", id: "c" }], peerings, view)).toBeNull();
    expect(
      selectionTexts(
        [
          { kind: "router", id: hq },
          { kind: "router", id: branch },
        ],
        peerings,
        view,
      ),
    ).toBeNull();
  });
});

describe("the text beside", () => {
  const routers = [hq, branch, depot];

  it("is the other end of the selected peering", () => {
    expect(besideOf(hq, routers, peerings, [{ kind: "peering", id: "depot-hq" }])).toBe(depot);
  });

  it("is the first peer's without a selection", () => {
    expect(besideOf(hq, routers, peerings, [])).toBe(branch);
  });

  it("is another router's where there is no peer, and none where there is no other router", () => {
    expect(besideOf(hq, routers, [], [])).toBe(branch);
    expect(besideOf(hq, [hq], [], [])).toBeNull();
  });
});

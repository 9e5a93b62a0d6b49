import { describe, expect, it } from "vitest";
import { asRouterId, type JudgedPeering, type PeeringEnd, type Place, type RouterId } from "../../core/index.ts";
import { createViewStore, reveal, select } from "../../store/viewStore.ts";
import { createSelectionFollower } from "./selectionFollower.ts";

const hq = asRouterId("hq");
const branch = asRouterId("branch");
const end = (router: RouterId): PeeringEnd => ({
  router,
  interface: null,
  address: null,
  cryptoMap: "VPN",
  sequence: 10,
  dynamicMap: null,
  peer: null,
});
const judged: JudgedPeering = {
  peering: { id: "p", a: end(branch), b: end(hq), kind: "isakmp", role: "primary", flows: [] },
  status: "agreed",
  byDesign: false,
  aToB: null,
  bToA: null,
  flows: [],
  refusals: [],
};

function start() {
  const view = createViewStore(null);
  const follower = createSelectionFollower(view, () => [judged]);
  const scrolled: string[] = [];
  follower.onScroll((router, place) => scrolled.push(`${router} ${place.name}`));
  follower.start();
  return { view, follower, scrolled };
}

describe("following the canvas", () => {
  it("opens the text of a selected router", () => {
    const { view } = start();
    select(view, [{ kind: "router", id: hq }]);
    expect(view.getState().openTab).toBe(hq);
  });

  it("scrolls to both ends of a selected peering, and keeps the place for a text that is not shown yet", () => {
    const { view, follower, scrolled } = start();
    select(view, [{ kind: "peering", id: "p" }]);
    expect(scrolled).toEqual(["branch VPN 10", "hq VPN 10"]);
    expect(follower.takeScroll(hq)).toMatchObject({ kind: "cryptoMapEntry", name: "VPN 10" });
    expect(follower.takeScroll(hq)).toBeNull();
  });

  it("leaves the texts alone when the caret made the selection", () => {
    const { view, follower, scrolled } = start();
    view.setState({ openTab: branch });
    follower.caretMoves(() => select(view, [{ kind: "router", id: hq }]));
    expect(view.getState().openTab).toBe(branch);
    expect(scrolled).toEqual([]);
  });

  it("shows a text that stands beside where it stands when it is revealed", () => {
    const { view } = start();
    view.setState({ openTab: hq, besideTab: branch });
    reveal(view, { router: branch });
    expect(view.getState()).toMatchObject({ openTab: hq, besideTab: branch, reveal: { router: branch } });
  });

  it("scrolls to the place that a panel opens", () => {
    const { view, scrolled } = start();
    const place: Place = { router: hq, kind: "transformSet", name: "TS" };
    view.setState({ place });
    expect(scrolled).toEqual(["hq TS"]);
  });
});

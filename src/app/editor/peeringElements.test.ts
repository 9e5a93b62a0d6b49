import { describe, expect, it } from "vitest";
import {
  asRouterId,
  elementsOf,
  EMPTY_DESIGN,
  type Design,
  type Flow,
  type JudgedPeering,
  type Peering,
  type PeeringEnd,
  type Place,
  type Router,
  type RouterId,
} from "../../core/index.ts";
import { caretSelection } from "./caretSelection.ts";
import { endElements, mirrorPlaces, peeringsOfElement } from "./peeringElements.ts";

const hq = asRouterId("hq");
const branch = asRouterId("branch");

const body = { peers: [], transformSets: ["TS"], sessionKeys: [], kept: [] };

function router(id: RouterId, list: string): Router {
  return {
    id,
    elements: elementsOf([
      { kind: "accessList", element: { name: list, type: "extended", lines: [] } },
      { kind: "accessList", element: { name: "OTHER", type: "extended", lines: [] } },
      { kind: "transformSet", element: { name: "TS", transforms: [] } },
      {
        kind: "cryptoMapEntry",
        element: { ...body, map: "VPN", sequence: 10, type: "ipsec-isakmp", matchAddress: list },
      },
    ]),
  };
}

const design: Design = {
  ...EMPTY_DESIGN,
  routers: new Map([
    [hq, router(hq, "TO-BRANCH")],
    [branch, router(branch, "TO-HQ")],
  ]),
};

const end = (id: RouterId): PeeringEnd => ({
  router: id,
  interface: "GigabitEthernet0/0",
  address: null,
  cryptoMap: "VPN",
  sequence: 10,
  dynamicMap: null,
  peer: null,
});

function judged(id: string, flows: readonly Flow[]): JudgedPeering {
  const peering: Peering = { id, a: end(branch), b: end(hq), kind: "isakmp", role: "primary", flows };
  return { peering, status: "agreed", byDesign: false, aToB: null, bToA: null, flows: [], refusals: [] };
}

const peerings = [judged("branch-hq", [{ a: 10, b: 20, relation: "exact" }])];
const listEntry = (id: RouterId, name: string, item: number): Place => ({
  router: id,
  kind: "accessList",
  name,
  field: "lines",
  item,
});

describe("an entry's mirror", () => {
  it("is the entry that its flow pairs it with, from either side", () => {
    expect(mirrorPlaces(design, peerings, listEntry(branch, "TO-HQ", 10))).toEqual([listEntry(hq, "TO-BRANCH", 20)]);
    expect(mirrorPlaces(design, peerings, listEntry(hq, "TO-BRANCH", 20))).toEqual([listEntry(branch, "TO-HQ", 10)]);
  });

  it("is missing where the peer has no counterpart", () => {
    const none = [judged("branch-hq", [{ a: 10, b: null, relation: "none" }])];
    expect(mirrorPlaces(design, none, listEntry(branch, "TO-HQ", 10))).toEqual([]);
  });

  it("is missing for an entry of a list that is no crypto access list", () => {
    expect(mirrorPlaces(design, peerings, listEntry(branch, "OTHER", 10))).toEqual([]);
  });

  it("is named once when several peerings pair the same entries", () => {
    const twice = [...peerings, ...peerings];
    expect(mirrorPlaces(design, twice, listEntry(branch, "TO-HQ", 10))).toHaveLength(1);
  });
});

describe("the elements of a peering's end", () => {
  it("are its map entry, its access list and its transform sets", () => {
    expect(endElements(design.routers.get(hq)!, end(hq)).map((key) => `${key.kind} ${key.name}`)).toEqual([
      "cryptoMapEntry VPN 10",
      "accessList TO-BRANCH",
      "transformSet TS",
    ]);
  });

  it("lead back to the peering", () => {
    const ids = (name: string) =>
      peeringsOfElement(design, peerings, { router: hq, kind: "accessList", name }).map((peering) => peering.id);
    expect(ids("TO-BRANCH")).toEqual(["branch-hq"]);
    expect(ids("OTHER")).toEqual([]);
  });
});

describe("the caret", () => {
  const select = (place: Place | null, current: Parameters<typeof caretSelection>[4] = []) =>
    caretSelection(design, peerings, hq, place, current);

  it("selects the peering whose access list it is in", () => {
    expect(select(listEntry(hq, "TO-BRANCH", 20))).toEqual({ kind: "peering", id: "branch-hq" });
  });

  it("selects the router elsewhere", () => {
    expect(select(listEntry(hq, "OTHER", 10))).toEqual({ kind: "router", id: hq });
  });

  it("selects the router where several peerings share the element", () => {
    const shared = [...peerings, judged("second", [])];
    expect(caretSelection(design, shared, hq, listEntry(hq, "TO-BRANCH", 20), [])).toEqual({ kind: "router", id: hq });
  });

  it("keeps a selected peering that shares the element with others", () => {
    const shared = [...peerings, judged("second", [])];
    const second = { kind: "peering", id: "second" } as const;
    expect(caretSelection(design, shared, hq, listEntry(hq, "TO-BRANCH", 20), [second])).toBe(second);
  });

  it("keeps a selected peering on a blank line of its own router only", () => {
    const selected = { kind: "peering", id: "branch-hq" } as const;
    expect(select(null, [selected])).toBe(selected);
    expect(caretSelection(design, peerings, asRouterId("third"), null, [selected])).toEqual({
      kind: "router",
      id: "third",
    });
  });
});

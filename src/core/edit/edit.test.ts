import { describe, expect, it } from "vitest";
import { asCanvasId, EMPTY_DESIGN, type Design } from "../model/design.ts";
import { asRouterId, EMPTY_ELEMENTS, type Router, type RouterId } from "../model/router.ts";
import type { TransformSet } from "../model/transformSet.ts";
import { applyEdits, elementsOf } from "./edit.ts";

const hq = asRouterId("hq");
const branch = asRouterId("branch");
const strong: TransformSet = { name: "STRONG", transforms: ["esp-aes 256", "esp-sha256-hmac"], kept: [] };
const weak: TransformSet = { name: "WEAK", transforms: ["esp-des"], kept: [] };

const router = (id: RouterId): Router => ({
  id,
  elements: elementsOf([
    { kind: "transformSet", element: strong },
    { kind: "transformSet", element: weak },
  ]),
});

const design: Design = {
  ...EMPTY_DESIGN,
  routers: new Map([
    [hq, router(hq)],
    [branch, router(branch)],
  ]),
  subnets: new Map([
    [
      asCanvasId("lan"),
      {
        id: asCanvasId("lan"),
        prefix: { network: 0, length: 24 },
        attachments: [{ router: hq, interface: "GigabitEthernet0/1" }],
      },
    ],
  ]),
  layout: new Map([["hq", { x: 1, y: 2 }]]),
};

const namesOf = (after: Design, id: RouterId) => [...(after.routers.get(id)?.elements.transformSet.keys() ?? [])];

describe("edits", () => {
  it("leave everything that they do not name at its identity", () => {
    const after = applyEdits(design, [
      { op: "put", key: { router: hq, kind: "transformSet", name: "WEAK" }, element: { ...weak, mode: "transport" } },
    ]);
    expect(after.routers.get(branch)).toBe(design.routers.get(branch));
    expect(after.routers.get(hq)?.elements.transformSet.get("STRONG")).toBe(strong);
    expect(after.routers.get(hq)?.elements.interface).toBe(design.routers.get(hq)?.elements.interface);
    expect(after.layout).toBe(design.layout);
  });

  it("copy what they change once, however many they are", () => {
    let copies = 0;
    class CountedMap extends Map<string, { readonly x: number; readonly y: number }> {
      override [Symbol.iterator]() {
        copies += 1;
        return super[Symbol.iterator]();
      }
    }
    const large = { ...design, layout: new CountedMap([["hq", { x: 1, y: 2 }]]) };
    const places = Array.from({ length: 100 }, (_, at) => ({ id: `r${at}`, position: { x: at, y: 0 } }));
    const after = applyEdits(
      large,
      places.map((place) => ({ op: "place", ...place })),
    );
    expect([copies, after.layout.size, large.layout.size]).toEqual([1, 101, 1]);
  });

  it("write into nothing that they have answered before", () => {
    const put = (mode: "transport" | "tunnel") => ({ ...weak, mode });
    const key = { router: hq, kind: "transformSet", name: "WEAK" } as const;
    const once = applyEdits(design, [
      { op: "put", key, element: put("transport") },
      { op: "remove", key: { ...key, name: "STRONG" } },
    ]);
    const twice = applyEdits(once, [
      { op: "put", key, element: put("tunnel") },
      { op: "removeRouter", router: branch },
    ]);
    const modeOf = (of: Design) => of.routers.get(hq)?.elements.transformSet.get("WEAK")?.mode;
    expect([modeOf(design), modeOf(once), modeOf(twice)]).toEqual([undefined, "transport", "tunnel"]);
    expect([design, once, twice].map((of) => of.routers.size)).toEqual([2, 2, 1]);
    expect([design, once].map((of) => namesOf(of, hq))).toEqual([["STRONG", "WEAK"], ["WEAK"]]);
  });

  it("that put the element already there change nothing", () => {
    const after = applyEdits(design, [
      { op: "put", key: { router: hq, kind: "transformSet", name: "WEAK" }, element: weak },
    ]);
    expect(after).toBe(design);
  });

  it("rename an element at its place when the key names it by its old name", () => {
    const after = applyEdits(design, [
      { op: "put", key: { router: hq, kind: "transformSet", name: "STRONG" }, element: { ...strong, name: "AES" } },
    ]);
    expect(namesOf(after, hq)).toEqual(["AES", "WEAK"]);
  });

  it("that rename onto a taken name replace the element that had it", () => {
    const after = applyEdits(design, [
      { op: "put", key: { router: hq, kind: "transformSet", name: "STRONG" }, element: { ...strong, name: "WEAK" } },
    ]);
    expect(namesOf(after, hq)).toEqual(["WEAK"]);
    expect(after.routers.get(hq)?.elements.transformSet.get("WEAK")?.transforms).toEqual(strong.transforms);
  });

  it("remove an element and leave its neighbours", () => {
    expect(
      namesOf(applyEdits(design, [{ op: "remove", key: { router: hq, kind: "transformSet", name: "STRONG" } }]), hq),
    ).toEqual(["WEAK"]);
  });

  it("about a router that is gone change nothing", () => {
    expect(
      applyEdits(design, [{ op: "remove", key: { router: asRouterId("gone"), kind: "transformSet", name: "STRONG" } }]),
    ).toBe(design);
  });

  it("that remove a router take its cables and its place with it", () => {
    const after = applyEdits(design, [{ op: "removeRouter", router: hq }]);
    expect(after.routers.has(hq)).toBe(false);
    expect(after.subnets.get(asCanvasId("lan"))?.attachments).toEqual([]);
    expect(after.layout.has("hq")).toBe(false);
  });

  it("that move something keep every configuration's identity", () => {
    const after = applyEdits(design, [{ op: "place", id: "hq", position: { x: 9, y: 9 } }]);
    expect(after.routers).toBe(design.routers);
    expect(after.layout.get("hq")).toEqual({ x: 9, y: 9 });
  });

  it("make a router's elements from a list in its order", () => {
    expect([...router(hq).elements.transformSet.keys()]).toEqual(["STRONG", "WEAK"]);
    expect(router(hq).elements.accessList).toBe(EMPTY_ELEMENTS.accessList);
  });
});

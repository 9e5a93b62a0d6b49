import { expect, it } from "vitest";
import { asRouterId, EMPTY_ELEMENTS, type Router } from "../model/router.ts";
import { compareNames, routerNames } from "./routerNames.ts";

function named(...wanted: readonly { readonly hostname?: string; readonly stem?: string }[]): readonly string[] {
  const routers = wanted.map(({ hostname, stem }, index): Router => ({
    id: asRouterId(String(index)),
    ...(stem !== undefined && { fileStem: stem }),
    elements: { ...EMPTY_ELEMENTS, host: new Map(hostname === undefined ? [] : [["", { hostname }]]) },
  }));
  return [...routerNames(new Map(routers.map((router) => [router.id, router]))).values()];
}

it("a router is called by its hostname, else by its file, else Router", () => {
  expect(named({ hostname: "HQ", stem: "file" }, { stem: "branch" }, {})).toEqual(["HQ", "branch", "Router"]);
});

it("a repeated name is numbered in order, compared without case", () => {
  expect(named({ hostname: "R1" }, { hostname: "r1" }, { hostname: "R1" })).toEqual(["R1", "r1 (2)", "R1 (3)"]);
});

it("a number that a name already has is not given twice", () => {
  expect(named({ stem: "R1 (2)" }, { hostname: "R1" }, { hostname: "R1" })).toEqual(["R1 (2)", "R1", "R1 (3)"]);
});

it("names of one design are remembered with its routers", () => {
  const routers = new Map([[asRouterId("a"), { id: asRouterId("a"), elements: EMPTY_ELEMENTS }]]);
  expect(routerNames(routers)).toBe(routerNames(routers));
});

it("the order of names is alphabetical, without case first", () => {
  expect(["beta", "Alpha", "alpha", "Beta"].sort(compareNames)).toEqual(["Alpha", "alpha", "Beta", "beta"]);
});

import { expect, test } from "vitest";
import { applyEdits } from "../edit/edit.ts";
import { asRouterId } from "../model/router.ts";
import { designFromText } from "../testing/designFromText.ts";
import { siteA, twoSites } from "../testing/twoSites.ts";
import { changedRouters } from "./changedRouters.ts";

const design = designFromText(twoSites);
const r1 = asRouterId("r1");

test("an edit changes the router that it names alone", () => {
  const key = { router: r1, kind: "host", name: "" } as const;
  const edited = applyEdits(design, [{ op: "put", key, element: { hostname: "Other" } }]);
  expect(changedRouters(design.routers, edited.routers)).toEqual(new Set([r1]));
  expect(changedRouters(design.routers, new Map(design.routers))).toEqual(new Set());
});

test("where a router went, or they changed places, what changed can't be told one by one", () => {
  expect(changedRouters(design.routers, designFromText(siteA).routers)).toBeUndefined();
  expect(changedRouters(design.routers, new Map([...design.routers].reverse()))).toBeUndefined();
});

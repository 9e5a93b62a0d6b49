import { describe, expect, it } from "vitest";
import { check } from "../check/check.ts";
import { exampleDesign } from "../generate/exampleDesign.ts";
import { asCanvasId } from "../model/design.ts";
import { asRouterId } from "../model/router.ts";
import { addressConflicts } from "./addressPlan.ts";
import { copyRouters, duplicateRouters, pasteRouters } from "./copyRouters.ts";
import { perform } from "./designDraft.ts";

let count = 0;
const ids = { router: () => asRouterId(`copy-${++count}`), canvas: () => asCanvasId(`copy-${++count}`) };
const design = exampleDesign();
const names = (after: typeof design) =>
  [...after.routers.values()].map((router) => router.elements.host.get("")?.hostname);

describe("copies", () => {
  it("of two linked routers are linked with each other, under names and addresses of their own", () => {
    const after = perform(design, pasteRouters(copyRouters(design, ["hq", "branch"]), ids));
    expect(names(after)).toEqual(["HQ", "Branch", "HQ-2", "Branch-2"]);
    expect(addressConflicts(after)).toEqual([]);
    const { findings, peerings } = check(after);
    expect(peerings.map(({ status }) => status)).toEqual(["agreed", "agreed"]);
    expect(findings.filter((finding) => finding.severity === "error")).toEqual([]);
    expect([...after.subnets.values()].map((subnet) => subnet.attachments.length)).toEqual([1, 1, 1, 1]);
    expect([...after.clouds.values()][0]?.attachments).toHaveLength(4);
  });

  it("of one router do not pretend to be linked with the other", () => {
    const after = perform(design, duplicateRouters(["branch"], ids));
    const copy = [...after.routers.values()].at(-1)!;
    expect(copy.elements.cryptoMapEntry.size).toBe(0);
    expect(copy.elements.isakmpKey.size).toBe(0);
    expect(check(after).peerings.map(({ status }) => status)).toEqual(["agreed"]);
  });

  it("leave the originals alone and stand beside them", () => {
    const after = perform(design, duplicateRouters(["hq", "branch"], ids));
    for (const id of design.routers.keys()) expect(after.routers.get(id)).toBe(design.routers.get(id));
    const places = [...after.layout.values()].map(({ x, y }) => `${x} ${y}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it("can be pasted again and again", () => {
    const clip = copyRouters(design, ["hq"]);
    const twice = perform(perform(design, pasteRouters(clip, ids)), pasteRouters(clip, ids));
    expect(names(twice)).toEqual(["HQ", "Branch", "HQ-2", "HQ-3"]);
    expect(addressConflicts(twice)).toEqual([]);
  });
});

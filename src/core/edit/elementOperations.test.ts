import { describe, expect, it } from "vitest";
import { exampleDesign } from "../generate/exampleDesign.ts";
import { asRouterId } from "../model/router.ts";
import { perform } from "./designDraft.ts";
import { lineBreakIn, putElementOperation, removeElementsOperation } from "./elementOperations.ts";
import { hostnameObstacle, renameRouter } from "./routerOperations.ts";

const hq = asRouterId("hq");
const design = exampleDesign();
const set = { name: "TS-AES256", transforms: ["esp-aes 192", "esp-sha-hmac"], kept: [] };
const key = { router: hq, kind: "transformSet", name: "TS-AES256" } as const;

describe("putting an element", () => {
  it("is one step, and none where nothing changes", () => {
    expect(putElementOperation(key, set, "Change transform set").plan(design)).toHaveLength(1);
    const same = design.routers.get(hq)!.elements.transformSet.get("TS-AES256")!;
    expect(putElementOperation(key, same, "Change transform set").plan(design)).toEqual([]);
  });

  it("under a name that another one has is refused", () => {
    const two = perform(design, putElementOperation({ ...key, name: "OTHER" }, { ...set, name: "OTHER" }, ""));
    expect(putElementOperation({ ...key, name: "OTHER" }, set, "").plan(two)).toEqual([]);
  });

  it.each(["STRONG\nno crypto isakmp enable", "a\rb", "a\u0000b", "a\u2028b"])(
    "is refused where %j would break its line",
    (name) => {
      expect(putElementOperation({ ...key, name }, { ...set, name }, "").plan(design)).toEqual([]);
      expect(lineBreakIn({ deep: [{ inside: name }] })).toBe(name);
    },
  );

  it("can be undone for several at once by removing them in one step", () => {
    const keys = [key, { router: hq, kind: "isakmpPolicy", name: "10" } as const];
    const after = perform(design, removeElementsOperation(keys, "Remove")).routers.get(hq)!.elements;
    expect([after.transformSet.size, after.isakmpPolicy.size]).toEqual([0, 0]);
  });
});

describe("a router's name", () => {
  it.each(["", "2nd", "two words", "HQ\nend", "x".repeat(64), "umläut"])("can't be %j", (name) => {
    expect(hostnameObstacle(design, hq, name)).toMatch(/begins with a letter/);
    expect(renameRouter(hq, name).plan(design)).toEqual([]);
  });

  it("can't be another router's, whatever the case", () => {
    expect(hostnameObstacle(design, hq, "BRANCH")).toBe("Another router is called Branch.");
  });

  it("changes in its configuration and leaves everything else", () => {
    const after = perform(design, renameRouter(hq, "Centre"));
    expect(after.routers.get(hq)?.elements.host.get("")?.hostname).toBe("Centre");
    expect(after.routers.get(hq)?.elements.accessList).toBe(design.routers.get(hq)?.elements.accessList);
  });
});

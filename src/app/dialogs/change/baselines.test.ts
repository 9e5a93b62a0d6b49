import { describe, expect, test } from "vitest";
import { EMPTY_DESIGN } from "../../../core/index.ts";
import { baselinesOf, likelyBaseline } from "./baselines.ts";

const [first, second, third] = ["one", "two", "three"].map((name) => ({ ...EMPTY_DESIGN, name }));
if (!first || !second || !third) throw new Error("There are three designs.");
const read = (text: string) => ({ ...EMPTY_DESIGN, name: text });
const checkpoint = (key: number, reason: string) => ({ key, design: "d", reason, text: reason, savedAt: 1000 * key });

describe("what the present state can be compared with", () => {
  test("are the steps of this session, and checkpoints", () => {
    const found = baselinesOf(
      [
        { design: first, label: "" },
        { design: second, label: "Add peer 203.0.113.2" },
      ],
      [checkpoint(2, "As time went by")],
      read,
    );
    expect(found.map(({ label }) => label.replace(/, .*/, ""))).toEqual([
      "As opened",
      "After: Add peer 203.0.113.2",
      "As time went by",
    ]);
    expect(found.map(({ open }) => open().name)).toEqual(["one", "two", "As time went by"]);
  });

  test("the last import is the likely one, of this session or kept from an earlier one", () => {
    const steps = [
      { design: first, label: "" },
      { design: second, label: "Import 2 routers" },
      { design: third, label: "Rename" },
    ];
    expect(likelyBaseline(baselinesOf(steps, [], read))?.open().name).toBe("two");
    const kept = [checkpoint(3, "As time went by"), checkpoint(2, "As imported"), checkpoint(1, "As imported")];
    expect(likelyBaseline(baselinesOf(steps.slice(0, 1), kept, read))?.id).toBe("checkpoint 2");
    expect(likelyBaseline(baselinesOf(steps.slice(0, 1), [], read))?.open().name).toBe("one");
    expect(likelyBaseline([])).toBeUndefined();
  });
});

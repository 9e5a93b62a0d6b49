import { expect, test } from "vitest";
import { check } from "../../core/index.ts";
import { designFromText } from "../../core/testing/designFromText.ts";
import { writeCase } from "../../core/testing/ruleCase.ts";
import { twoSites } from "../../core/testing/twoSites.ts";
import { createProjector } from "./projector.ts";
import { withoutCauses } from "./withoutCauses.ts";

const labels = (change: string) => {
  const design = designFromText(writeCase(twoSites, change).text);
  return withoutCauses(createProjector()(design, check(design))).peerings.map(({ label }) => label);
};

test("a tunnel that is down says so and not why, and one that agrees says what it agreed on", () => {
  expect(labels("=== SiteB\nencr aes 256 => encr 3des")).toEqual(["broken"]);
  expect(labels("=== SiteB")[0]).toContain("AES-256");
});

import { expect, test } from "vitest";
import { exampleDesign } from "../core/index.ts";
import { builtExample } from "./example.ts";

test("the example of a first visit is the example", () => {
  expect(builtExample()).toEqual(exampleDesign());
});

import { expect, test } from "vitest";
import { check } from "../check/check.ts";
import { exampleDesign } from "../generate/exampleDesign.ts";
import { EMPTY_DESIGN, type Design } from "../model/design.ts";
import { describeGoal } from "./goal.ts";
import { injectFault } from "./injectFault.ts";
import { judgeGoals } from "./judgeGoals.ts";
import { possibleGoals } from "./possibleGoals.ts";
import { BUILT_IN_LESSONS } from "./scenarios/scenarios.ts";

function goalsOf(design: Design): readonly string[] {
  return possibleGoals(design, check(design)).map(describeGoal);
}

test("a working design offers its peerings, its protected traffic and its algorithms, each way", () => {
  expect(goalsOf(exampleDesign())).toEqual([
    "Branch and HQ agree, whichever of them starts.",
    "Branch and HQ come up by IKE, if need be from one side only.",
    "Branch and HQ settle on esp-aes 256 with esp-sha256-hmac.",
    "What Branch sends from 10.2.0.0/24 to 10.1.0.0/24 is protected by the tunnel to HQ.",
    "What HQ sends from 10.1.0.0/24 to 10.2.0.0/24 is protected by the tunnel to Branch.",
    "TCP from 10.1.0.10 to 192.0.2.80 port 443 goes in clear, and is translated.",
    "TCP from 10.2.0.10 to 192.0.2.80 port 443 goes in clear, and is translated.",
    "The checker finds no error.",
    "The checker finds no error and no warning.",
  ]);
});

test("what is offered is true, and no longer all true once a fault is made", () => {
  const design = exampleDesign();
  const goals = possibleGoals(design, check(design));
  const fault = injectFault(design, 3);
  if (!fault) throw new Error("There is no fault to be made.");
  const missed = (one: Design) => judgeGoals(one, check(one), goals).filter(({ isReached }) => !isReached).length;
  expect(missed(design)).toBe(0);
  expect(missed(fault.faulty)).toBeGreaterThan(0);
});

test("clients that get in can be asked for", () => {
  const scenario = BUILT_IN_LESSONS.flatMap(({ scenarios }) => scenarios).find(({ id }) => id === "easy-vpn");
  expect(scenario?.solution && goalsOf(scenario.solution)).toContain("A client of group quizware connects to Gateway.");
  expect(scenario && goalsOf(scenario.start)).not.toContain("A client of group quizware connects to Gateway.");
});

test("an empty design has nothing but the absence of findings", () => {
  expect(goalsOf(EMPTY_DESIGN)).toEqual(["The checker finds no error.", "The checker finds no error and no warning."]);
});

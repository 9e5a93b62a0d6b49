import { describe, expect, test } from "vitest";
import { check } from "../../check/check.ts";
import type { Design } from "../../model/design.ts";
import type { Router } from "../../model/router.ts";
import { ELEMENT_KINDS } from "../../model/router.ts";
import { judgeGoals, routerCalled } from "../judgeGoals.ts";
import type { Goal } from "../goal.ts";
import type { HintPlace } from "../scenario.ts";
import { BUILT_IN_LESSONS } from "./scenarios.ts";

const scenarios = BUILT_IN_LESSONS.flatMap((lesson) => lesson.scenarios);

describe.each(scenarios.map((scenario) => [scenario.title, scenario] as const))("%s", (_title, scenario) => {
  test("does not reach its goals at the start", () => {
    expect(missed(scenario.start, scenario.goals)).not.toEqual([]);
  });

  test("reaches them with the model solution", () => {
    expect(missed(scenario.solution ?? scenario.start, scenario.goals)).toEqual([]);
  });

  test("has a finding or a refusal to go by at the start", () => {
    const { findings, peerings } = check(scenario.start);
    const refused = peerings.some(({ status }) => status === "broken" || status === "partial" || status === "one-way");
    expect(refused || findings.some(({ severity }) => severity !== "info")).toBe(true);
  });

  test("hints from the general to a place that the solution changes", () => {
    const { hints, solution, start } = scenario;
    expect(hints.length).toBeGreaterThanOrEqual(3);
    expect(hints[0]?.place).toBeUndefined();
    const places = hints.flatMap(({ place }) => (place ? [place] : []));
    expect(places.length).toBeGreaterThan(0);
    for (const place of places) {
      expect(isChanged(place, start, solution ?? start), `${place.router} ${place.kind} ${place.name}`).toBe(true);
    }
  });

  test("stands on the canvas with each of its objects at a place of its own", () => {
    const { layout, routers, subnets, clouds, remoteClients } = scenario.start;
    const ids = [...routers.keys(), ...subnets.keys(), ...clouds.keys(), ...remoteClients.keys()] as readonly string[];
    expect(ids.filter((id) => !layout.has(id))).toEqual([]);
    const places = new Set([...layout.values()].map(({ x, y }) => `${x} ${y}`));
    expect(places.size).toBe(layout.size);
  });
});

test("each scenario has an id of its own", () => {
  expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
});

function missed(design: Design, goals: readonly Goal[]): readonly string[] {
  return judgeGoals(design, check(design), goals)
    .filter(({ isReached }) => !isReached)
    .map(({ text, now }) => `${text} ${now}`);
}

function isChanged({ router, kind, name }: HintPlace, before: Design, after: Design): boolean {
  const [old, now] = [routerCalled(before, router), routerCalled(after, router)];
  if (!old || !now || !ELEMENT_KINDS.includes(kind)) return false;
  const elementOf = (one: Router) => JSON.stringify(one.elements[kind].get(name));
  return elementOf(old) !== elementOf(now);
}

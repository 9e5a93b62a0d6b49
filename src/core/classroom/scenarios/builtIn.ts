import type { Scenario } from "../scenario.ts";
import { designOf, type Configurations, type ScenarioClients } from "./configurations.ts";

/** A scenario as it is written here: configurations of the solution, and those of the start where they differ. */
export interface WrittenScenario extends Omit<Scenario, "start" | "solution"> {
  readonly solved: Configurations;
  /** The routers that differ at the start. */
  readonly broken: Configurations;
  readonly clients?: ScenarioClients;
}

/** The scenario with its designs, which are made when they are first asked for. */
export function scenarioOf({ solved, broken, clients, ...scenario }: WrittenScenario): Scenario {
  let start: Scenario["start"] | undefined;
  let solution: Scenario["start"] | undefined;
  return {
    ...scenario,
    get start() {
      return (start ??= designOf(scenario.title, { ...solved, ...broken }, clients));
    },
    get solution() {
      return (solution ??= designOf(scenario.title, solved, clients));
    },
  };
}

import type { Design } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";
import { judgePeerings } from "../negotiate/judge.ts";
import { associationPairs } from "./associationPairs.ts";
import type { SimulatedState } from "./associations.ts";
import { exchangesOf, exchangesThatHappen } from "./exchanges.ts";
import { ikeAssociations } from "./ikeAssociations.ts";
import { protectedFlows } from "./protectedFlows.ts";

/**
 * What every router of a design knows after traffic for every flow that can come up, each flow started once from either side. Derived
 * from the verdicts alone, so that it can't say anything else than they do; a direction whose outcome is unknown is not played.
 */
export function simulatedStates(design: Design): ReadonlyMap<RouterId, SimulatedState> {
  const known = remembered.get(design.routers);
  if (known) return known;
  const exchanges = exchangesThatHappen(judgePeerings(design).flatMap((judged) => exchangesOf(design, judged)));
  const ike = ikeAssociations(exchanges);
  const pairs = associationPairs(exchanges);
  const states = new Map(
    [...design.routers.values()].map((router): [RouterId, SimulatedState] => [
      router.id,
      {
        ike: ike.get(router.id) ?? [],
        flows: protectedFlows(router, pairs.get(router.id) ?? [], exchanges),
      },
    ]),
  );
  remembered.set(design.routers, states);
  return states;
}

const remembered = new WeakMap<Design["routers"], ReadonlyMap<RouterId, SimulatedState>>();

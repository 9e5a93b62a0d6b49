import type { Design } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";
import { judgePeerings } from "../negotiate/judge.ts";
import { associationPairs, type InstalledPair } from "./associationPairs.ts";
import type { SimulatedState } from "./associations.ts";
import { exchangesOf, exchangesThatHappen, type Exchange } from "./exchanges.ts";
import { ikeAssociations } from "./ikeAssociations.ts";
import { protectedFlows } from "./protectedFlows.ts";

/**
 * What every router of a design knows after traffic for every flow that can come up, each flow started once from either side. Derived
 * from the verdicts alone, so that it can't say anything else than they do; a direction whose outcome is unknown is not played.
 */
export function simulatedStates(design: Design): ReadonlyMap<RouterId, SimulatedState> {
  const known = remembered.get(design.routers);
  if (known) return known;
  const { exchanges, pairs } = playedExchanges(design);
  const ike = ikeAssociations(exchanges);
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

/** The IPsec associations of every router once traffic for every flow that can come up has flowed, each end as its router holds it. */
export function standingPairs(design: Design): ReadonlyMap<RouterId, readonly InstalledPair[]> {
  return playedExchanges(design).pairs;
}

interface PlayedExchanges {
  readonly exchanges: readonly Exchange[];
  readonly pairs: ReadonlyMap<RouterId, readonly InstalledPair[]>;
}

function playedExchanges(design: Design): PlayedExchanges {
  const known = played.get(design.routers);
  if (known) return known;
  const exchanges = exchangesThatHappen(judgePeerings(design).flatMap((judged) => exchangesOf(design, judged)));
  const made = { exchanges, pairs: associationPairs(exchanges) };
  played.set(design.routers, made);
  return made;
}

const played = new WeakMap<Design["routers"], PlayedExchanges>();

import type { CheckResult } from "../check/check.ts";
import { routerNames } from "../derive/routerNames.ts";
import type { Selector } from "../derive/selector.ts";
import { transformSetNamed } from "../derive/transforms.ts";
import type { Design } from "../model/design.ts";
import { formatPrefix } from "../net/ipv4.ts";
import { prefixOfSet } from "../net/wildcard.ts";
import { describeGoal, type Goal } from "./goal.ts";
import { judgeGoals } from "./judgeGoals.ts";
import { protectedTraffic } from "./protectedTraffic.ts";

/** What is true of a design and can be asked for in a scenario: whoever writes one chooses among these. */
export function possibleGoals(design: Design, result: CheckResult): readonly Goal[] {
  const wanted = [
    ...peeringGoals(design, result),
    ...trafficGoals(design, result),
    ...clientGoals(design),
    ...quietGoals,
  ];
  const distinct = [...new Map(wanted.map((goal) => [describeGoal(goal), goal])).values()];
  return judgeGoals(design, result, distinct)
    .filter(({ isReached }) => isReached)
    .map(({ goal }) => goal);
}

const quietGoals: readonly Goal[] = [
  { kind: "severity", severity: "error" },
  { kind: "severity", severity: "warning" },
];

function peeringGoals(design: Design, { peerings }: CheckResult): readonly Goal[] {
  const names = routerNames(design.routers);
  return peerings.flatMap(({ peering: { a, b, kind }, status, aToB, bToA }): readonly Goal[] => {
    const [one, other] = [names.get(a.router), b ? names.get(b.router) : undefined];
    if (one === undefined || other === undefined) return [];
    const routers: [string, string] = [one, other];
    const set = (aToB?.phase2 ?? bToA?.phase2)?.transformSet.a;
    const elements = design.routers.get(a.router)?.elements;
    const transforms = elements && set !== undefined ? transformSetNamed(elements, set)?.transforms : undefined;
    const goals: Goal[] = [
      { kind: "peering", routers, statuses: status === "agreed" ? ["agreed"] : ["agreed", "one-way"] },
    ];
    if (kind !== "ikev2") goals.push({ kind: "peering", routers, statuses: ["agreed", "one-way"], type: kind });
    if (transforms) goals.push({ kind: "transforms", routers, transforms: [...transforms] });
    return goals;
  });
}

function trafficGoals(design: Design, { peerings }: CheckResult): readonly Goal[] {
  const names = routerNames(design.routers);
  return protectedTraffic(design, peerings).flatMap(({ from, to, selectors }) =>
    selectors.flatMap((selector): readonly Goal[] => {
      const networks = networksOf(selector);
      const [router, far] = [names.get(from), names.get(to)];
      if (!networks || router === undefined || far === undefined) return [];
      return [{ kind: "traffic", router, ...networks, fate: "protected", to: far }];
    }),
  );
}

/** A goal speaks of whole networks; what is selected by protocol or with holes has none. */
function networksOf(selector: Selector): { readonly source: string; readonly destination: string } | undefined {
  const [source, destination] = [prefixOfSet(selector.source), prefixOfSet(selector.destination)];
  if (selector.protocol !== "ip" || !source || !destination) return undefined;
  return { source: formatPrefix(source), destination: formatPrefix(destination) };
}

function clientGoals(design: Design): readonly Goal[] {
  const names = routerNames(design.routers);
  return [...design.remoteClients.values()].flatMap(({ gateway, group }): readonly Goal[] => {
    const name = gateway === undefined ? undefined : names.get(gateway);
    return name === undefined || group === undefined ? [] : [{ kind: "clients", gateway: name, group }];
  });
}

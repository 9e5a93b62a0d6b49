import type { CheckResult } from "../check/check.ts";
import { normalAccessList } from "../derive/cryptoAccessList.ts";
import { cryptoMapSets } from "../derive/cryptoMapSet.ts";
import { firstMatches } from "../derive/firstMatch.ts";
import { boundProfile } from "../derive/isakmpIdentity.ts";
import type { PeeringEnd } from "../derive/peering.ts";
import { viewOfEnd } from "../derive/peerings.ts";
import { routerNames } from "../derive/routerNames.ts";
import type { Selector } from "../derive/selector.ts";
import { transformContent, transformSetNamed } from "../derive/transforms.ts";
import { asCanvasId, type Design } from "../model/design.ts";
import type { Router, RouterId } from "../model/router.ts";
import { connectClient } from "../negotiate/clientConnection.ts";
import type { JudgedPeering } from "../negotiate/trace.ts";
import { protocolNumber } from "../ios/accessListWords.ts";
import { formatIpv4, parseIpv4, parsePrefix } from "../net/ipv4.ts";
import type { Fate } from "../play/packetWalk.ts";
import { walkPacket } from "../play/walkPacket.ts";
import { setCovers, setOfPrefix } from "../net/wildcard.ts";
import { describeGoal, type Goal, type GoalOf } from "./goal.ts";
import { isProtected, protectedTraffic } from "./protectedTraffic.ts";

/** A goal with what is to be said about it now. */
export interface GoalState {
  readonly goal: Goal;
  readonly text: string;
  readonly isReached: boolean;
  /** What is the case, in a few words: "The peering is broken." It never tells the remedy. */
  readonly now: string;
}

/** Which goals a design reaches. `result` is the check of the same design. */
export function judgeGoals(design: Design, result: CheckResult, goals: readonly Goal[]): readonly GoalState[] {
  return goals.map((goal) => ({ goal, text: describeGoal(goal), ...judge(goal, { design, result }) }));
}

interface Judged {
  readonly design: Design;
  readonly result: CheckResult;
}

type Verdict = Pick<GoalState, "isReached" | "now">;

function judge(goal: Goal, judged: Judged): Verdict {
  switch (goal.kind) {
    case "peering":
      return judgePeeringGoal(goal, judged);
    case "traffic":
      return judgeTraffic(goal, judged);
    case "packet":
      return judgePacket(goal, judged);
    case "transforms":
      return judgeTransforms(goal, judged);
    case "endpoint":
      return judgeEndpoint(goal, judged);
    case "profile":
      return judgeProfile(goal, judged);
    case "rule": {
      const router = goal.router === undefined ? undefined : routerCalled(judged.design, goal.router);
      const found = judged.result.findings.filter(
        ({ rule, places }) => rule === goal.rule && (!router || places.some((place) => place.router === router.id)),
      ).length;
      return verdict(found === 0, "Nothing is found.", countOf(found, "finding"));
    }
    case "severity": {
      const counted = goal.severity === "error" ? ["error"] : ["error", "warning"];
      const found = judged.result.findings.filter(
        ({ severity, suppressed }) => counted.includes(severity) && suppressed === undefined,
      ).length;
      return verdict(found === 0, "Nothing is found.", countOf(found, goal.severity === "error" ? "error" : "finding"));
    }
    case "clients":
      return judgeClients(goal, judged);
    default:
      return goal satisfies never;
  }
}

function judgePeeringGoal({ routers, statuses, type }: GoalOf<"peering">, judged: Judged): Verdict {
  const found = peeringsBetween(judged, routers);
  if (found.length === 0) return missing("No crypto map entry joins them.");
  const off = found.find(
    ({ status, peering }) =>
      !statuses.some((one) => one === status || (one === "one-way" && status === "agreed")) ||
      (type !== undefined && peering.kind !== type),
  );
  if (!off) return { isReached: true, now: `The peering is ${found[0]?.status ?? ""}.` };
  const isOtherKind = type !== undefined && off.peering.kind !== type;
  return missing(`The peering is ${off.status}${isOtherKind ? `, and of another kind (${off.peering.kind})` : ""}.`);
}

function judgeTraffic(goal: GoalOf<"traffic">, { design, result }: Judged): Verdict {
  const router = routerCalled(design, goal.router);
  const to = goal.to === undefined ? undefined : routerCalled(design, goal.to);
  const traffic = trafficOf(goal.source, goal.destination);
  if (!router || !traffic || (goal.to !== undefined && !to)) return missing("A router is missing.");
  if (goal.fate === "clear") {
    return verdict(goesInClear(router, traffic), "It goes in clear.", "Some of it is selected for protection.");
  }
  const covered = isProtected(traffic, protectedTraffic(design, result.peerings), router.id, to?.id);
  return verdict(covered, "It is protected.", "Not all of it is protected.");
}

function judgePacket(goal: GoalOf<"packet">, { design }: Judged): Verdict {
  const [source, destination] = [parseIpv4(goal.source), parseIpv4(goal.destination)];
  if (source === undefined || destination === undefined) return missing("It is no packet.");
  const protocol = goal.protocol === undefined ? undefined : protocolNumber(goal.protocol);
  const packet = {
    source,
    destination,
    ...(protocol !== undefined && { protocol }),
    ...(goal.sourcePort !== undefined && { sourcePort: goal.sourcePort }),
    ...(goal.destinationPort !== undefined && { destinationPort: goal.destinationPort }),
  };
  const { fate, translated } = walkPacket(design, { packet, associations: "none" }).there;
  const isFate = fate === goal.fate;
  const isTranslation = goal.translated === undefined || goal.translated === translated;
  const now = isFate && !isTranslation ? `It is ${translated ? "" : "not "}translated.` : fateNow[fate];
  return { isReached: isFate && isTranslation, now };
}

const fateNow: Readonly<Record<Fate, string>> = {
  protected: "It is protected.",
  clear: "It goes in clear.",
  dropped: "It is dropped.",
  unknown: "What becomes of it can't be known.",
};

/** Whether no entry of any map on the router's interfaces picks some of the traffic: a deny sends it on to the next entry. */
function goesInClear({ elements }: Router, traffic: Selector): boolean {
  for (const set of cryptoMapSets(elements).values()) {
    if (set.carriers.length === 0) continue;
    for (const { accessList, dynamicEntries } of set.entries) {
      const lists = [accessList, ...dynamicEntries.map((one) => normalAccessList(elements, one.entry.matchAddress))];
      for (const list of lists) {
        if (list && firstMatches(list, traffic).some(({ identity }) => identity?.action === "permit")) return false;
      }
    }
  }
  return true;
}

function judgeTransforms({ routers, transforms }: GoalOf<"transforms">, judged: Judged): Verdict {
  const wanted = transformContent({ name: "", transforms, kept: [] });
  const settled = peeringsBetween(judged, routers).flatMap(({ peering, aToB, bToA }) =>
    [aToB, bToA].flatMap((one) => {
      const set =
        one?.phase2 && transformSetNamed(elementsOf(judged.design, peering.a.router), one.phase2.transformSet.a);
      return set && one.outcome === "established" ? [set] : [];
    }),
  );
  if (settled.length === 0) return missing("No transform set is agreed on.");
  const other = settled.find((set) => transformContent(set) !== wanted);
  return verdict(!other, "They do.", `They settle on ${other?.transforms.join(" with ") ?? ""}.`);
}

function judgeEndpoint({ router, to, address }: GoalOf<"endpoint">, judged: Judged): Verdict {
  const ends = endsOf(judged, router, to);
  if (ends.length === 0) return missing("No crypto map entry joins them.");
  const other = ends.find((end) => end.address === null || formatIpv4(end.address) !== address);
  if (!other) return { isReached: true, now: "It does." };
  return missing(
    `It speaks from ${other.address === null ? "an address that is not known" : formatIpv4(other.address)}.`,
  );
}

function judgeProfile({ router, to }: GoalOf<"profile">, judged: Judged): Verdict {
  const ends = endsOf(judged, router, to);
  const bound = ends.filter((end) => {
    const own = judged.design.routers.get(end.router);
    const view = own && viewOfEnd(own, end);
    return own && view ? boundProfile(own.elements, view) !== undefined : false;
  });
  return verdict(ends.length > 0 && bound.length === ends.length, "It does.", "It does not.");
}

function judgeClients({ gateway, group, network, split }: GoalOf<"clients">, { design }: Judged): Verdict {
  const router = routerCalled(design, gateway);
  if (!router) return missing("The gateway is missing.");
  const clients = { id: asCanvasId("goal"), label: "The clients", gateway: router.id, group };
  const { outcome, client, steps } = connectClient(design, clients);
  if (outcome !== "connected" || !client) {
    return missing(`It gets as far as ${steps.filter((step) => step.ok === true).at(-1)?.message ?? "nowhere"}.`);
  }
  if (split && client.splitTunnel === null) return missing("Everything goes through the tunnel.");
  const wanted = network === undefined ? undefined : parsePrefix(network);
  const reaches =
    !wanted || client.splitTunnel === null || client.splitTunnel.some((one) => setCovers(one, setOfPrefix(wanted)));
  return verdict(reaches, "It does.", "The network is not in its split-tunnel list.");
}

function peeringsBetween(
  { design, result }: Judged,
  [one, other]: readonly [string, string],
): readonly JudgedPeering[] {
  const first = routerCalled(design, one)?.id;
  const second = routerCalled(design, other)?.id;
  return result.peerings.filter(({ peering: { a, b } }) => {
    const far = b?.router ?? a.peer?.router;
    return (a.router === first && far === second) || (a.router === second && far === first);
  });
}

function endsOf(judged: Judged, router: string, to: string): readonly PeeringEnd[] {
  const own = routerCalled(judged.design, router)?.id;
  return peeringsBetween(judged, [router, to]).flatMap(({ peering: { a, b } }) =>
    [a, b].filter((end): end is PeeringEnd => end?.router === own),
  );
}

function trafficOf(source: string, destination: string): Selector | undefined {
  const [from, to] = [parsePrefix(source), parsePrefix(destination)];
  if (!from || !to) return undefined;
  return {
    protocol: "ip",
    source: setOfPrefix(from),
    sourcePorts: null,
    destination: setOfPrefix(to),
    destinationPorts: null,
  };
}

/** Names are compared without case, as IOS's users do. */
export function routerCalled(design: Design, name: string): Router | undefined {
  for (const [id, own] of routerNames(design.routers)) {
    if (own.toLowerCase() === name.toLowerCase()) return design.routers.get(id);
  }
  return undefined;
}

function elementsOf(design: Design, id: RouterId): Router["elements"] {
  const router = design.routers.get(id);
  if (!router) throw new Error("The peering is of another design.");
  return router.elements;
}

function verdict(isReached: boolean, when: string, otherwise: string): Verdict {
  return { isReached, now: isReached ? when : otherwise };
}

function missing(now: string): Verdict {
  return { isReached: false, now };
}

function countOf(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"} left.`;
}

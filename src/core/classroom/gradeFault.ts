import { check, type CheckResult } from "../check/check.ts";
import { routerNames } from "../derive/routerNames.ts";
import type { PeeringEnd } from "../derive/peering.ts";
import { formatSelector } from "../derive/selector.ts";
import type { Design } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";
import type { RuleId } from "../model/ruleId.ts";
import type { JudgedPeering, PeeringStatus } from "../negotiate/trace.ts";
import { isCovered, protectedTraffic, type ProtectedTraffic } from "./protectedTraffic.ts";

/** One thing that has to be as good as before a fault was made. */
export interface FaultCriterion {
  readonly text: string;
  readonly isReached: boolean;
  /** What is the case; it never tells the remedy. */
  readonly now: string;
}

/** How far a fault is mended. */
export interface FaultGrade {
  readonly isSolved: boolean;
  readonly criteria: readonly FaultCriterion[];
}

/**
 * Compares a design with the one before a fault was made in it: every peering agrees as it did, no pair of routers protects less, and
 * where the fault broke neither, what the checker found of it is gone. What the text looks like does not count.
 */
export function gradeFault(before: Design, faulty: Design, now: Design): FaultGrade {
  const [was, is] = [factsOf(before), factsOf(now)];
  const broken = factsOf(faulty);
  const criteria = [...workingCriteria(was, is)];
  const isQuiet = workingCriteria(was, broken).every(({ isReached }) => isReached);
  if (isQuiet) criteria.push(findingCriterion(was, broken, is));
  return { isSolved: criteria.every(({ isReached }) => isReached), criteria };
}

/** What a fault does to a design: it breaks something, it only shows in the findings, or it can't be seen at all. */
export function faultEffect(before: Design, faulty: Design): "breaks" | "shows" | "silent" {
  const [was, is] = [factsOf(before), factsOf(faulty)];
  if (workingCriteria(was, is).some(({ isReached }) => !isReached)) return "breaks";
  return newRules(was, is).length > 0 ? "shows" : "silent";
}

/** A design with what is compared of it, by the names of its routers. */
interface Facts {
  readonly names: ReadonlyMap<RouterId, string>;
  readonly result: CheckResult;
  readonly traffic: readonly ProtectedTraffic[];
}

const remembered = new WeakMap<Design, Facts>();

function factsOf(design: Design): Facts {
  let facts = remembered.get(design);
  if (!facts) {
    const result = check(design);
    const traffic = protectedTraffic(design, result.peerings);
    remembered.set(design, (facts = { names: routerNames(design.routers), result, traffic }));
  }
  return facts;
}

/** From best to worst. A tunnel that is up from one side is better than one of which some flows are down. */
const ranks: Readonly<Record<PeeringStatus, number>> = { agreed: 4, "one-way": 3, partial: 2, unknown: 1, broken: 0 };

function peeringCriteria(was: Facts, is: Facts): readonly FaultCriterion[] {
  const now = byPair(is);
  return [...byPair(was)].map(([pair, before]): FaultCriterion => {
    const statuses = (now.get(pair) ?? []).map(({ status }) => status);
    const wanted = Math.min(...before.map(({ status }) => ranks[status]));
    const worst = [...statuses].sort((one, other) => ranks[one] - ranks[other])[0];
    const isReached = worst !== undefined && ranks[worst] >= wanted;
    return {
      text: `${pair} ${before.every(({ status }) => status === "agreed") ? "agree" : "are as good"} again.`,
      isReached,
      now: worst === undefined ? "No crypto map entries join them." : `The peering is ${worst}.`,
    };
  });
}

/** What works: the peerings, the peers that are called first, and what is protected. */
function workingCriteria(was: Facts, is: Facts): readonly FaultCriterion[] {
  return [...peeringCriteria(was, is), ...preferenceCriteria(was, is), protectionCriterion(was, is)];
}

/** Where an entry lists several routers as its peers, the one that was called first still is. */
function preferenceCriteria(was: Facts, is: Facts): readonly FaultCriterion[] {
  const now = calledFirst(is);
  return calledFirst(was)
    .filter(({ others }) => others.length > 0)
    .map(({ from, to }): FaultCriterion => {
      const calls = now.filter((one) => one.from === from);
      const isReached = calls.some((one) => one.to === to);
      const instead = calls.find(({ others }) => others.includes(to));
      return {
        text: `${from} calls ${to} before its backup.`,
        isReached,
        now: isReached ? "It does." : instead ? `It calls ${instead.to} first.` : `It does not call ${to}.`,
      };
    });
}

/** Per static entry: the router that it calls first, and those that it calls if that one does not answer. */
function calledFirst({ names, result }: Facts): readonly {
  readonly from: string;
  readonly to: string;
  readonly others: readonly string[];
}[] {
  const entries = new Map<string, PeeringEnd[]>();
  for (const { peering } of result.peerings) {
    for (const end of [peering.a, peering.b]) {
      if (!end?.peer?.router) continue;
      const key = `${end.router} ${end.cryptoMap} ${end.sequence}`;
      entries.set(key, [...(entries.get(key) ?? []), end]);
    }
  }
  const rank = ({ peer }: PeeringEnd) => (peer?.default ? 0 : (peer?.position ?? Number.POSITIVE_INFINITY));
  return [...entries.values()].flatMap((ends) => {
    const called = [...ends].sort((one, other) => rank(one) - rank(other));
    const [from] = called.map(({ router }) => names.get(router) ?? "");
    const [to, ...later] = called.map(({ peer }) => (peer?.router ? (names.get(peer.router) ?? "") : ""));
    if (from === undefined || to === undefined) return [];
    return [{ from, to, others: later.filter((name) => name !== to) }];
  });
}

/** The peerings of each two routers: "HQ and Branch". */
function byPair({ names, result }: Facts): ReadonlyMap<string, readonly JudgedPeering[]> {
  const pairs = new Map<string, JudgedPeering[]>();
  for (const judged of result.peerings) {
    const { a, b } = judged.peering;
    const far = b?.router ?? a.peer?.router;
    if (far === null || far === undefined) continue;
    const pair = [names.get(a.router) ?? "", names.get(far) ?? ""].sort().join(" and ");
    pairs.set(pair, [...(pairs.get(pair) ?? []), judged]);
  }
  return pairs;
}

function protectionCriterion(was: Facts, is: Facts): FaultCriterion {
  const text = "Nothing is protected less than before.";
  for (const before of was.traffic) {
    const [from, to] = [was.names.get(before.from), was.names.get(before.to)];
    const now = is.traffic.filter((one) => is.names.get(one.from) === from && is.names.get(one.to) === to);
    const covering = now.flatMap(({ selectors }) => selectors);
    const missing = before.selectors.find((selector) => !isCovered(selector, covering));
    if (missing) {
      return { text, isReached: false, now: `${from ?? ""} does not protect all of ${formatSelector(missing)}.` };
    }
    const weaker =
      (before.isEncrypted && now.some((one) => !one.isEncrypted)) ||
      (before.isAuthenticated && now.some((one) => !one.isAuthenticated));
    if (weaker) {
      return {
        text,
        isReached: false,
        now: `${from ?? ""} protects its traffic to ${to ?? ""} with less than before.`,
      };
    }
  }
  return { text, isReached: true, now: "All of it is." };
}

function findingCriterion(was: Facts, broken: Facts, is: Facts): FaultCriterion {
  const rules = newRules(was, broken);
  const isReached = rules.every((rule) => countOf(is, rule) <= countOf(was, rule));
  return {
    text: "The checker finds no more than before.",
    isReached,
    now: isReached ? "It does not." : "Something that was not there before is still found.",
  };
}

/** The rules that find more in one design than in another; a finding that was accepted is still one. */
function newRules(was: Facts, is: Facts): readonly RuleId[] {
  const rules = new Set(is.result.findings.map(({ rule }) => rule));
  return [...rules].filter((rule) => countOf(is, rule) > countOf(was, rule));
}

function countOf({ result }: Facts, rule: RuleId): number {
  return result.findings.filter((finding) => finding.rule === rule).length;
}

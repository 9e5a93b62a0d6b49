import type { IsakmpPolicy } from "../model/isakmp.ts";
import type { Elements, Router } from "../model/router.ts";
import type { RuleId } from "../model/ruleId.ts";
import { refusesWeakAlgorithms } from "../derive/dialect.ts";
import { memoOf } from "../derive/identityMemo.ts";
import type { Comparison } from "./trace.ts";
import { POLICY_DEFAULTS } from "./positions.ts";

/** A policy with every field filled in. */
export interface FullPolicy extends WholePolicy {
  /** One of the suites that IOS brings along for routers without a policy. */
  readonly builtIn: boolean;
}

/** The attributes that must be equal, in the order in which IOS compares them. Reference: section 2.3. */
export const POLICY_ATTRIBUTES = ["encryption", "hash", "authentication", "group"] as const;

/** The router's policies in the order in which they are tried: its own, or the built-in ones where it has none. */
export function policiesOf({ elements }: Router): readonly FullPolicy[] {
  if (elements.isakmpPolicy.size > 0) return ownPolicies(elements.isakmpPolicy);
  return elements.isakmpSettings.get("")?.defaultPolicyDisabled ? [] : BUILT_IN_POLICIES;
}

/** The policies that a router has itself. */
export const ownPolicies = memoOf((policies: Elements["isakmpPolicy"]): readonly FullPolicy[] =>
  [...policies.values()]
    .map((policy) => ({ ...wholePolicy(policy), builtIn: false }))
    .sort((one, other) => one.priority - other.priority),
);

/** A policy with IOS's defaults filled in. */
export type WholePolicy = Required<Omit<IsakmpPolicy, "kept">>;

export function wholePolicy({
  priority,
  encryption = POLICY_DEFAULTS.encryption,
  hash = POLICY_DEFAULTS.hash,
  authentication = POLICY_DEFAULTS.authentication,
  group = POLICY_DEFAULTS.group,
  lifetimeSeconds = POLICY_DEFAULTS.lifetimeSeconds,
}: IsakmpPolicy): WholePolicy {
  return { priority, encryption, hash, authentication, group, lifetimeSeconds };
}

/**
 * The suites of releases from 12.4(20)T on; older ones have a single one with the defaults of an empty policy, which needs certificates.
 * Source: `show crypto isakmp default policy`; reference section 1.5.
 */
const BUILT_IN_POLICIES: readonly FullPolicy[] = (
  [
    ["aes 128", "sha", 5],
    ["aes 128", "md5", 5],
    ["3des", "sha", 2],
    ["3des", "md5", 2],
  ] as const
).flatMap(([encryption, hash, group], row) =>
  (["rsa-sig", "pre-share"] as const).map((authentication, column) => ({
    priority: 65507 + row * 2 + column,
    encryption,
    hash,
    authentication,
    group,
    lifetimeSeconds: POLICY_DEFAULTS.lifetimeSeconds,
    builtIn: true,
  })),
);

export interface PolicyMatch {
  readonly offered: FullPolicy;
  readonly held: FullPolicy;
}

/** The responder's first policy that equals one of the offers: its order decides. Reference: section 2.3, "Choice". */
export function commonPolicy(offers: readonly FullPolicy[], held: readonly FullPolicy[]): PolicyMatch | undefined {
  for (const own of held) {
    const offered = offers.find((offer) => POLICY_ATTRIBUTES.every((attribute) => offer[attribute] === own[attribute]));
    if (offered) return { offered, held: own };
  }
  return undefined;
}

/** The two policies that come closest, to show what keeps them apart. */
export function closestPolicies(offers: readonly FullPolicy[], held: readonly FullPolicy[]): PolicyMatch | undefined {
  let best: PolicyMatch | undefined;
  let most = -1;
  for (const own of held) {
    for (const offered of offers) {
      const equal = POLICY_ATTRIBUTES.filter((attribute) => offered[attribute] === own[attribute]).length;
      if (equal > most) {
        most = equal;
        best = { offered, held: own };
      }
    }
  }
  return best;
}

export function comparePolicies({ offered, held }: PolicyMatch): readonly Comparison[] {
  return POLICY_ATTRIBUTES.map((attribute) => ({
    attribute,
    offered: String(offered[attribute]),
    held: String(held[attribute]),
    agrees: offered[attribute] === held[attribute],
  }));
}

/** "aes 256, sha256, pre-share, group 14". */
export function formatPolicy(policy: FullPolicy): string {
  return `${policy.encryption}, ${policy.hash}, ${policy.authentication}, group ${policy.group}`;
}

/** What makes a policy weak in the eyes of a release that refuses it. */
export type PolicyWeakness = Extract<RuleId, "weak-des" | "weak-3des" | "weak-md5" | "weak-dh">;

/** Why a release refuses a policy; undefined when it takes it. Source: IOS-XE 17.11.1 release notes; reference section 2.7. */
export function weakness(router: Router, policy: FullPolicy): PolicyWeakness | undefined {
  if (!refusesWeakAlgorithms(router)) return undefined;
  if (policy.encryption === "des") return "weak-des";
  if (policy.encryption === "3des") return "weak-3des";
  if (policy.hash === "md5") return "weak-md5";
  return [1, 2, 5].includes(policy.group) ? "weak-dh" : undefined;
}

/** The policies that a router's release lets it use. */
export function usablePolicies(router: Router): readonly FullPolicy[] {
  const all = policiesOf(router);
  return refusesWeakAlgorithms(router) ? all.filter((policy) => !weakness(router, policy)) : all;
}

/** How strong each attribute is, from the table of section 4.7; only the order counts. */
const strengths: Readonly<Record<string, number>> = {
  des: 0,
  "3des": 1,
  "aes 128": 2,
  "aes 192": 3,
  "aes 256": 4,
  md5: 0,
  sha: 1,
  sha256: 2,
  sha384: 3,
  sha512: 4,
  1: 0,
  2: 1,
  5: 2,
  24: 3,
  14: 4,
  15: 5,
  19: 6,
  16: 7,
  20: 8,
  21: 9,
};

/** Whether a policy is at least as strong in every respect, and stronger in one. */
export function isStronger(one: FullPolicy, other: FullPolicy): boolean {
  const differences = (["encryption", "hash", "group"] as const).map(
    (attribute) => (strengths[one[attribute]] ?? 0) - (strengths[other[attribute]] ?? 0),
  );
  return differences.every((difference) => difference >= 0) && differences.some((difference) => difference > 0);
}

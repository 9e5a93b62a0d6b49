import type { RuleId } from "../model/ruleId.ts";

const selectorValues = [
  "near",
  "far",
  "list",
  "nearList",
  "nearSequence",
  "farSequence",
  "asked",
  "wanted",
  "held",
] as const;
const routeValues = ["near", "network", "exit", "carrier", "map", "cause"] as const;
const filterValues = ["near", "far", "list", "interface", "source", "destination"] as const;
const ends = ["near", "far"] as const;
const bothValues = [...ends, "nearValue", "farValue"] as const;

/**
 * The rules that the engine finds, each with the names of the values that its refusals carry. Whoever writes such a rule only projects
 * the refusals of its id, from a judged peering and from the negotiations of its flows, and looks for nothing of its own: a verdict
 * and a finding are then one fact.
 *
 * `near` is the router of the first place, unless the rule says otherwise; what both directions find in the same way is told with the
 * peering's end a as `near`. A refusal without `failedAt` warns, or tells why a direction is unknown.
 *
 * - `peer-not-reciprocal`: `far` names `configured` as its peer where `near` speaks from `address`; the first place is far's line.
 *   Where nobody answers, `near` has the entry and `far` is the router that has the address.
 * - `p2-selector-…`, `p2-ports-not-swapped`: `near` asks for `asked` by line `nearSequence` of `nearList`; `list` of `far` would have to
 *   permit `wanted` and has `held`, in line `farSequence` where one is near.
 * - `deny-not-mirrored`: `near` denies in line `nearSequence` of `nearList` what `list` of `far` does not.
 * - `route-return`: as the other two, for the answer; `cause` is "missing" or "wrong-interface".
 * - `nat-…`: `extent` is "all" or "part" of `flow`, `by` the translation.
 * - `manual-…-cross`: `near` sends, `far` receives.
 */
export const ENGINE_RULE_VALUES = {
  "route-missing-remote": routeValues,
  "route-wrong-interface": routeValues,
  "route-return": routeValues,
  "route-peer": ["near", "peer", "exit"],
  "route-peer-via-tunnel": ["near", "peer", "exit"],
  "route-assumed": ["near", "destination", "protocol"],
  "nat-not-exempt": ["near", "flow", "by", "extent"],
  "nat-deny-after-permit": ["near", "flow", "by", "extent"],
  "acl-blocks-ike": filterValues,
  "acl-blocks-natt": filterValues,
  "acl-blocks-esp": filterValues,
  "acl-blocks-ah": filterValues,
  "ah-through-nat": ends,
  "esp-through-nat": ends,
  "p1-no-common": [...bothValues, "attribute", "nearPolicy", "farPolicy", "nearPriority", "farPriority"],
  "p1-weak-first": [...ends, "chosen", "chosenPriority", "stronger", "strongerPriority"],
  "p1-lifetime-initiator-longer": [...bothValues, "nearPriority", "farPriority"],
  "p1-lifetime-differs": [...bothValues, "nearPriority", "farPriority"],
  "psk-missing": [...ends, "address"],
  "psk-wrong-address": [...ends, "address"],
  "psk-hostname-main-mode": [...ends, "address"],
  "psk-ambiguous": [...ends, "address"],
  "keyring-local-address": [...ends, "address"],
  "psk-mismatch": ends,
  "psk-opaque": ends,
  "psk-no-xauth": [...ends, "asker"],
  "identity-mismatch": [...ends, "profile", "identity"],
  "authentication-certificate": [...ends, "method"],
  "ike-version-mismatch": ends,
  "ike-version-not-judged": ends,
  "peer-not-reciprocal": [...ends, "address", "configured"],
  "peer-hostname-dynamic-responder": [...ends, "address", "configured"],
  "peer-outside-design": ["near", "configured"],
  "endpoint-unknown": [...ends, "address"],
  "endpoint-dynamic-static-peer": [...ends, "address"],
  "p2-no-common-transform": bothValues,
  "p2-mode-mismatch": [...bothValues, "nearSet", "farSet"],
  "p2-pfs-oneway": bothValues,
  "p2-pfs-group": bothValues,
  "p2-lifetime-differs": bothValues,
  "p2-selector-oneway": selectorValues,
  "p2-selector-none": selectorValues,
  "p2-selector-reversed": selectorValues,
  "p2-ports-not-swapped": selectorValues,
  "deny-not-mirrored": [...ends, "list", "nearList", "nearSequence"],
  "dynamic-responder-initiates": [...ends, "entry"],
  "manual-vs-isakmp": [...ends, "negotiating"],
  "manual-transform-equal": bothValues,
  "manual-spi-cross": [...bothValues, "protocol"],
  "manual-key-cross": [...bothValues, "protocol", "keys"],
} as const satisfies Partial<Record<RuleId, readonly string[]>>;

export type EngineRule = keyof typeof ENGINE_RULE_VALUES;

export const ENGINE_RULES = Object.keys(ENGINE_RULE_VALUES) as readonly EngineRule[];

/** The values that the refusals of a rule carry; of a rule that the engine only names, none that anybody may rely on. */
export type RefusalData<R extends RuleId> = Readonly<
  Record<R extends EngineRule ? (typeof ENGINE_RULE_VALUES)[R][number] : string, string>
>;

/**
 * Rules that look at one router alone and that the engine only names: it fails or leaves open a direction for a reason that such a
 * rule reports by itself. Their conditions must hold wherever the engine names them.
 */
export const NAMED_RULES = [
  "map-entry-no-acl",
  "map-entry-no-transform",
  "dynmap-no-transform",
  "acl-undefined",
  "acl-not-extended",
  "acl-empty",
  "acl-no-permit",
  "transform-undefined",
  "map-unapplied",
  "local-address-bad",
  "interface-no-ip",
  "ike-disabled",
  "isakmp-profile-no-match",
  "profile-undefined",
  "p1-no-policy",
  "peer-is-self",
  "dynamic-not-last",
  "acl-shared",
  "acl-overlap-shadow",
  "acl-overlap-partial",
  "specific-first",
  "acl-deny-then-permit",
  "ace-shadowed",
  "acl-extras",
  "acl-ports-range",
  "acl-discontiguous",
  "p2-pfs-bare",
  "manual-one-peer",
  "manual-one-transform",
  "manual-missing-key",
  "manual-no-authenticator",
  "manual-key-hex",
  "manual-key-length",
  "manual-many-permits",
  "weak-des",
  "weak-3des",
  "weak-md5",
  "weak-dh",
  "null-encryption",
  "seal-gmac",
] as const satisfies readonly RuleId[];

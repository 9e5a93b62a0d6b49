import type { Place } from "../model/router.ts";
import {
  closestPolicies,
  commonPolicy,
  comparePolicies,
  formatPolicy,
  isStronger,
  policiesOf,
  POLICY_ATTRIBUTES,
  usablePolicies,
  weakness,
  type FullPolicy,
  type PolicyMatch,
  type PolicyWeakness,
} from "./isakmpPolicies.ts";
import type { Ledger } from "./ledger.ts";
import { entryPlace, inOrder, placeAt, type Party } from "./party.ts";

/** The first message: all policies are offered, and the responder's order decides. Undefined when it takes none. */
export function choosePolicy(
  ledger: Ledger,
  initiator: Party,
  responder: Party,
  aggressive: boolean,
): PolicyMatch | undefined {
  const allOffers = policiesOf(initiator.router);
  const allHeld = policiesOf(responder.router);
  const offers = usablePolicies(initiator.router);
  const held = usablePolicies(responder.router);
  ledger.step?.({
    stage: "phase1",
    message: aggressive ? "AM1" : "MM1",
    from: initiator.router.id,
    to: responder.router.id,
    ok: offers.length > 0,
    explains:
      offers.length > 0
        ? `${initiator.name} offers ${offers.length === 1 ? "one policy" : `${offers.length} policies`}: ${offers
            .map(formatPolicy)
            .join("; ")}.`
        : allOffers.length > 0
          ? `${initiator.name} has no ISAKMP policy that its release lets it offer.`
          : `${initiator.name} has no ISAKMP policy to offer.`,
    places: offers.filter((one) => !one.builtIn).map((one) => policyPlace(initiator, one)),
  });
  const match = commonPolicy(offers, held);
  if (match) return match;
  const refused = commonPolicy(allOffers, allHeld);
  if (refused) refuseWeak(ledger, initiator, responder, refused);
  else refusePolicies(ledger, initiator, responder, aggressive ? "AM2" : "MM2");
  return undefined;
}

/** The second message: the responder names the policy that it takes. */
export function acceptPolicy(
  ledger: Ledger,
  initiator: Party,
  responder: Party,
  match: PolicyMatch,
  aggressive: boolean,
): void {
  ledger.step?.({
    stage: "phase1",
    message: aggressive ? "AM2" : "MM2",
    from: responder.router.id,
    to: initiator.router.id,
    ok: match.offered.builtIn || match.held.builtIn ? null : true,
    explains: `${responder.name} takes its policy ${match.held.priority}: ${formatPolicy(match.held)}, which equals ${
      initiator.name
    }'s policy ${match.offered.priority}.`,
    compared: comparePolicies(match),
    places: [policyPlace(responder, match.held), policyPlace(initiator, match.offered)],
  });
  if (match.offered.builtIn) doubtBuiltIn(ledger, initiator);
  if (match.held.builtIn) doubtBuiltIn(ledger, responder);
  warnOfLifetimes(ledger, initiator, responder, match);
  warnOfWeakerChoice(ledger, initiator, responder, match);
}

function doubtBuiltIn(ledger: Ledger, party: Party): void {
  ledger.unknown({
    rule: "p1-no-policy",
    reason: `${party.name} has no ISAKMP policy, and which built-in ones it has depends on its release.`,
    data: { near: party.name },
    places: [entryPlace(party)],
  });
}

function refusePolicies(ledger: Ledger, initiator: Party, responder: Party, answer: string): void {
  const [near, far] = inOrder(initiator, responder);
  const closest = closestPolicies(policiesOf(near.router), policiesOf(far.router));
  const differing = closest
    ? POLICY_ATTRIBUTES.filter((attribute) => closest.offered[attribute] !== closest.held[attribute])
    : [];
  const [attribute = "encryption"] = differing;
  const places = closest
    ? [policyPlace(near, closest.offered, attribute), policyPlace(far, closest.held, attribute)]
    : [entryPlace(near), entryPlace(far)];
  const bare = policiesOf(near.router).length === 0 ? near : far;
  const reason = closest
    ? `No policy of ${near.name} equals one of ${far.name}: the closest differ in ${differing.join(" and ")}.`
    : `${bare.name} has no ISAKMP policy.`;
  const offered = closest && (near === initiator ? closest : { offered: closest.held, held: closest.offered });
  ledger.step?.({
    stage: "phase1",
    message: answer,
    from: responder.router.id,
    to: initiator.router.id,
    ok: false,
    explains: reason,
    compared: offered ? comparePolicies(offered) : [],
    places,
  });
  ledger.fails("phase1-policy", {
    rule: "p1-no-common",
    reason,
    data: {
      near: near.name,
      far: far.name,
      attribute: differing.join(", "),
      nearValue: closest ? String(closest.offered[attribute]) : "",
      farValue: closest ? String(closest.held[attribute]) : "",
      nearPolicy: closest ? formatPolicy(closest.offered) : allPolicies(near),
      farPolicy: closest ? formatPolicy(closest.held) : allPolicies(far),
      nearPriority: closest ? String(closest.offered.priority) : "",
      farPriority: closest ? String(closest.held.priority) : "",
    },
    places,
  });
}

function allPolicies(party: Party): string {
  return policiesOf(party.router).map(formatPolicy).join("; ") || "no policy";
}

/** A release from 17.11 on refuses the policy that both ends have. */
function refuseWeak(ledger: Ledger, initiator: Party, responder: Party, match: PolicyMatch): void {
  const weakOffer = weakness(initiator.router, match.offered);
  const [party, policy, rule] = weakOffer
    ? ([initiator, match.offered, weakOffer] as const)
    : ([responder, match.held, weakness(responder.router, match.held) ?? "weak-dh"] as const);
  ledger.fails("phase1-policy", {
    // What is built in has no line that could be changed; what is missing is a policy of the router's own.
    rule: policy.builtIn ? "p1-no-policy" : rule,
    reason: `${party.name} runs a release that refuses ${formatPolicy(policy)}.`,
    data: { near: party.name, policy: formatPolicy(policy) },
    places: [policyPlace(party, policy, weakFields[rule])],
  });
}

/** The line of a policy that makes it weak. */
const weakFields = {
  "weak-des": "encryption",
  "weak-3des": "encryption",
  "weak-md5": "hash",
  "weak-dh": "group",
} as const satisfies Record<PolicyWeakness, string>;

function warnOfLifetimes(ledger: Ledger, initiator: Party, responder: Party, { offered, held }: PolicyMatch): void {
  if (offered.lifetimeSeconds === held.lifetimeSeconds) return;
  const longer = offered.lifetimeSeconds > held.lifetimeSeconds;
  ledger.warns({
    rule: longer ? "p1-lifetime-initiator-longer" : "p1-lifetime-differs",
    reason: `${initiator.name} offers an IKE lifetime of ${offered.lifetimeSeconds} seconds, ${responder.name} has ${held.lifetimeSeconds}; the shorter one is used.`,
    data: {
      near: initiator.name,
      far: responder.name,
      nearValue: String(offered.lifetimeSeconds),
      farValue: String(held.lifetimeSeconds),
      nearPriority: String(offered.priority),
      farPriority: String(held.priority),
    },
    places: [policyPlace(initiator, offered, "lifetimeSeconds"), policyPlace(responder, held, "lifetimeSeconds")],
  });
}

function warnOfWeakerChoice(ledger: Ledger, initiator: Party, responder: Party, chosen: PolicyMatch): void {
  const held = usablePolicies(responder.router);
  // Nearly every router has one policy.
  if (held.length < 2) return;
  const offers = usablePolicies(initiator.router);
  const stronger = held.find(
    (policy) => isStronger(policy, chosen.held) && commonPolicy(offers, [policy]) !== undefined,
  );
  if (!stronger || chosen.held.builtIn) return;
  ledger.warns({
    rule: "p1-weak-first",
    reason: `${responder.name} takes policy ${chosen.held.priority} although both ends also have the stronger ${formatPolicy(stronger)}.`,
    data: {
      near: responder.name,
      far: initiator.name,
      chosen: formatPolicy(chosen.held),
      chosenPriority: String(chosen.held.priority),
      stronger: formatPolicy(stronger),
      strongerPriority: String(stronger.priority),
    },
    places: [policyPlace(responder, chosen.held), policyPlace(responder, stronger)],
  });
}

export function policyPlace(party: Party, policy: FullPolicy, field?: string): Place {
  // A built-in policy has no line; the entry that needs it stands in.
  return policy.builtIn ? entryPlace(party) : placeAt(party, "isakmpPolicy", String(policy.priority), field);
}

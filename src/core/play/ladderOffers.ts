import { formatSelector, mirrorSelector, type Selector } from "../derive/selector.ts";
import { canonicalTransform, transformContent, usableTransformSets } from "../derive/transforms.ts";
import {
  commonPolicy,
  comparePolicies,
  formatPolicy,
  policiesOf,
  POLICY_ATTRIBUTES,
  weakness,
  type FullPolicy,
} from "../negotiate/isakmpPolicies.ts";
import { entryName, type Party } from "../negotiate/party.ts";
import { isBetweenEndpoints, lifetimesOf, type Lifetimes } from "../negotiate/phase2Terms.ts";
import { pfsText } from "../negotiate/quickModeRefusal.ts";
import type { Comparison, Negotiation } from "../negotiate/trace.ts";
import type { LadderFact } from "./ladder.ts";

/** The policies that the first message carries, in the initiator's order. */
export function offeredPolicies(initiator: Party): readonly LadderFact[] {
  return usablePolicies(initiator).map((policy) => ({
    label: policyName(policy),
    value: `${formatPolicy(policy)}, ${lifetimeText(policy.lifetimeSeconds)}`,
  }));
}

/** How the responder walks its own policies, and compares each with every offer, until two are equal. */
export function policyTrials(initiator: Party, responder: Party): readonly Comparison[] {
  const offers = usablePolicies(initiator);
  const trials: Comparison[] = [];
  for (const held of usablePolicies(responder)) {
    for (const offered of offers) {
      const differing = POLICY_ATTRIBUTES.find((attribute) => offered[attribute] !== held[attribute]);
      if (differing === undefined) {
        return [
          ...trials.slice(0, mostTrials),
          ...comparePolicies({ offered, held }),
          {
            attribute: "lifetime",
            offered: lifetimeText(offered.lifetimeSeconds),
            held: lifetimeText(held.lifetimeSeconds),
            // Lifetimes need not be equal: the shorter one is used.
            agrees: true,
          },
        ];
      }
      trials.push({
        attribute: `${policyName(held)} with ${policyName(offered)}: ${differing}`,
        offered: String(offered[differing]),
        held: String(held[differing]),
        agrees: false,
      });
    }
  }
  return trials.slice(0, mostTrials);
}

/** More comparisons than these only repeat what the first ones showed. */
const mostTrials = 24;

/** The policy that the responder takes. */
export function chosenPolicy(initiator: Party, responder: Party, { phase1 }: Negotiation): readonly LadderFact[] {
  const match = commonPolicy(usablePolicies(initiator), usablePolicies(responder));
  if (!match || !phase1) return [];
  return [
    { label: `${policyName(match.held)} of ${responder.name}`, value: formatPolicy(match.held) },
    { label: `equals ${policyName(match.offered)} of ${initiator.name}`, value: formatPolicy(match.offered) },
    { label: "lifetime", value: `${lifetimeText(phase1.lifetimeSeconds)}, the shorter of both` },
  ];
}

/** The group of the Diffie-Hellman exchange; undefined where no policy was taken. */
export function agreedGroup(initiator: Party, responder: Party): number | undefined {
  return commonPolicy(usablePolicies(initiator), usablePolicies(responder))?.held.group;
}

/** What the first message of quick mode asks for. */
export function quickModeOffer(initiator: Party, selectors: readonly Selector[]): readonly LadderFact[] {
  const { router, view } = initiator;
  return [
    ...selectors.map((one) => ({ label: "proxy identities", value: formatSelector(one) })),
    ...usableTransformSets(router, view.body).map((set) => ({
      label: `transform set ${set.name}`,
      value: `${set.transforms.join(" ")}, ${set.mode ?? "tunnel"} mode`,
    })),
    { label: "perfect forward secrecy", value: pfsText(view.body.pfs) },
    { label: "lifetime", value: associationLifetimeText(lifetimesOf(router.elements, view.body)) },
  ];
}

/** What the responder compares in quick mode, in the order in which its entry is asked. */
export function quickModeTrials(
  initiator: Party,
  responder: Party,
  selectors: readonly Selector[],
  agreed: boolean,
): readonly Comparison[] {
  const { body, accessList } = responder.view;
  const held =
    body.matchAddress === undefined
      ? "any"
      : (accessList?.permits ?? [])
          .slice(0, mostPermits)
          .flatMap((permit) => permit.selectors.map(formatSelector))
          .join("; ");
  const mirrored = selectors.map((one) => formatSelector(mirrorSelector(one))).join("; ");
  return [
    { attribute: "proxy identities, mirrored", offered: mirrored, held, agrees: agreed ? true : null },
    ...transformTrials(initiator, responder),
    {
      attribute: "perfect forward secrecy",
      offered: pfsText(initiator.view.body.pfs),
      held: pfsText(body.pfs),
      agrees: agreed ? true : null,
    },
    {
      attribute: "lifetime",
      offered: associationLifetimeText(lifetimesOf(initiator.router.elements, initiator.view.body)),
      held: associationLifetimeText(lifetimesOf(responder.router.elements, body)),
      agrees: true,
    },
  ];
}

const mostPermits = 6;

/** The responder goes through the initiator's sets in their order, and takes the first that it lists too. */
function transformTrials(initiator: Party, responder: Party): readonly Comparison[] {
  const held = usableTransformSets(responder.router, responder.view.body);
  const trials: Comparison[] = [];
  for (const offered of usableTransformSets(initiator.router, initiator.view.body)) {
    const match = held.find((set) => transformContent(set) === transformContent(offered));
    trials.push({
      attribute: `transform set ${offered.name}`,
      offered: offered.transforms.map(canonicalTransform).join(" "),
      held: match
        ? `${match.transforms.map(canonicalTransform).join(" ")} (${match.name})`
        : held.map((set) => `${set.transforms.map(canonicalTransform).join(" ")} (${set.name})`).join("; ") || "none",
      agrees: match !== undefined,
    });
    if (match) break;
  }
  return trials;
}

/** What quick mode settles; so it does too where no traffic flows afterwards, of which the trace keeps no agreement. */
export function quickModeChoice(
  initiator: Party,
  answering: Party,
  selectors: readonly Selector[],
  { phase2 }: Negotiation,
): readonly LadderFact[] {
  const { body } = answering.view;
  if (!phase2) return settledAnyway(initiator, answering, selectors);
  return [
    { label: `entry of ${answering.name}`, value: entryName(answering) },
    {
      label: "transform set",
      value: `${phase2.transformSet[answering.side]}${body.transformSets.length === 0 ? " (built in)" : ""}`,
    },
    { label: "mode", value: phase2.mode },
    { label: "perfect forward secrecy", value: phase2.pfs ?? "none" },
    {
      label: "lifetime",
      value:
        phase2.lifetimeSeconds === null
          ? "does not expire"
          : associationLifetimeText({
              lifetimeSeconds: phase2.lifetimeSeconds,
              lifetimeKilobytes: phase2.lifetimeKilobytes,
            }),
    },
  ];
}

function settledAnyway(initiator: Party, answering: Party, selectors: readonly Selector[]): readonly LadderFact[] {
  const held = usableTransformSets(answering.router, answering.view.body);
  const taken = usableTransformSets(initiator.router, initiator.view.body).flatMap((offered) => {
    const match = held.find((set) => transformContent(set) === transformContent(offered));
    return match ? [{ offered, match }] : [];
  })[0];
  if (!taken) return [];
  const [mine, theirs] = [initiator, answering].map(({ router, view }) => lifetimesOf(router.elements, view.body)) as [
    Lifetimes,
    Lifetimes,
  ];
  const { pfs } = initiator.view.body;
  // Without a number the initiator takes the responder's group, or the first.
  const group = pfs === "bare" ? (typeof answering.view.body.pfs === "number" ? answering.view.body.pfs : 1) : pfs;
  const volumes = [mine, theirs].flatMap(({ lifetimeKilobytes }) => lifetimeKilobytes ?? []);
  const transport = taken.offered.mode === "transport" && isBetweenEndpoints(initiator, answering, selectors);
  return [
    { label: `entry of ${answering.name}`, value: entryName(answering) },
    { label: "transform set", value: taken.match.name },
    { label: "mode", value: transport ? "transport" : "tunnel" },
    { label: "perfect forward secrecy", value: pfs === undefined ? "none" : `group${group}` },
    {
      label: "lifetime",
      value: associationLifetimeText({
        lifetimeSeconds: Math.min(mine.lifetimeSeconds, theirs.lifetimeSeconds),
        lifetimeKilobytes: volumes.length === 0 ? null : Math.min(...volumes),
      }),
    },
  ];
}

export function associationLifetimeText({ lifetimeSeconds, lifetimeKilobytes }: Lifetimes): string {
  return `${lifetimeSeconds} s, ${lifetimeKilobytes === null ? "no limit by volume" : `${lifetimeKilobytes} KB`}`;
}

function usablePolicies({ router }: Party): readonly FullPolicy[] {
  return policiesOf(router).filter((policy) => !weakness(router, policy));
}

function policyName(policy: FullPolicy): string {
  return policy.builtIn ? `built-in policy ${policy.priority}` : `policy ${policy.priority}`;
}

function lifetimeText(seconds: number): string {
  return `${seconds} s`;
}

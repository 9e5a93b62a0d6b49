import type { NormalAccessList } from "../derive/cryptoAccessList.ts";
import { bestCounterpart, hasMirroredDeny, type Counterpart } from "../derive/flows.ts";
import { covers, mirror, notReversed, portsNotSwapped, type ProxyIdentity } from "../derive/proxyIdentity.ts";
import { formatSelector, type Selector } from "../derive/selector.ts";
import type { RuleId } from "../model/ruleId.ts";

/** Why a list does not let the peer have what it asks for. */
export interface SelectorRefusal {
  readonly rule: Extract<
    RuleId,
    "p2-selector-oneway" | "p2-selector-none" | "p2-selector-reversed" | "p2-ports-not-swapped" | "deny-not-mirrored"
  >;
  /** The entry of the refusing list that comes closest, or that denies; undefined when nothing is near. */
  readonly near: ProxyIdentity | undefined;
}

/** Names the way in which a list misses an entry of the other end's. Reference: section 3.2, rules 99 to 102 and 106. */
export function selectorRefusal(
  asked: ProxyIdentity,
  asking: NormalAccessList | undefined,
  refusing: NormalAccessList | undefined,
): SelectorRefusal {
  if (!refusing) return { rule: "p2-selector-none", near: undefined };
  const swapped = nearby(asked, refusing).find((one) => portsNotSwapped(asked, one));
  if (swapped) return { rule: "p2-ports-not-swapped", near: swapped };
  const counterpart = bestCounterpart(asked, refusing);
  if (!counterpart) {
    const copied = nearby(mirror(asked), refusing).find((one) => notReversed(asked, one));
    return copied ? { rule: "p2-selector-reversed", near: copied } : { rule: "p2-selector-none", near: undefined };
  }
  const denying = unmirroredDeny(asked, asking, refusing);
  if (denying && counterpart.relation !== "overlap" && counterpart.relation !== "a-superset") {
    return refuseByDeny(asked, counterpart, denying, asking, refusing);
  }
  return {
    rule: counterpart.relation === "a-superset" ? "p2-selector-oneway" : "p2-selector-none",
    near: counterpart.identity,
  };
}

/** What a list has nearest to what it is asked for, in words. */
export function heldText(near: ProxyIdentity | undefined): string {
  if (!near) return "nothing near it";
  const selectors = near.selectors.map(formatSelector).join("; ");
  return near.action === "deny" ? `a deny of ${selectors}` : selectors;
}

/** A deny of the refusing list that touches what is asked for and has no mirror image on the asking side. */
export function unmirroredDeny(
  asked: ProxyIdentity,
  asking: NormalAccessList | undefined,
  refusing: NormalAccessList,
): ProxyIdentity | undefined {
  return intersecting(refusing, mirror(asked).selectors).find(
    (identity) => identity.action === "deny" && !hasMirroredDeny(identity, asking),
  );
}

/** Where each side denies something that the other does not, neither can start: that is a fault, not a preference. */
function refuseByDeny(
  asked: ProxyIdentity,
  counterpart: Counterpart,
  denying: ProxyIdentity,
  asking: NormalAccessList | undefined,
  refusing: NormalAccessList,
): SelectorRefusal {
  const backwards = asking && unmirroredDeny(counterpart.identity, refusing, asking);
  const whole = covers(denying, mirror(asked));
  return { rule: backwards || whole ? "p2-selector-none" : "deny-not-mirrored", near: denying };
}

/** Permits whose addresses touch the mirror image, whatever their ports. */
function nearby(asked: ProxyIdentity, list: NormalAccessList): readonly ProxyIdentity[] {
  const wanted = mirror(asked).selectors.map((one) => ({ ...one, sourcePorts: null, destinationPorts: null }));
  return intersecting(list, wanted).filter((identity) => identity.action === "permit");
}

function intersecting(list: NormalAccessList, wanted: readonly Selector[]): readonly ProxyIdentity[] {
  const positions = new Set(wanted.flatMap((selector) => list.index.intersecting(selector)));
  return [...positions].sort((one, other) => one - other).flatMap((position) => list.identities[position] ?? []);
}

import type { Peering } from "../derive/peering.ts";
import { policiesOf } from "./isakmpPolicies.ts";
import { keyOf, refuseXauth } from "./keyComparison.ts";
import { newLedger, type Ledger } from "./ledger.ts";
import { addressText, endpointPlace, peerPlace, type Party } from "./party.ts";
import { followRouteToPeer } from "./pathway.ts";
import { targetOf } from "./session.ts";
import { lookUpKey } from "./preSharedKeys.ts";
import type { JudgedPeering } from "./trace.ts";
import { playTrigger } from "./trigger.ts";

/**
 * A peering that nobody answers: unknown when no router of the design has the peer's address, else broken. What its own router would
 * get wrong on the way out is told all the same.
 */
export function judgeAlone(peering: Peering, a: Party, ownerName: string): JudgedPeering {
  const ledger = newLedger();
  const owner = a.end.peer?.router ?? null;
  if (owner === null) tellOutside(ledger, a);
  else if (owner === a.router.id) tellSelf(ledger, a);
  else tellNobody(ledger, a, ownerName);
  if (a.end.address === null && a.view.set.carriers.length > 0) tellOwnEndpoint(ledger, a);
  const target = targetOf(a);
  if (target !== null && owner !== a.router.id) {
    followRouteToPeer(ledger, a, target);
    if (peering.kind === "isakmp" && policiesOf(a.router).some((policy) => policy.authentication === "pre-share")) {
      const name = owner === null ? addressText(target) : ownerName;
      const key = keyOf(ledger, a, name, lookUpKey(a, target, undefined, undefined), target);
      if (key) refuseXauth(ledger, a, { name }, key);
    }
  }
  for (const identity of a.view.accessList?.permits.slice(0, mostFlows) ?? []) {
    playTrigger(ledger, a, identity.selectors, peering.role === "backup");
  }
  return {
    peering,
    status: owner === null ? "unknown" : "broken",
    byDesign: false,
    aToB: null,
    bToA: null,
    flows: [],
    refusals: ledger.entries.flatMap((entry) => (entry.kind === "objection" ? [entry.objection.refusal] : [])),
  };
}

/** Beyond so many flows the next one only repeats what the first ones told. */
const mostFlows = 64;

function tellOutside(ledger: Ledger, a: Party): void {
  const configured = a.end.peer?.configured ?? "";
  ledger.unknown({
    rule: "peer-outside-design",
    reason: `No router of the design has ${configured}, the peer of ${a.name}.`,
    data: { near: a.name, configured },
    places: [peerPlace(a)],
  });
}

function tellSelf(ledger: Ledger, a: Party): void {
  const configured = a.end.peer?.configured ?? "";
  ledger.fails("reachability", {
    rule: "peer-is-self",
    reason: `${a.name} names its own address ${configured} as its peer.`,
    data: { near: a.name, configured },
    places: [peerPlace(a)],
  });
}

function tellNobody(ledger: Ledger, a: Party, owner: string): void {
  const configured = a.end.peer?.configured ?? "";
  ledger.fails("phase2-proxy-identity", {
    rule: "peer-not-reciprocal",
    reason: `${owner} has ${configured}, but no crypto map entry for ${a.name}.`,
    data: { near: a.name, far: owner, address: addressText(a.end.address), configured },
    places: [peerPlace(a)],
  });
}

function tellOwnEndpoint(ledger: Ledger, a: Party): void {
  ledger.unknown({
    rule: "endpoint-unknown",
    reason: `${a.name}'s own address is not in its text.`,
    data: { near: a.name, far: "", address: a.end.interface ?? "" },
    places: [endpointPlace(a)],
  });
}

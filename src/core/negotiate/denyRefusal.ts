import { hasMirroredDeny } from "../derive/flows.ts";
import type { ProxyIdentity } from "../derive/proxyIdentity.ts";
import type { ObjectionWords } from "./ledger.ts";
import { linePlace, placeAt, type Party } from "./party.ts";

/** Denies that only one end has: what may arrive in clear then differs from end to end. Reference: rule 106. */
export function unmirroredDenies(near: Party, far: Party): readonly ProxyIdentity[] {
  const list = near.view.accessList;
  if (!list || !far.view.accessList || list.permits.length === list.identities.length) return none;
  return list.identities.filter(
    (identity) => identity.action === "deny" && !hasMirroredDeny(identity, far.view.accessList),
  );
}

const none: readonly never[] = [];

/** What is said about a deny of one end that the other end lacks, whether it refuses a flow or not. */
export function denyWords(near: Party, far: Party, deny: ProxyIdentity): ObjectionWords {
  const nearList = near.view.accessList?.name ?? "";
  const list = far.view.accessList?.name ?? "";
  return {
    rule: "deny-not-mirrored",
    reason: `${near.name} denies traffic in line ${deny.sequence} of access list ${nearList} that access list ${list} of ${far.name} does not deny.`,
    data: { near: near.name, far: far.name, list, nearList, nearSequence: String(deny.sequence) },
    places: [linePlace(near, nearList, deny.sequence), placeAt(far, "accessList", list)],
  };
}

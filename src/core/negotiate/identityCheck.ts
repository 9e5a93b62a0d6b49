import type { Place } from "../model/router.ts";
import {
  boundProfileName,
  formatIdentity,
  ownIdentity,
  profileAccepts,
  type IsakmpIdentity,
} from "../derive/isakmpIdentity.ts";
import type { Ledger } from "./ledger.ts";
import { addressText, entryPlace, placeAt, type Party } from "./party.ts";

/** MM5 and MM6 carry identities; each end's profile, where its entry is bound to one, must take the other's. */
export function compareIdentities(
  ledger: Ledger,
  initiator: Party,
  responder: Party,
  aggressive: IsakmpIdentity | undefined,
): void {
  const theirs = ownIdentity(responder.router.elements, responder.view, responder.seenAs);
  checkIdentity(ledger, responder, initiator, aggressive ?? ownIdentityOf(initiator));
  checkIdentity(ledger, initiator, responder, theirs);
}

function ownIdentityOf(party: Party): IsakmpIdentity {
  return ownIdentity(party.router.elements, party.view, party.seenAs);
}

function checkIdentity(ledger: Ledger, judge: Party, other: Party, identity: IsakmpIdentity): void {
  const name = boundProfileName(judge.view);
  if (name === undefined) return;
  const profile = judge.router.elements.isakmpProfile.get(name);
  const data = { near: judge.name, far: other.name, profile: name, identity: formatIdentity(identity) };
  const profilePlace = placeAt(judge, "isakmpProfile", name);
  if (!profile) {
    ledger.fails("phase1-authentication", {
      rule: "profile-undefined",
      reason: `${judge.name} binds the entry to ISAKMP profile ${name}, which does not exist.`,
      data,
      places: [entryPlace(judge, "isakmpProfile")],
    });
    return;
  }
  if (profile.matches.length === 0) {
    ledger.fails("phase1-authentication", {
      rule: "isakmp-profile-no-match",
      reason: `${judge.name}: ISAKMP profile ${name} matches no identity.`,
      data,
      places: [profilePlace],
    });
    return;
  }
  const accepts = profileAccepts(profile, identity, judge.frontVrf);
  const places: Place[] = [profilePlace, identityPlace(other)];
  const reason =
    accepts === null
      ? `Whether ${judge.name}'s ISAKMP profile ${name} matches ${formatIdentity(identity)}, as ${other.name} calls itself, can't be told.`
      : `${judge.name}'s ISAKMP profile ${name} does not match ${formatIdentity(identity)}, as ${other.name} calls itself.`;
  ledger.step?.({
    stage: "phase1",
    message: "identity",
    from: judge.router.id,
    ok: accepts,
    explains: accepts ? `${judge.name}'s ISAKMP profile ${name} matches ${formatIdentity(identity)}.` : reason,
    compared: [{ attribute: "identity", offered: formatIdentity(identity), held: `profile ${name}`, agrees: accepts }],
    places,
  });
  if (accepts === null) {
    const ends = { near: judge.name, far: other.name };
    if (identity.kind === "dn") {
      ledger.unknown({ rule: "authentication-certificate", reason, data: { ...ends, method: "dn" }, places });
    } else {
      const address = addressText(other.seenAs);
      ledger.unknown({ rule: "endpoint-unknown", reason, data: { ...ends, address }, places });
    }
  } else if (!accepts) {
    ledger.fails("phase1-authentication", { rule: "identity-mismatch", reason, data, places });
  }
}

function identityPlace(party: Party): Place {
  const name = boundProfileName(party.view);
  const profile = name === undefined ? undefined : party.router.elements.isakmpProfile.get(name);
  if (profile?.selfIdentity !== undefined) return placeAt(party, "isakmpProfile", profile.name, "selfIdentity");
  return party.router.elements.isakmpSettings.get("")?.identity === undefined
    ? entryPlace(party)
    : placeAt(party, "isakmpSettings", "", "identity");
}

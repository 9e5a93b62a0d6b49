import { aggressiveIdentity, type IsakmpIdentity } from "../derive/isakmpIdentity.ts";
import { compareIdentities } from "./identityCheck.ts";
import { hasTranslatorOnPath } from "./interfaceFilters.ts";
import { policiesOf, type FullPolicy, type PolicyMatch } from "./isakmpPolicies.ts";
import { compareKeys, initiatorsKey, respondersKey, type Addresses } from "./keyComparison.ts";
import type { Ledger } from "./ledger.ts";
import { inOrder, placeAt, type Party } from "./party.ts";
import { acceptPolicy, choosePolicy, policyPlace } from "./policyChoice.ts";
import { agreedLifetime } from "./positions.ts";

/** What phase 1 settled, seen from the initiator. */
export interface Phase1Result {
  readonly offered: FullPolicy;
  readonly held: FullPolicy;
  readonly lifetimeSeconds: number;
}

/** Plays main mode, or aggressive mode where the initiator asks for it. Reference: section 2.3. */
export function playPhase1(
  ledger: Ledger,
  initiator: Party,
  responder: Party,
  addresses: Addresses,
): Phase1Result | undefined {
  refuseDisabled(ledger, initiator);
  refuseDisabled(ledger, responder);
  const aggressive = aggressiveIdentity(
    initiator.router.elements,
    initiator.view,
    addresses.responder,
    initiator.end.address,
  );
  const session: Exchange = { initiator, responder, aggressive };
  const offersKeys = policiesOf(initiator.router).some((policy) => policy.authentication === "pre-share");
  // With nothing but pre-shared keys to offer, and none for this peer, the first message is never sent.
  const key = offersKeys ? initiatorsKey(ledger, initiator, responder, addresses) : undefined;
  const match = choosePolicy(ledger, initiator, responder, aggressive !== undefined);
  const shared = !match || match.held.authentication === "pre-share";
  const answer = shared && offersKeys ? respondersKey(ledger, initiator, responder, addresses, aggressive) : undefined;
  if (match) {
    acceptPolicy(ledger, initiator, responder, match, aggressive !== undefined);
    exchangeKeys(ledger, session, match);
    if (!shared) leaveCertificatesOpen(ledger, session, match);
  }
  if (shared)
    compareKeys(ledger, initiator, responder, { initiator: key, responder: answer }, aggressive !== undefined);
  compareIdentities(ledger, initiator, responder, aggressive);
  if (!match) return undefined;
  confirm(ledger, session);
  const { offered, held } = match;
  return { offered, held, lifetimeSeconds: agreedLifetime(offered.lifetimeSeconds, held.lifetimeSeconds) };
}

function refuseDisabled(ledger: Ledger, party: Party): void {
  if (!party.router.elements.isakmpSettings.get("")?.disabled) return;
  ledger.fails("reachability", {
    rule: "ike-disabled",
    reason: `${party.name} has IKE switched off.`,
    data: { near: party.name },
    places: [placeAt(party, "isakmpSettings", "", "disabled")],
  });
}

interface Exchange {
  readonly initiator: Party;
  readonly responder: Party;
  /** The identity of aggressive mode; undefined in main mode. */
  readonly aggressive: IsakmpIdentity | undefined;
}

/** The third and fourth message of main mode: Diffie-Hellman values, nonces, and a look for translators on the way. */
function exchangeKeys(ledger: Ledger, { initiator, responder, aggressive }: Exchange, { held }: PolicyMatch): void {
  if (aggressive || !ledger.step) return;
  for (const [message, one, other] of [
    ["MM3", initiator, responder],
    ["MM4", responder, initiator],
  ] as const) {
    ledger.step({
      stage: "phase1",
      message,
      from: one.router.id,
      to: other.router.id,
      ok: true,
      explains: `${one.name} sends its Diffie-Hellman value of group ${held.group} and a nonce${
        hasTranslatorOnPath(initiator, responder)
          ? "; a translator on the way is found, so UDP 4500 is used from here on"
          : ""
      }.`,
    });
  }
}

/** The last message: the responder shows its identity in turn. */
function confirm(ledger: Ledger, { initiator, responder, aggressive }: Exchange): void {
  if (aggressive) return;
  ledger.step?.({
    stage: "phase1",
    message: "MM6",
    from: responder.router.id,
    to: initiator.router.id,
    ok: true,
    explains: `${responder.name} shows its identity in turn; the IKE security association stands.`,
  });
}

/** Certificates are hardly in a configuration, so whether they are good is left open. */
function leaveCertificatesOpen(ledger: Ledger, { initiator, responder }: Exchange, match: PolicyMatch): void {
  const [near, far] = inOrder(initiator, responder);
  const [nearPolicy, farPolicy] = near === initiator ? [match.offered, match.held] : [match.held, match.offered];
  const places = [policyPlace(near, nearPolicy, "authentication"), policyPlace(far, farPolicy, "authentication")];
  ledger.step?.({
    stage: "phase1",
    message: "MM5",
    from: initiator.router.id,
    to: responder.router.id,
    ok: null,
    explains: `Both ends authenticate with certificates (${match.held.authentication}), which a configuration does not show whole.`,
    places,
  });
  ledger.unknown({
    rule: "authentication-certificate",
    reason: `${near.name} and ${far.name} authenticate with certificates, which can't be compared.`,
    data: { near: near.name, far: far.name, method: match.held.authentication },
    places,
  });
}

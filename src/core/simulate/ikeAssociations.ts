import type { RouterId } from "../model/router.ts";
import { hasTranslatorOnPath } from "../negotiate/interfaceFilters.ts";
import { policiesOf, type FullPolicy } from "../negotiate/isakmpPolicies.ts";
import type { Party } from "../negotiate/party.ts";
import type { Negotiation } from "../negotiate/trace.ts";
import type { IkeAssociation, IkeState } from "./associations.ts";
import type { Exchange } from "./exchanges.ts";
import { ELAPSED_SECONDS } from "./simulatedClock.ts";

type Unnumbered = Omit<IkeAssociation, "connectionId">;

/** IOS numbers IKE associations of its software from here. Reference: section 5.1. */
const firstConnectionId = 1001;

/** The IKE associations of every router: one per pair of endpoints where phase 1 ends well, else what each attempt leaves behind. */
export function ikeAssociations(exchanges: readonly Exchange[]): ReadonlyMap<RouterId, readonly IkeAssociation[]> {
  const rows = new Map<RouterId, Unnumbered[]>();
  const standing = new Set<string>();
  const add = (own: Party, other: Party, row: Omit<Unnumbered, "id" | "peer" | "local" | "remote" | "port">) => {
    const list = rows.get(own.router.id) ?? [];
    rows.set(own.router.id, list);
    const ends = { peer: other.router.id, local: own.end.address, remote: other.end.address };
    if (list.some((known) => known.initiator === row.initiator && sameEnds(known, ends))) return;
    list.push({ id: pairKey(own, other), ...ends, ...row, port: hasTranslatorOnPath(own, other) ? 4500 : 500 });
  };

  const negotiated = exchanges.filter(({ peering }) => peering.kind === "isakmp" || peering.kind === "dynamic");
  for (const { initiator, responder, negotiation, reach } of negotiated) {
    if (reach === "nothing" || reach === "negotiating") continue;
    const pair = pairKey(initiator, responder);
    // Flows between the same endpoints share phase 1, whoever wanted it first.
    if (standing.has(pair)) continue;
    standing.add(pair);
    for (const [own, other] of bothWays(initiator, responder)) {
      add(own, other, { initiator: own === initiator, state: "QM_IDLE", ...agreed(own, negotiation) });
    }
  }
  for (const { initiator, responder, negotiation, reach } of negotiated) {
    if (reach !== "negotiating" || standing.has(pairKey(initiator, responder))) continue;
    const left = stateLeft(initiator, negotiation);
    for (const [own, other] of bothWays(initiator, responder)) {
      const state = own === initiator ? left?.initiator : left?.responder;
      if (!state) continue;
      const known = state === "MM_NO_STATE" || state === "AG_NO_STATE" ? nothingAgreed : agreed(own, negotiation);
      add(own, other, { initiator: own === initiator, state, ...known });
    }
  }
  return new Map([...rows].map(([router, list]) => [router, numbered(list)]));
}

const nothingAgreed = { policy: undefined, remainingSeconds: undefined };

/** What both routers show of an attempt that failed in phase 1. Reference: section 6.4. */
function stateLeft(
  initiator: Party,
  negotiation: Negotiation,
): { readonly initiator?: IkeState; readonly responder?: IkeState } | undefined {
  const { failedAt, rule, refusals, steps } = negotiation;
  const messages = new Set(steps.filter(({ stage }) => stage === "phase1").map(({ message }) => message));
  if (failedAt === "reachability") {
    const silent = rule === "ike-disabled" && refusals[0]?.places[0]?.router === initiator.router.id;
    return silent ? undefined : { initiator: "MM_NO_STATE" };
  }
  // Without a key or a policy to offer, the first message is never sent.
  if (!messages.has("MM1") && !messages.has("AM1")) return undefined;
  if (rule === "ike-version-mismatch") {
    return initiator.view.body.ikev2Profile === undefined ? { initiator: "MM_NO_STATE" } : undefined;
  }
  if (rule === "psk-no-xauth") return { initiator: "CONF_XAUTH", responder: "CONF_XAUTH" };
  const aggressive = messages.has("AM1");
  const exchanged = failedAt === "phase1-authentication" && ["MM3", "MM4", "AM2"].some((one) => messages.has(one));
  const state: IkeState = exchanged
    ? aggressive
      ? "AG_INIT_EXCH"
      : "MM_KEY_EXCH"
    : aggressive
      ? "AG_NO_STATE"
      : "MM_NO_STATE";
  return { initiator: state, responder: state };
}

function agreed(own: Party, { phase1 }: Negotiation): Pick<IkeAssociation, "policy" | "remainingSeconds"> {
  if (!phase1) return nothingAgreed;
  const priority = phase1.policy[own.side];
  const policy: FullPolicy | undefined = policiesOf(own.router).find((one) => one.priority === priority);
  return { policy, remainingSeconds: Math.max(0, phase1.lifetimeSeconds - ELAPSED_SECONDS) };
}

function numbered(list: readonly Unnumbered[]): readonly IkeAssociation[] {
  let next = firstConnectionId;
  return list.map((row) => {
    const started = row.state !== "MM_NO_STATE" && row.state !== "AG_NO_STATE";
    return { ...row, connectionId: started ? next++ : 0 };
  });
}

function sameEnds(one: Pick<Unnumbered, "peer" | "local" | "remote">, other: typeof one): boolean {
  return one.peer === other.peer && one.local === other.local && one.remote === other.remote;
}

function bothWays(one: Party, other: Party): readonly (readonly [Party, Party])[] {
  return [
    [one, other],
    [other, one],
  ];
}

/** The same for both directions. */
function pairKey(one: Party, other: Party): string {
  return [one, other]
    .map(({ router, end }) => `${router.id} ${String(end.address)}`)
    .sort()
    .join("|");
}

import type { Peering } from "../derive/peering.ts";
import type { Design } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";
import { partyAt } from "../negotiate/judge.ts";
import { entryName, type Party } from "../negotiate/party.ts";
import type { JudgedPeering, Negotiation } from "../negotiate/trace.ts";
import type { Ladder, LadderEnd } from "./ladder.ts";
import { exchangesOf, type Exchange } from "../simulate/exchanges.ts";
import { ladderAssociations } from "./ladderAssociations.ts";
import { rungsOf } from "./ladderRungs.ts";

/** Which ladder: who starts, and over which of the peering's flows. */
export interface LadderRequest {
  readonly initiator: RouterId;
  /** An index into the peering's flows; absent: the one that tells the peering's outcome. */
  readonly flow?: number;
}

/** The ladder of one direction of a judged peering. It is read off the trace, and says nothing that the verdict doesn't. */
export function negotiationLadder(design: Design, judged: JudgedPeering, request: LadderRequest): Ladder {
  const { peering } = judged;
  const fromA = peering.a.router === request.initiator;
  const a = partyAt(design, "a", peering.a);
  const b = peering.b && partyAt(design, "b", peering.b);
  const negotiation = negotiationOf(judged, fromA, request.flow);
  if (!b || !negotiation) return unansweredLadder(judged, a);
  const [initiator, responder] = fromA ? [a, b] : [b, a];
  const played = exchangeOf(design, judged, negotiation);
  const { exchange, rungs } = rungsOf(peering, initiator, responder, negotiation, played?.selectors ?? []);
  return {
    initiator: endOf(initiator),
    responder: endOf(responder),
    exchange,
    outcome: negotiation.outcome,
    rule: negotiation.rule,
    reason: negotiation.reason,
    remarks: remarksOf(peering, initiator, responder),
    rungs,
    associations: played ? ladderAssociations(design, played) : null,
  };
}

/** The negotiation that a ladder shows; null where nobody answers. */
export function negotiationOf(judged: JudgedPeering, fromA: boolean, flow: number | undefined): Negotiation | null {
  const verdict = flow === undefined ? undefined : judged.flows[flow];
  if (verdict) return fromA ? verdict.aToB : verdict.bToA;
  return fromA ? judged.aToB : judged.bToA;
}

/** What the state of the routers is made from: the same negotiation with what it asked for and how far it came. */
function exchangeOf(design: Design, judged: JudgedPeering, negotiation: Negotiation): Exchange | undefined {
  return exchangesOf(design, judged).find((one) => one.negotiation === negotiation);
}

function endOf(party: Party): LadderEnd {
  return { router: party.router.id, name: party.name, address: party.end.address, entry: entryName(party) };
}

function remarksOf(peering: Peering, initiator: Party, responder: Party): readonly string[] {
  const remarks: string[] = [];
  if (peering.kind === "manual") {
    remarks.push(
      "Manual security associations: they stand as soon as they are configured, and no message is exchanged.",
    );
  }
  if (responder.view.dynamic) {
    remarks.push(
      `${responder.name} answers by dynamic entry ${entryName(responder)}: it fills in what it does not know from the offer, and keeps a temporary crypto map entry for as long as the IPsec security associations stand.`,
    );
  }
  if (initiator.view.dynamic) {
    remarks.push(
      `${initiator.name} has only a dynamic entry for ${responder.name}. Such an entry never starts a negotiation.`,
    );
  }
  if (peering.role === "backup") {
    remarks.push("A backup: it is tried only when no peer before it answers.");
  }
  return remarks;
}

/** Nobody answers: what judging the peering alone found is all that there is to tell, and it is told before the first message. */
function unansweredLadder(judged: JudgedPeering, a: Party): Ladder {
  const refusal = judged.refusals.find((one) => one.failedAt !== undefined) ?? judged.refusals[0];
  const configured = judged.peering.a.peer?.configured ?? "its peer";
  const failed = judged.status === "broken";
  const reason = failed
    ? `No crypto map entry answers at ${configured}.`
    : `No router of the design has ${configured}, so what happens there can't be known.`;
  return {
    initiator: endOf(a),
    responder: null,
    exchange: "none",
    outcome: failed ? "failed" : "unknown",
    rule: refusal?.rule ?? null,
    reason,
    remarks: [],
    rungs: [
      {
        band: "before",
        message: null,
        title: "Peer",
        from: a.router.id,
        to: a.router.id,
        ok: failed ? false : null,
        stops: null,
        explains: reason,
        payloads: "",
        offered: [],
        compared: [],
        chosen: [],
        places: refusal?.places ?? [],
        state: null,
      },
    ],
    associations: null,
  };
}

import { mirrorSelector, type Selector } from "../../derive/selector.ts";
import { dialectOf } from "../../derive/dialect.ts";
import type { Party } from "../../negotiate/party.ts";
import type { Negotiation } from "../../negotiate/trace.ts";
import type { AssociationPair } from "../associations.ts";
import { addressWord } from "../show/wording.ts";

/** A line that a router prints while a negotiation plays: for a debug command, or as a system message that nobody has to ask for. */
export interface DebugLine {
  readonly about: "isakmp" | "ipsec" | "log";
  readonly text: string;
}

/** A negotiation with what its two ends hold afterwards. */
export interface PlayedExchange {
  readonly initiator: Party;
  readonly responder: Party;
  readonly negotiation: Negotiation;
  /** What the initiator asks for, its own networks as the source. */
  readonly selector: Selector;
  /** An IKE association stands already, so that only quick mode is played. */
  readonly phase1Stands: boolean;
  /** The number of the IKE association at each end; 0 where none comes up. */
  readonly connectionIds: { readonly initiator: number; readonly responder: number };
  readonly pairs: { readonly initiator: AssociationPair | undefined; readonly responder: AssociationPair | undefined };
}

/** One end of a played exchange, as the debug output of its router tells it. */
export interface DebugView extends PlayedExchange {
  readonly side: "initiator" | "responder";
  readonly own: Party;
  readonly other: Party;
  readonly local: string;
  readonly remote: string;
  /** Its own networks are the source. */
  readonly ownSelector: Selector;
  readonly connectionId: number;
  readonly pair: AssociationPair | undefined;
}

export function viewFrom(exchange: PlayedExchange, side: DebugView["side"]): DebugView {
  const starts = side === "initiator";
  const [own, other] = starts ? [exchange.initiator, exchange.responder] : [exchange.responder, exchange.initiator];
  return {
    ...exchange,
    side,
    own,
    other,
    local: addressWord(own.end.address),
    // An initiator speaks to whom it names, whoever that is.
    remote: starts
      ? (exchange.initiator.end.peer?.configured ?? addressWord(other.end.address))
      : addressWord(other.seenAs),
    ownSelector: starts ? exchange.selector : mirrorSelector(exchange.selector),
    connectionId: exchange.connectionIds[side],
    pair: exchange.pairs[side],
  };
}

/** How a release writes what it says of an IKE association; 0 stands for one that has no keys yet. Reference: section 6. */
export interface IsakmpVoice {
  readonly say: (text: string, id?: number) => DebugLine;
  readonly packet: (text: string, id?: number) => DebugLine;
  readonly fault: (text: string, id?: number) => DebugLine;
  /** A line without an association, such as an attribute. */
  readonly bare: (text: string) => DebugLine;
}

export function isakmpVoice({ own }: DebugView): IsakmpVoice {
  const xe = dialectOf(own.router) === "xe17";
  const line = (word: string, text: string, id: number): DebugLine => ({
    about: "isakmp",
    text: xe ? `${word}: (${String(id)}):${text}` : `ISAKMP:(${String(id)}):${text}`,
  });
  return {
    say: (text, id = 0) => line("ISAKMP", text, id),
    packet: (text, id = 0) => line("ISAKMP-PAK", text, id),
    fault: (text, id = 0) => line("ISAKMP-ERROR", text, id),
    bare: (text) => ({ about: "isakmp", text: `ISAKMP:      ${text}` }),
  };
}

/** The finite state machine's line: what happened, and the two states. */
export function stateChange(
  { say }: IsakmpVoice,
  id: number,
  input: string,
  from: string,
  to: string,
): readonly DebugLine[] {
  return [say(`Input = ${input}`, id), say(`Old State = ${from}  New State = ${to}`, id)];
}

export function logged(text: string): DebugLine {
  return { about: "log", text };
}

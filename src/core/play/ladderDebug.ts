import type { Design } from "../model/design.ts";
import type { JudgedPeering } from "../negotiate/trace.ts";
import type { DebugLine, PlayedExchange } from "../simulate/debug/debugLine.ts";
import { exchangeLines } from "../simulate/debug/exchangeLines.ts";
import { exchangesOf } from "../simulate/exchanges.ts";
import type { Ladder } from "./ladder.ts";
import { installedPairs } from "./ladderAssociations.ts";
import { negotiationOf, type LadderRequest } from "./negotiationLadder.ts";

/** What `debug crypto isakmp` and `debug crypto ipsec` print at both ends at one step of a ladder. */
export interface RungDebug {
  readonly initiator: readonly DebugLine[];
  readonly responder: readonly DebugLine[];
}

/**
 * The debug output of both ends, cut at the messages, so that it is read in step with the ladder: one part for each rung. A router
 * that prints nothing at a step, as where nobody is there, has no lines.
 */
export function ladderDebug(
  design: Design,
  judged: JudgedPeering,
  request: LadderRequest,
  ladder: Ladder,
): readonly RungDebug[] {
  const played = playedExchange(design, judged, request, ladder);
  const lines = (side: "initiator" | "responder") => partsByRung(ladder, played ? exchangeLines(played, side) : []);
  const [initiator, responder] = [lines("initiator"), lines("responder")];
  return ladder.rungs.map((_rung, at) => ({ initiator: initiator[at] ?? [], responder: responder[at] ?? [] }));
}

function playedExchange(
  design: Design,
  judged: JudgedPeering,
  { flow, initiator }: LadderRequest,
  ladder: Ladder,
): PlayedExchange | undefined {
  const negotiation = negotiationOf(judged, judged.peering.a.router === initiator, flow);
  const exchange = exchangesOf(design, judged).find((one) => one.negotiation === negotiation);
  const selector = exchange?.selectors[0];
  // Keys by hand are there without a word.
  if (!exchange || !selector || judged.peering.kind === "manual") return undefined;
  return {
    initiator: exchange.initiator,
    responder: exchange.responder,
    negotiation: exchange.negotiation,
    selector,
    phase1Stands: false,
    connectionIds: ladder.associations?.ike?.connectionId ?? { initiator: 0, responder: 0 },
    pairs: installedPairs(design, exchange),
  };
}

/** The lines of one router by rung: what is said before the first message stands with what comes before it. */
function partsByRung(ladder: Ladder, lines: readonly DebugLine[]): readonly (readonly DebugLine[])[] {
  const parts = partsByMessage(lines);
  const messages = ladder.rungs.flatMap(({ from, message, to }, at) => (message !== null && from !== to ? [at] : []));
  const result: DebugLine[][] = ladder.rungs.map(() => []);
  parts.forEach((part, number) => {
    // Nothing is sent: all stands where the ladder ends. More is said than the ladder has messages: it ends with the last of them.
    const at =
      messages.length === 0
        ? ladder.rungs.length - 1
        : number === 0
          ? Math.max(0, (messages[0] ?? 0) - 1)
          : (messages[number - 1] ?? messages.at(-1) ?? 0);
    result[at]?.push(...part);
  });
  return result;
}

/** What a router says first of a packet that it is about to send. */
const preparation = /Send initial contact|SA is doing|beginning (?:Main|Aggressive|Quick) Mode|sending NOTIFY/;

/** Lines before the first message, and then those of each message: a receiver's begin with the packet, a sender's before it. */
function partsByMessage(lines: readonly DebugLine[]): readonly (readonly DebugLine[])[] {
  const parts: DebugLine[][] = [[]];
  let repeats = false;
  for (const line of lines) {
    repeats ||= line.text.includes("retransmitting phase 1");
    const current = parts[parts.length - 1] ?? [];
    if (!repeats && line.text.includes("received packet from")) parts.push([line]);
    else if (!repeats && line.text.includes("sending packet to")) {
      const prepares = current.findIndex(({ text }) => preparation.test(text));
      const prepared = current.splice(prepares < 0 ? current.length : prepares);
      parts.push([...prepared, line]);
    } else current.push(line);
  }
  return parts;
}

import type { Ladder, PacketWalk, Rung, WalkLeg, WalkStage } from "../../core/index.ts";

/**
 * A ladder as a class sees it that looks for a fault: the message at which it stops and what debug prints there, as on real routers,
 * and neither what differs, nor the lines, nor what mends it.
 */
export function ladderWithoutCause(ladder: Ladder): Ladder {
  if (ladder.rule === null && ladder.reason === null) return ladder;
  return {
    ...ladder,
    rule: null,
    reason: null,
    rungs: ladder.rungs.map((rung) => (rung.ok === true ? rung : bare(rung))),
  };
}

function bare(rung: Rung): Rung {
  const explains =
    rung.ok === null ? "What happens here can’t be known." : "It stops here. What debug prints tells more.";
  return { ...rung, explains, compared: [], chosen: [], places: [] };
}

/** A packet's walk for that class: where the packet is lost, without the reason of a negotiation and without the rules' names. */
export function walkWithoutCause({ there, back }: PacketWalk): PacketWalk {
  return { there: legWithoutCause(there), back: back && legWithoutCause(back) };
}

function legWithoutCause(leg: WalkLeg): WalkLeg {
  const stages = leg.stages.map(withoutReason);
  const [was, is] = [leg.stages.at(-1), stages.at(-1)];
  return { ...leg, stages, outcome: was && is && was.explains !== is.explains ? is.explains : leg.outcome };
}

function withoutReason(stage: WalkStage): WalkStage {
  const { negotiation, peers } = stage;
  if (negotiation === null || negotiation.reason === null) return { ...stage, rule: null };
  const explains =
    stage.verdict === "stops"
      ? "No association stands, and none comes up. The negotiation shows how far it gets."
      : "Whether an association comes up can’t be known.";
  return {
    ...stage,
    explains,
    rule: null,
    places: [],
    peers: peers.map((peer) => (peer.note === negotiation.reason ? { ...peer, note: "" } : peer)),
  };
}

import { describe, expect, test } from "vitest";
import { check, negotiationLadder, walkPacket, type Design } from "../../core/index.ts";
import { designFromText } from "../../core/testing/designFromText.ts";
import { plainSites } from "../../core/testing/plainSites.ts";
import { pingBetween, readFields } from "../packetWalk/packetFields.ts";
import { ladderWithoutCause, walkWithoutCause } from "./withoutCause.ts";

/** The second router holds another key, of which nobody is to be told. */
const broken = designFromText(
  plainSites.replace(/(crypto isakmp key )\S+(?![\s\S]*crypto isakmp key)/, "$1Another-key"),
);

function ladderOf(design: Design) {
  const [judged] = check(design).peerings;
  if (!judged) throw new Error("The design has a peering.");
  return negotiationLadder(design, judged, { initiator: judged.peering.a.router });
}

function walkOf(design: Design) {
  const read = readFields(pingBetween("10.1.0.5", "10.2.0.7"));
  if (read.kind !== "request") throw new Error("It is a packet.");
  return walkPacket(design, read.request);
}

describe("while a fault is looked for", () => {
  test("a ladder ends at the message that is refused, and tells neither the reason nor the rule nor the lines", () => {
    const whole = ladderOf(broken);
    const ladder = ladderWithoutCause(whole);
    const last = ladder.rungs.at(-1);
    expect(whole.rule).toBe("psk-mismatch");
    expect([ladder.rule, ladder.reason]).toEqual([null, null]);
    expect(last).toMatchObject({ message: whole.rungs.at(-1)?.message, ok: false, compared: [], places: [] });
    expect(JSON.stringify(ladder)).not.toContain(whole.reason);
    expect(ladder.rungs.slice(0, -1)).toEqual(whole.rungs.slice(0, -1));
  });

  test("a walk ends where the packet is lost, without the reason of the negotiation", () => {
    const whole = walkOf(broken);
    const reason = whole.there.stages.at(-1)?.negotiation?.reason ?? "none";
    const { there } = walkWithoutCause(whole);
    expect(whole.there.outcome).toContain(reason);
    expect(there.fate).toBe("dropped");
    expect(
      JSON.stringify([there.outcome, there.stages.map(({ explains, peers, rule }) => [explains, peers, rule])]),
    ).not.toContain(reason);
  });

  test("what works is told whole", () => {
    const design = designFromText(plainSites);
    expect(ladderWithoutCause(ladderOf(design))).toEqual(ladderOf(design));
    expect(walkWithoutCause(walkOf(design))).toEqual(walkOf(design));
  });
});

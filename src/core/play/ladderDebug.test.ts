import { describe, expect, test } from "vitest";
import { judgePeerings } from "../negotiate/judge.ts";
import { asRouterId, type RouterId } from "../model/router.ts";
import { designFromText } from "../testing/designFromText.ts";
import { mutations } from "../testing/mutations.ts";
import { writeCase } from "../testing/ruleCase.ts";
import { twoSites } from "../testing/twoSites.ts";
import { ladderDebug, type RungDebug } from "./ladderDebug.ts";
import { negotiationLadder } from "./negotiationLadder.ts";

const siteA = asRouterId("r1");
const set = "crypto ipsec transform-set TS-AES256 ";
const siteB = asRouterId("r2");

/** The debug output of a ladder by the message or title of its rungs. */
function debugOf(change = "", initiator: RouterId = siteA): ReadonlyMap<string, RungDebug> {
  const design = designFromText(change === "" ? twoSites : writeCase(twoSites, mutations[change] ?? change).text);
  const [judged] = judgePeerings(design);
  if (!judged) throw new Error("The sites are no peering.");
  const ladder = negotiationLadder(design, judged, { initiator });
  const debug = ladderDebug(design, judged, { initiator }, ladder);
  expect(debug).toHaveLength(ladder.rungs.length);
  return new Map(ladder.rungs.map((rung, at) => [rung.message ?? rung.title, debug[at] as RungDebug]));
}

const at = (debug: ReadonlyMap<string, RungDebug>, message: string, side: keyof RungDebug) =>
  (debug.get(message)?.[side] ?? []).map(({ text }) => text).join("\n");

describe("the debug output comes in step with the ladder", () => {
  test.each([siteA, siteB])("each message has its packet at both ends, whoever starts (%s)", (initiator) => {
    const debug = debugOf("", initiator);
    const sent = (message: string) => /^(?:MM|QM)[135]$/.test(message);
    for (const message of ["MM1", "MM2", "MM3", "MM4", "MM5", "MM6", "QM1", "QM2", "QM3"]) {
      const [from, to] = sent(message) ? (["initiator", "responder"] as const) : (["responder", "initiator"] as const);
      expect(at(debug, message, from).match(/sending packet to/g), message).toHaveLength(1);
      expect(at(debug, message, from)).not.toContain("received packet");
      expect(at(debug, message, to).match(/received packet from/g), message).toHaveLength(1);
      expect(at(debug, message, to)).not.toContain("sending packet");
    }
  });

  test("a message is prepared where it is sent, and read where it arrives", () => {
    const debug = debugOf();
    expect(at(debug, "MM5", "initiator")).toContain("Send initial contact");
    expect(at(debug, "MM4", "initiator")).toContain("processing KE payload");
    expect(at(debug, "MM1", "responder")).toContain("Checking ISAKMP transform 1 against priority 10 policy");
    expect(at(debug, "MM6", "initiator")).toContain("New State = IKE_P1_COMPLETE");
    expect(at(debug, "QM1", "responder")).toContain("Map Accepted: VPN, 10");
    expect(at(debug, "QM2", "initiator")).toContain("Successfully installed IPSEC SA");
  });

  test("a refusal is read at the message that is refused, with its signature", () => {
    const debug = debugOf(`=== SiteB\n${set}esp-aes 256 esp-sha256-hmac => ${set}esp-3des esp-sha-hmac`);
    expect(at(debug, "QM1", "responder")).toContain("transform proposal not supported for identity");
    expect(at(debug, "QM1 refused", "initiator")).toContain('error TRUE reason "Delete Larval"');
  });

  test("repeated attempts stay with the message that nobody takes", () => {
    const debug = debugOf("=== SiteB\nencr aes 256 => encr 3des");
    expect(at(debug, "MM1", "responder")).toContain("Encryption algorithm offered does not match policy!");
    expect(at(debug, "MM2", "initiator")).toContain("Death by retransmission P1");
  });

  test("what is never sent is told before the first message, and keys by hand say nothing", () => {
    const debug = debugOf("=== SiteA\ncrypto isakmp key Long-Shared-Key-2024 address 203.0.113.2 => ");
    expect([...debug.values()].flatMap(({ initiator }) => initiator.map(({ text }) => text)).join("\n")).toContain(
      "No pre-shared key with 203.0.113.2!",
    );
  });
});

describe("aggressive mode", () => {
  const profile = `=== SiteA
crypto isakmp profile P
 keyring default
 match identity address 203.0.113.2 255.255.255.255
 initiate mode aggressive
+crypto map VPN 10 ipsec-isakmp
 set isakmp-profile P`;

  test("is told by both ends in its own three messages", () => {
    const debug = debugOf(profile);
    expect(at(debug, "AM1", "initiator")).toContain("beginning Aggressive Mode exchange");
    expect(at(debug, "AM1", "responder")).toContain("atts are acceptable. Next payload is 0");
    expect(at(debug, "AM2", "responder")).toContain("(R) AG_INIT_EXCH");
    expect(at(debug, "AM2", "initiator")).toContain("SA has been authenticated with 203.0.113.2");
    expect(at(debug, "AM3", "responder")).toContain("Old State = IKE_R_AM2  New State = IKE_P1_COMPLETE");
    expect([...debug.values()].flatMap(({ responder }) => responder.map(({ text }) => text)).join("\n")).not.toContain(
      "MM_",
    );
  });

  test("ends where the policies differ, in its own state", () => {
    const debug = debugOf(`${profile}\n=== SiteB\nencr aes 256 => encr 3des`);
    expect(at(debug, "AM1", "responder")).toContain("no offers accepted!");
    expect(at(debug, "AM2", "initiator")).toContain("retransmitting phase 1 AG_INIT_EXCH");
  });
});

import { expect, test } from "vitest";
import { asRouterId } from "../model/router.ts";
import { statusOf } from "./status.ts";
import type { Negotiation, Outcome } from "./trace.ts";

const outcomes: Readonly<Record<string, Outcome>> = {
  "+": "established",
  "-": "failed",
  o: "not-triggered",
  "?": "unknown",
};

function negotiation(sign: string): Negotiation {
  return {
    initiator: asRouterId("a"),
    responder: asRouterId("b"),
    outcome: outcomes[sign]!,
    failedAt: null,
    rule: null,
    reason: null,
    phase1: null,
    phase2: null,
    steps: [],
    refusals: [],
  };
}

// Each flow is written as what happens from a and from b.
test.each([
  ["", "broken"],
  ["++", "agreed"],
  ["++ ++", "agreed"],
  ["+-", "one-way"],
  ["+- -+", "one-way"],
  ["+o o+", "one-way"],
  ["--", "broken"],
  ["-o o-", "broken"],
  ["++ +-", "partial"],
  ["++ --", "partial"],
  ["+- --", "partial"],
  ["??", "unknown"],
  ["+?", "unknown"],
  ["-?", "unknown"],
  ["++ -?", "partial"],
  ["++ -- ??", "partial"],
  ["+- +?", "unknown"],
  ["-- ??", "unknown"],
  ["++ +?", "unknown"],
])("flows %j make the peering %s", (flows, status) => {
  const directions = flows
    .split(" ")
    .filter((flow) => flow !== "")
    .map((flow) => [negotiation(flow[0]!), negotiation(flow[1]!)] as const);
  expect(statusOf(directions)).toBe(status);
});

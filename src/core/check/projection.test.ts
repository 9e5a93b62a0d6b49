import { describe, expect, test } from "vitest";
import { asRouterId, type Place } from "../model/router.ts";
import type { JudgedPeering, Negotiation, Refusal } from "../negotiate/trace.ts";
import { designFromText } from "../testing/designFromText.ts";
import { twoSites } from "../testing/twoSites.ts";
import { check } from "./check.ts";
import { isDown, oneWaySeverity } from "./keptDown.ts";
import { allRefusals, refusalsOf } from "./projection.ts";

/** Judged when a test asks first, not while the file loads. */
let judgedSites: JudgedPeering | undefined;
const sound = () => (judgedSites ??= check(designFromText(twoSites)).peerings[0]!);
const direction = () => sound().flows[0]!.aToB;

const place: Place = { router: asRouterId("r1"), kind: "host", name: "" };
const noted: Refusal = { rule: "psk-mismatch", data: { near: "A", far: "B" }, places: [place] };
const failing: Refusal = { ...noted, failedAt: "phase1-authentication" };
const other: Refusal = { ...failing, rule: "psk-opaque" };

const said = (...refusals: readonly Refusal[]): Negotiation => ({ ...direction(), refusals });

describe("what the engine said", () => {
  test("is gathered from the peering, its directions and its flows", () => {
    const refusals = [1, 2, 3, 4, 5].map((n): Refusal => ({ ...noted, data: { near: `${n}`, far: "" } }));
    const [whole, aToB, bToA, flowA, flowB] = refusals as [Refusal, Refusal, Refusal, Refusal, Refusal];
    const judged: JudgedPeering = {
      ...sound(),
      refusals: [whole],
      aToB: said(aToB),
      bToA: said(bToA),
      flows: [{ aToB: said(flowA), bToA: said(flowB) }],
    };
    expect(allRefusals(judged)).toEqual(refusals);
    expect(refusalsOf(judged, "psk-mismatch")).toEqual(refusals);
    expect(allRefusals({ ...judged, refusals: [], aToB: null, bToA: null, flows: [] })).toEqual([]);
    expect(refusalsOf(judged, "psk-opaque")).toEqual([]);
    expect(refusalsOf(sound(), "psk-mismatch")).toEqual([]);
  });

  test("comes once, as a failure where one direction fails for it and the other only notes it", () => {
    const of = (...refusals: readonly Refusal[]) => refusalsOf({ ...sound(), refusals }, "psk-mismatch");
    expect(of(noted, failing)).toEqual([failing]);
    expect(of(failing, noted)).toEqual([failing]);
    expect(of(noted, noted)).toEqual([noted]);
    const again: Refusal = { ...failing, failedAt: "phase2-pfs" };
    expect(of(failing, again)).toEqual([failing]);
  });

  test("is told apart by places, values and rule", () => {
    const elsewhere: Refusal = { ...noted, places: [{ ...place, name: "x" }] };
    const otherwise: Refusal = { ...noted, data: { near: "B", far: "A" } };
    const judged: JudgedPeering = { ...sound(), refusals: [noted, elsewhere, otherwise, other] };
    expect(refusalsOf(judged, "psk-mismatch")).toEqual([noted, elsewhere, otherwise]);
    expect(refusalsOf(judged, "psk-opaque")).toEqual([other]);
  });
});

describe("a fault that takes one direction", () => {
  const down = (outcome: Negotiation["outcome"], rule: Negotiation["rule"]): Negotiation => ({
    ...direction(),
    outcome,
    rule,
  });
  const judged = (aToB: Negotiation, bToA: Negotiation): JudgedPeering => ({ ...sound(), flows: [{ aToB, bToA }] });
  const failed = () => down("failed", "psk-mismatch");

  test("is a warning while the other one comes up, or where it fails nothing", () => {
    expect(oneWaySeverity(failing, judged(failed(), direction()))).toBe("warning");
    expect(oneWaySeverity(failing, judged(direction(), failed()))).toBe("warning");
    expect(oneWaySeverity(noted, judged(failed(), failed()))).toBe("warning");
    expect(oneWaySeverity(failing, judged(failed(), down("unknown", "psk-opaque")))).toBe("warning");
  });

  test("is an error where the other direction of the flow is down as well, for whatever reason", () => {
    expect(oneWaySeverity(failing, judged(failed(), down("not-triggered", "route-peer")))).toBe("error");
    expect(oneWaySeverity(failing, judged(down("failed", "route-peer"), failed()))).toBe("error");
    expect(oneWaySeverity(failing, judged(down("failed", "route-peer"), down("failed", "route-peer")))).toBe("warning");
  });

  test("a direction is down where it fails or never starts", () => {
    const outcomes = ["failed", "not-triggered", "established", "unknown"] as const;
    expect(outcomes.map((outcome) => isDown(down(outcome, null)))).toEqual([true, true, false, false]);
  });
});

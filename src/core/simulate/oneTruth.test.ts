import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../check/check.ts";
import type { Design } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";
import type { JudgedPeering, Negotiation } from "../negotiate/trace.ts";
import { formatIpv4 } from "../net/ipv4.ts";
import { designFromText } from "../testing/designFromText.ts";
import { manualSites } from "../testing/manualSites.ts";
import { mutations } from "../testing/mutations.ts";
import { manualMutations, rareMutations } from "../testing/rareMutations.ts";
import { writeCase } from "../testing/ruleCase.ts";
import { row } from "../testing/showLayout.ts";
import { twoSites } from "../testing/twoSites.ts";
import { showCommand } from "./show.ts";
import { simulatedStates } from "./state.ts";

/** What is printed, read back by its layout alone. */
interface Printed {
  readonly ike: readonly { readonly ends: string; readonly state: string }[];
  readonly groups: readonly Group[];
  readonly sessions: readonly { readonly peer: string; readonly status: string; readonly active: number }[];
}

interface Group {
  readonly local: string;
  readonly peer: string;
  readonly out: number;
  readonly back: number;
  readonly inbound: readonly string[];
  readonly outbound: readonly string[];
}

function printed(design: Design, router: RouterId): Printed {
  const show = (line: string) => showCommand(design, router, line).text;
  const ike = [...show("show crypto isakmp sa").matchAll(row("<address:16><address:16><word:15><pad><number> <text>"))];
  return {
    ike: ike.map(([, destination = "", source = "", state = ""]) => ({
      ends: [destination, source].sort().join(" "),
      state,
    })),
    groups: show("show crypto ipsec sa")
      .split("\n   protected vrf:")
      .slice(1)
      .map((text) => {
        const numbers = /#pkts encaps: (\d+)[^]*?#pkts decaps: (\d+)/.exec(text);
        const [inbound = "", outbound = ""] = text.split("outbound esp sas:");
        const spis = (part: string) => [...part.matchAll(row("      spi: <spi>"))].map(([, spi = ""]) => spi);
        return {
          local: /local crypto endpt\.: ([\d.]+)/.exec(text)?.[1] ?? "",
          peer: /current_peer (\S+)/.exec(text)?.[1] ?? "",
          out: Number(numbers?.[1]),
          back: Number(numbers?.[2]),
          inbound: spis(inbound),
          outbound: spis(outbound),
        };
      }),
    sessions: show("show crypto session")
      .split("\nInterface: ")
      .slice(1)
      .map((text) => ({
        peer: /Peer: (\S+)/.exec(text)?.[1] ?? "",
        status: /Session status: (\S+)/.exec(text)?.[1] ?? "",
        active: [...text.matchAll(/Active SAs: (\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0),
      })),
  };
}

/** Everything in which trace, associations, printed output and findings of a design contradict each other. */
function contradictions(design: Design): readonly string[] {
  const { findings, peerings } = check(design);
  const outputs = new Map([...design.routers.keys()].map((router) => [router, printed(design, router)]));
  return [
    ...peerings.flatMap((judged) => [
      ...againstOutput(judged, peerings, outputs).map((text) => `${judged.peering.id}: ${text}`),
      ...judged.flows
        .flatMap(({ aToB, bToA }) => [aToB, bToA])
        .filter(({ outcome }) => outcome === "failed" || outcome === "not-triggered")
        .filter(({ rule }) => !findings.some((one) => one.rule === rule && one.peerings.includes(judged.peering.id)))
        .map(({ rule }) => `nothing is found under ${rule ?? "no rule"}`),
    ]),
    ...[...outputs].flatMap(([router, output]) => againstState(design, router, output)),
    ...crossing([...outputs.values()]),
  ];
}

function againstOutput(
  judged: JudgedPeering,
  all: readonly JudgedPeering[],
  outputs: ReadonlyMap<RouterId, Printed>,
): readonly string[] {
  const { a, b, kind, role } = judged.peering;
  // A backup peer comes into play when the ones before it do not answer; no end without an address can be looked up.
  if (!b || role === "backup" || a.address === null || b.address === null) return [];
  const [addressA, addressB] = [formatIpv4(a.address), formatIpv4(b.address)];
  const directions = judged.flows.flatMap(({ aToB, bToA }) => [aToB, bToA]);
  const alone = all.filter((one) => one.peering.b && sameRouters(one, judged)).length === 1;
  const held = [
    outputs.get(a.router)?.groups.filter(({ peer }) => peer === addressB) ?? [],
    outputs.get(b.router)?.groups.filter(({ peer }) => peer === addressA) ?? [],
  ];
  const standing = held.map((groups) => groups.filter(({ outbound }) => outbound.length > 0));
  const ends = [addressA, addressB].sort().join(" ");
  const ike = [a, b].map((end) => outputs.get(end.router)?.ike.filter((one) => one.ends === ends) ?? []);
  const idle = ike.map((rows) => rows.some(({ state }) => state === "QM_IDLE"));
  const wrong: string[] = [];
  const says = (fault: boolean, text: string) => {
    if (fault) wrong.push(text);
  };
  if (directions.some(isUp)) {
    const both = (one: Group) => one.out > 0 && one.back > 0;
    says(
      standing.some((groups) => !groups.some(both)),
      "a flow is up, and an end shows no traffic both ways",
    );
    if (kind !== "manual") says(idle.includes(false), "a flow is up, and an end shows no IKE association");
  }
  if (!alone) return wrong;
  const dead = directions.every((one) => one.outcome !== "established" && one.failedAt !== "inbound-check");
  if (dead)
    says(
      standing.some((groups) => groups.length > 0),
      "no flow gets associations, and an end shows some",
    );
  if (!directions.some(isUp))
    says(
      held.every((groups) => groups.some(({ out, back }) => out > 0 && back > 0)),
      "no flow is up, and traffic flows both ways",
    );
  if (!directions.some(reachedPhase2)) says(idle.includes(true), "phase 1 never ends well, and an end shows QM_IDLE");
  return wrong;
}

function againstState(design: Design, router: RouterId, { ike, groups, sessions }: Printed): readonly string[] {
  const state = simulatedStates(design).get(router);
  const standing = (state?.flows ?? []).filter((flow) => flow.associations).length;
  const wrong = sessions.filter(({ peer, status, active }) => {
    const ends = groups.filter((one) => one.peer === peer).map(({ local }) => [local, peer].sort().join(" "));
    const rows = ike.filter((one) => ends.includes(one.ends));
    const idle = rows.some((one) => one.state === "QM_IDLE");
    if (active > 0) return status !== (idle ? "UP-ACTIVE" : "UP-NO-IKE");
    return status !== (idle ? "UP-IDLE" : rows.length > 0 ? "DOWN-NEGOTIATING" : "DOWN");
  });
  return [
    ...(groups.filter(({ outbound }) => outbound.length > 0).length === standing ? [] : ["output and state differ"]),
    ...wrong.map(({ peer, status }) => `the session with ${peer} is ${status} against its associations`),
  ];
}

/** What anybody sends with, somebody receives with, and nobody else. */
function crossing(outputs: readonly Printed[]): readonly string[] {
  const all = outputs.flatMap(({ groups }) => groups);
  const inbound = all.flatMap((one) => one.inbound).sort();
  const outbound = all.flatMap((one) => one.outbound).sort();
  return inbound.join() === outbound.join() ? [] : ["SPIs do not cross"];
}

function isUp({ outcome }: Negotiation): boolean {
  return outcome === "established";
}

function reachedPhase2({ outcome, failedAt }: Negotiation): boolean {
  return outcome === "established" || failedAt === "inbound-check" || (failedAt?.startsWith("phase2") ?? false);
}

function sameRouters({ peering: one }: JudgedPeering, { peering: other }: JudgedPeering): boolean {
  const routers = ({ a, b }: typeof one) => [a.router, b?.router].sort().join(" ");
  return routers(one) === routers(other);
}

/** A change that no longer finds the line which an earlier one took away is left out. */
function mutated(base: string, changes: readonly string[]): Design {
  return designFromText(
    changes.reduce((text, change) => {
      try {
        return writeCase(text, change).text;
      } catch {
        return text;
      }
    }, base),
  );
}

const all = { ...mutations, ...rareMutations };

describe("trace, associations, show output and findings say the same", () => {
  test("where all is well", () => {
    expect(contradictions(designFromText(twoSites))).toEqual([]);
    expect(contradictions(designFromText(manualSites))).toEqual([]);
  });

  test.each(Object.entries(all))("where there is %s", (_, change) => {
    expect(contradictions(mutated(twoSites, [change]))).toEqual([]);
  });

  test.each(Object.entries(manualMutations))("with manual keys, where there is %s", (_, change) => {
    expect(contradictions(mutated(manualSites, [change]))).toEqual([]);
  });

  test.each([
    ["with IKE", twoSites, all],
    ["with manual keys", manualSites, manualMutations],
  ] as const)(
    "where several such things come together, %s",
    (_, base, changes: Readonly<Record<string, string>>) => {
      fc.assert(
        fc.property(
          fc.uniqueArray(fc.constantFrom(...Object.values(changes)), { minLength: 2, maxLength: 4 }),
          (list) => {
            expect(contradictions(mutated(base, list)), list.join("\n\n")).toEqual([]);
          },
        ),
        { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 100) },
      );
    },
    600_000,
  );
});

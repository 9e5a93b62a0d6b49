import { routerNames } from "../derive/routerNames.ts";
import { formatAddressSet } from "../derive/selector.ts";
import type { Design } from "../model/design.ts";
import type { Place, RouterId } from "../model/router.ts";
import type { ClientConnection } from "../negotiate/clientConnection.ts";
import type { ClientStep } from "../negotiate/clientStory.ts";
import type { JudgedPeering, Negotiation, NegotiationStep, Refusal } from "../negotiate/trace.ts";
import { formatIpv4 } from "../net/ipv4.ts";

/** What a record leaves out: the steps of a negotiation that went well, known from another record. */
export type KnownSteps = ReadonlySet<string>;

/**
 * A judged peering in full, for people to read and for tests to hold: what each direction comes to, every step with what was compared
 * and where, every refusal with its values. Steps that are known already are only named.
 */
export function recordOfPeering(design: Design, judged: JudgedPeering, known: KnownSteps = new Set()): string {
  const names = routerNames(design.routers);
  const name = (id: RouterId | null) => (id === null ? "nobody" : (names.get(id) ?? id));
  const flows = judged.flows.map(
    ({ aToB, bToA }, index) =>
      `flow ${flowOf(judged, index)}: ${outcomeWords(aToB)} from a, ${outcomeWords(bToA)} from b`,
  );
  const a = judged.aToB && recordOfNegotiation(judged.aToB, name, known);
  const b = judged.bToA && recordOfNegotiation(judged.bToA, name, known, judged.aToB?.refusals);
  return [
    `${judged.status}${judged.byDesign ? " by design" : ""}`,
    ...(flows.length > 1 ? flows : []),
    ...(a ?? []),
    ...(b ?? []),
    ...refusalLines(judged.refusals, name, " of the peering"),
  ].join("\n");
}

/** One negotiation in full, as above. */
export function recordOf(design: Design, negotiation: Negotiation, known: KnownSteps = new Set()): string {
  const names = routerNames(design.routers);
  return recordOfNegotiation(negotiation, (id) => (id === null ? "nobody" : (names.get(id) ?? id)), known).join("\n");
}

/** A remote client's connection in full, as above. */
export function recordOfClient(
  design: Design,
  { outcome, rule, reason, steps, client }: ClientConnection,
  known: KnownSteps = new Set(),
): string {
  const names = routerNames(design.routers);
  const lines: string[] = [];
  let passed: string[] = [];
  const flush = () => {
    if (passed.length > 0) lines.push(`as agreed: ${passed.join(", ")}`);
    passed = [];
  };
  for (const step of steps) {
    const text = clientStepLines(step, names).join("\n");
    if (known.has(text)) {
      passed.push(step.message);
      continue;
    }
    flush();
    lines.push(...clientStepLines(step, names, reason));
  }
  flush();
  return [
    [outcome, rule && `by ${rule}`].filter(Boolean).join(" "),
    ...(reason === null ? [] : [reason]),
    ...lines,
    client === null
      ? "no client"
      : [
          `client ${formatIpv4(client.address)} of pool ${client.pool}`,
          `group ${client.group}`,
          `user ${client.user}`,
          `gateway ${client.gateway === null ? "null" : formatIpv4(client.gateway)}`,
          `policy ${client.policy}`,
          `set ${client.transformSet}`,
          `dns ${client.dns.map(formatIpv4).join(" ")}`,
          `wins ${client.wins.map(formatIpv4).join(" ")}`,
          `domain ${client.domain}`,
          `split dns ${client.splitDns.join(" ")}`,
          `tunnels ${client.splitTunnel?.map(formatAddressSet).join(", ") ?? "everything"}`,
        ].join(" | "),
  ].join("\n");
}

/** The steps of a client's connection that a record of another one need not repeat. */
export function stepsOfClient(design: Design, { steps }: ClientConnection): KnownSteps {
  const names = routerNames(design.routers);
  return new Set(steps.map((step) => clientStepLines(step, names).join("\n")));
}

function clientStepLines(
  { stage, message, from, ok, explains, places }: ClientStep,
  names: ReadonlyMap<RouterId, string>,
  reason: string | null = null,
): readonly string[] {
  return [
    `${stage}, ${message}, by the ${from}: ${marks.get(ok) ?? ""}${explains === reason ? ", which decides" : `. ${explains}`}`,
    ...placeLine(places, (id) => (id && names.get(id)) ?? ""),
  ];
}

/** The steps of a peering that a record of another one need not repeat. */
export function stepsOf(design: Design, judged: JudgedPeering): KnownSteps {
  const names = routerNames(design.routers);
  const steps = [judged.aToB, judged.bToA].flatMap((one) => one?.steps ?? []);
  return new Set(steps.map((step) => stepLines(step, (id) => names.get(id ?? step.from) ?? "").join("\n")));
}

type Name = (id: RouterId | null) => string;

function recordOfNegotiation(
  negotiation: Negotiation,
  name: Name,
  known: KnownSteps,
  told: readonly Refusal[] = [],
): readonly string[] {
  const { initiator, responder, phase1, phase2, reason, refusals } = negotiation;
  const sameRefusals =
    refusals.length > 0 && refusalLines(refusals, name, "").join() === refusalLines(told, name, "").join();
  return [
    `${name(initiator)} → ${name(responder)}: ${outcomeWords(negotiation)}`,
    ...(reason === null ? [] : [`  ${reason}`]),
    ...(phase1
      ? [`  phase 1 by policies ${phase1.policy.a} and ${phase1.policy.b}, ${phase1.lifetimeSeconds} seconds`]
      : []),
    ...(phase2
      ? [
          `  phase 2 by sets ${phase2.transformSet.a} and ${phase2.transformSet.b}, ${phase2.mode} mode, ${phase2.pfs ?? "no PFS"}, ${phase2.lifetimeSeconds} seconds, ${phase2.lifetimeKilobytes} kilobytes`,
        ]
      : []),
    ...tellSteps(negotiation, name, known),
    ...(sameRefusals ? ["  refusals: the same"] : refusalLines(refusals, name, "").map((line) => `  ${line}`)),
  ];
}

function tellSteps({ steps, reason }: Negotiation, name: Name, known: KnownSteps): readonly string[] {
  const lines: string[] = [];
  let passed: string[] = [];
  const flush = () => {
    if (passed.length > 0) lines.push(`  as agreed: ${passed.join(", ")}`);
    passed = [];
  };
  for (const step of steps) {
    if (known.has(stepLines(step, name).join("\n"))) {
      passed.push(step.message);
      continue;
    }
    flush();
    lines.push(...stepLines(step, name, reason).map((line) => `  ${line}`));
  }
  flush();
  return lines;
}

const marks = new Map([
  [true, "goes well"],
  [false, "fails"],
  [null, "can't be known"],
]);

function stepLines(step: NegotiationStep, name: Name, reason: string | null = null): readonly string[] {
  const { stage, message, from, to, ok, explains, compared, places } = step;
  const way = from === to ? `at ${name(from)}` : `${name(from)} → ${name(to)}`;
  return [
    `${stage}, ${message}, ${way}: ${marks.get(ok) ?? ""}${explains === reason ? ", which decides" : `. ${explains}`}`,
    ...compared.map(
      ({ attribute, offered, held, agrees }) =>
        `  ${attribute}: ${offered} ${agrees === null ? "?" : agrees ? "=" : "≠"} ${held}`,
    ),
    ...placeLine(places, name),
  ];
}

function refusalLines(refusals: readonly Refusal[], name: Name, whose: string): readonly string[] {
  return refusals.flatMap(({ rule, failedAt, data, places }) => [
    `${rule}${whose} ${failedAt === undefined ? "fails nothing" : `fails ${failedAt}`}`,
    `  ${Object.entries(data)
      .map(([key, value]) => `${key}: ${value === "" ? "–" : value}`)
      .join(" | ")}`,
    ...placeLine(places, name),
  ]);
}

function placeLine(places: readonly Place[], name: Name): readonly string[] {
  const words = places.map(({ router, kind, name: element, field, item }) =>
    [name(router), kind, element, field, item].filter((one) => one !== undefined && one !== "").join(" "),
  );
  return words.length === 0 ? [] : [`  @ ${words.join(" @ ")}`];
}

function outcomeWords({ outcome, failedAt, rule }: Negotiation): string {
  return [outcome, failedAt && `at ${failedAt}`, rule && `by ${rule}`].filter(Boolean).join(" ");
}

function flowOf({ peering }: JudgedPeering, index: number): string {
  const flow = peering.flows[index];
  return flow ? `${flow.a ?? "nothing"} with ${flow.b ?? "nothing"}, ${flow.relation}` : "";
}

import type { PeeringEnd } from "../derive/peering.ts";
import { bodyOf } from "../derive/peeringBody.ts";
import { routerNames } from "../derive/routerNames.ts";
import { dialectOf } from "../derive/dialect.ts";
import type { CheckResult } from "../check/check.ts";
import type { Finding, Severity } from "../check/finding.ts";
import type { Design } from "../model/design.ts";
import type { Dialect, Place, Router, RouterId } from "../model/router.ts";
import type { RuleId } from "../model/ruleId.ts";
import type { FailedAt, JudgedPeering, Negotiation, Outcome, PeeringStatus } from "../negotiate/trace.ts";
import { formatIpv4 } from "../net/ipv4.ts";
import { print } from "../print/print.ts";
import type { TextRange } from "../print/printedConfiguration.ts";
import { placeRange } from "../text/findingLocations.ts";
import { routerText } from "../text/routerText.ts";

/** The shape of `check --format json`, version 1. It only ever grows. */
export interface CheckReport {
  readonly version: 1;
  readonly routers: readonly ReportedRouter[];
  readonly peerings: readonly ReportedPeering[];
  readonly findings: readonly ReportedFinding[];
  readonly summary: Readonly<Record<Severity, number>>;
}

export interface ReportedRouter {
  readonly name: string;
  readonly hostname: string | null;
  readonly file: string | null;
  readonly lines: number;
  readonly dialect: Dialect;
  readonly unknownLines: readonly { readonly line: number; readonly text: string }[];
}

export interface ReportedEnd {
  readonly router: string;
  readonly interface: string | null;
  readonly address: string | null;
  readonly cryptoMap: string;
  readonly sequence: number;
  readonly dynamicMap: { readonly name: string; readonly sequence: number } | null;
  readonly peer: {
    readonly configured: string;
    readonly position: number;
    readonly default: boolean;
    readonly router: string | null;
  } | null;
}

export interface ReportedDirection {
  readonly outcome: Outcome;
  readonly failedAt: FailedAt | null;
  readonly phase1: Negotiation["phase1"];
  readonly phase2: Negotiation["phase2"];
}

export interface ReportedFlow {
  readonly a: { readonly line: number; readonly text: string } | null;
  readonly b: { readonly line: number; readonly text: string } | null;
  readonly relation: string;
  readonly aToB: Outcome;
  readonly bToA: Outcome;
}

export interface ReportedPeering {
  readonly a: ReportedEnd;
  readonly b: ReportedEnd | null;
  readonly kind: JudgedPeering["peering"]["kind"];
  readonly role: "primary" | "backup";
  readonly status: PeeringStatus;
  readonly byDesign: boolean;
  readonly aToB: ReportedDirection | null;
  readonly bToA: ReportedDirection | null;
  readonly flows: readonly ReportedFlow[];
  /** Indexes into the report's findings. */
  readonly findings: readonly number[];
}

export interface ReportedFinding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  readonly locations: readonly ReportedLocation[];
  readonly fixes: readonly { readonly title: string; readonly safe: boolean; readonly needs?: "input" }[];
  /** The reason given for accepting it; absent on a finding that stands. */
  readonly suppressed?: string;
  /** Where that is said: by a comment in a router's text, or in the design's own list. Beside `suppressed`. */
  readonly suppressedIn?: "text" | "design";
}

export interface ReportedLocation extends TextRange {
  readonly router: string;
  readonly file: string | null;
}

/** A checked design in the words that scripts hold on to. Suppressed findings are listed but not counted. */
export function checkReport(design: Design, result: CheckResult): CheckReport {
  const names = routerNames(design.routers);
  const nameOf = (id: RouterId) => names.get(id) ?? id;
  const summary = { error: 0, warning: 0, info: 0 };
  for (const finding of result.findings) if (finding.suppressed === undefined) summary[finding.severity] += 1;
  const findingsOf = new Map<string, number[]>();
  result.findings.forEach((finding, index) => {
    for (const peering of finding.peerings) {
      const indexes = findingsOf.get(peering);
      if (indexes) indexes.push(index);
      else findingsOf.set(peering, [index]);
    }
  });
  return {
    version: 1,
    routers: [...design.routers.values()].map((router) => reportRouter(router, nameOf(router.id))),
    peerings: result.peerings.map((judged) =>
      reportPeering(design, judged, nameOf, findingsOf.get(judged.peering.id) ?? []),
    ),
    findings: result.findings.map((finding) => reportFinding(design, finding)),
    summary,
  };
}

function reportRouter(router: Router, name: string): ReportedRouter {
  const lines = routerText(router).lines;
  return {
    name,
    hostname: router.elements.host.get("")?.hostname ?? null,
    file: router.source?.file ?? null,
    lines: lines.length,
    dialect: dialectOf(router),
    unknownLines: (router.source?.diagnostics ?? [])
      .filter((diagnostic) => diagnostic.rule === "unknown-line")
      .map((diagnostic) => ({ line: diagnostic.line, text: lines[diagnostic.line - 1]?.text ?? "" })),
  };
}

/** One finding with its lines, as the report and the page's console handle give it. */
export function reportFinding(design: Design, finding: Finding): ReportedFinding {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    locations: finding.places.flatMap((place) => locate(design, place) ?? []),
    fixes: finding.fixes.map((fix) => ({
      title: fix.title,
      safe: fix.safe,
      ...(fix.needs && { needs: "input" as const }),
    })),
    ...(finding.suppressed !== undefined && { suppressed: finding.suppressed }),
    ...(finding.suppressedIn && { suppressedIn: finding.suppressedIn }),
  };
}

/** A place as a report names it; undefined when its router has gone. */
export function locate(design: Design, place: Place): ReportedLocation | undefined {
  const router = design.routers.get(place.router);
  if (!router) return undefined;
  const range = placeRange(router, place);
  return {
    router: routerNames(design.routers).get(router.id) ?? router.id,
    file: router.source?.file ?? null,
    ...range,
  };
}

function reportPeering(
  design: Design,
  judged: JudgedPeering,
  nameOf: (id: RouterId) => string,
  findings: readonly number[],
): ReportedPeering {
  const { peering } = judged;
  return {
    a: reportEnd(peering.a, nameOf),
    b: peering.b && reportEnd(peering.b, nameOf),
    kind: peering.kind,
    role: peering.role,
    status: judged.status,
    byDesign: judged.byDesign,
    aToB: judged.aToB && reportDirection(judged.aToB),
    bToA: judged.bToA && reportDirection(judged.bToA),
    flows: peering.flows.map((flow, index) => ({
      a: flow.a === null ? null : entryLine(design, peering.a, flow.a),
      b: flow.b === null || !peering.b ? null : entryLine(design, peering.b, flow.b),
      relation: flow.relation,
      aToB: judged.flows[index]?.aToB.outcome ?? "unknown",
      bToA: judged.flows[index]?.bToA.outcome ?? "unknown",
    })),
    findings,
  };
}

function reportEnd(end: PeeringEnd, nameOf: (id: RouterId) => string): ReportedEnd {
  return {
    router: nameOf(end.router),
    interface: end.interface,
    address: end.address === null ? null : formatIpv4(end.address),
    cryptoMap: end.cryptoMap,
    sequence: end.sequence,
    dynamicMap: end.dynamicMap,
    peer: end.peer && { ...end.peer, router: end.peer.router && nameOf(end.peer.router) },
  };
}

function reportDirection(negotiation: Negotiation): ReportedDirection {
  const { outcome, failedAt, phase1, phase2 } = negotiation;
  return { outcome, failedAt, phase1, phase2 };
}

/** The line of an entry of an end's crypto access list, and the entry as IOS prints it in a named list. */
function entryLine(design: Design, end: PeeringEnd, sequence: number): { line: number; text: string } | null {
  const router = design.routers.get(end.router);
  const list = router && bodyOf(router, end)?.matchAddress;
  if (!router || list === undefined) return null;
  const place: Place = { router: router.id, kind: "accessList", name: list, field: "lines", item: sequence };
  const printed = print(router).lines.find((line) => isSamePlace(line.place, place));
  if (!printed) return null;
  return { line: placeRange(router, place).line, text: printed.text.trim().replace(/^(access-list \S+ |\d+ )/, "") };
}

function isSamePlace(one: Place | undefined, other: Place): boolean {
  return one?.kind === other.kind && one.name === other.name && one.field === other.field && one.item === other.item;
}

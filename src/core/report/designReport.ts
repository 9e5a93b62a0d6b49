import type { CheckResult } from "../check/check.ts";
import type { Severity } from "../check/finding.ts";
import { routerNames } from "../derive/routerNames.ts";
import type { Design } from "../model/design.ts";
import type { Interface } from "../model/interface.ts";
import type { Router, RouterId } from "../model/router.ts";
import type { JudgedPeering, Negotiation, PeeringStatus } from "../negotiate/trace.ts";
import { formatIpv4, formatPrefix, lengthOfMask } from "../net/ipv4.ts";
import { designSecrets, redacted } from "../text/secrets.ts";
import { checkReport, type CheckReport, type ReportedFinding, type ReportedPeering } from "./checkReport.ts";
import { parameterRows } from "./parameterRows.ts";

/** A report for people, in the order in which it is read; `reportHtml` and `reportMarkdown` write it. */
export interface DesignReport {
  readonly title: string;
  readonly sections: readonly ReportSection[];
}

export interface ReportSection {
  readonly title: string;
  /** 2: a chapter; 3: a part of the chapter before it. */
  readonly level: 2 | 3;
  readonly blocks: readonly ReportBlock[];
}

export type ReportBlock =
  | { readonly kind: "text"; readonly text: string }
  /** The picture of the design, where there is one, stands here. */
  | { readonly kind: "picture" }
  | { readonly kind: "table"; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

export interface DesignReportOptions {
  /** The day it is made, as it shall stand there: "2026-03-01". */
  readonly date: string;
}

/**
 * A design for reading and printing: its addresses, its tunnels with what their ends say and agree on, and its findings, the accepted
 * ones with their reasons. No key and no password is in it: none is read into it, and what quotes one has it taken out.
 */
export function designReport(design: Design, result: CheckResult, { date }: DesignReportOptions): DesignReport {
  const secrets = designSecrets(design);
  const report = checkReport(design, result);
  const clean = (block: ReportBlock) => withoutSecrets(block, secrets);
  return {
    title: design.name,
    sections: [
      { title: "Summary", level: 2, blocks: [summary(design, report, date), { kind: "picture" }] },
      { title: "Addressing", level: 2, blocks: [interfaceTable(design), subnetTable(design)].map(clean) },
      { title: "Peers", level: 2, blocks: [peerTable(report)] },
      { title: "Tunnels", level: 2, blocks: report.peerings.length === 0 ? [sentence("There is no tunnel.")] : [] },
      ...result.peerings.flatMap((judged, index): readonly ReportSection[] => {
        const reported = report.peerings[index];
        return reported ? [tunnel(design, judged, reported, secrets)] : [];
      }),
      ...findingSections(report.findings, secrets),
    ],
  };
}

function summary(design: Design, report: CheckReport, date: string): ReportBlock {
  const statuses = countBy(report.peerings.map(({ status }) => status));
  const tunnels = STATUSES.flatMap((status) => {
    const count = statuses.get(status) ?? 0;
    return count === 0 ? [] : [`${count} ${status}`];
  });
  const { error, warning, info } = report.summary;
  const accepted = report.findings.filter(({ suppressed }) => suppressed !== undefined).length;
  return {
    kind: "table",
    columns: ["", ""],
    rows: [
      ["Date", date],
      ["Routers", String(design.routers.size)],
      ["Subnets", String(design.subnets.size)],
      ["Tunnels", tunnels.length === 0 ? "none" : `${String(report.peerings.length)} (${tunnels.join(", ")})`],
      ["Findings", `${count(error, "error")}, ${count(warning, "warning")}, ${info} for information`],
      ...(accepted === 0 ? [] : [["Accepted findings", String(accepted)]]),
      ["Keys and passwords", "left out"],
    ],
  };
}

const STATUSES: readonly PeeringStatus[] = ["agreed", "one-way", "partial", "broken", "unknown"];

function interfaceTable(design: Design): ReportBlock {
  const names = routerNames(design.routers);
  const segments = segmentNames(design);
  return table(
    ["Router", "Interface", "Address", "Attached to", "Crypto map", "NAT", "Description"],
    [...design.routers.values()].flatMap((router) =>
      [...router.elements.interface.values()].map((one) => [
        names.get(router.id) ?? "",
        one.name,
        addressWords(one),
        segments.get(`${router.id} ${one.name}`) ?? "",
        one.cryptoMap?.name ?? "",
        one.nat ?? "",
        [...(one.shutdown ? ["shut down"] : []), ...(one.description === undefined ? [] : [one.description])].join(
          ", ",
        ),
      ]),
    ),
    "There is no interface.",
  );
}

function addressWords({ address, secondaryAddresses }: Interface): string {
  const written = ({ address: one, mask }: { readonly address: number; readonly mask: number }) =>
    `${formatIpv4(one)}/${lengthOfMask(mask) ?? formatIpv4(mask)}`;
  const primary =
    address === undefined
      ? []
      : address.kind === "static"
        ? [written(address)]
        : [address.kind === "unnumbered" ? `as ${address.interface}` : address.kind];
  return [...primary, ...secondaryAddresses.map((one) => `${written(one)} secondary`)].join(", ");
}

function segmentNames(design: Design): ReadonlyMap<string, string> {
  const named = [
    ...[...design.subnets.values()].map((one) => ({ ...one, name: one.label ?? formatPrefix(one.prefix) })),
    ...[...design.clouds.values()].map((one) => ({ ...one, name: one.label })),
  ];
  return new Map(
    named.flatMap(({ attachments, name }) =>
      attachments.map((end) => [`${end.router} ${end.interface}`, name] as const),
    ),
  );
}

function subnetTable(design: Design): ReportBlock {
  const names = routerNames(design.routers);
  return table(
    ["Subnet", "Name", "Routers"],
    [...design.subnets.values()].map(({ prefix, label, attachments }) => [
      formatPrefix(prefix),
      label ?? "",
      attachments.map(({ router }) => names.get(router) ?? "").join(", "),
    ]),
    "No subnet is drawn.",
  );
}

function peerTable(report: CheckReport): ReportBlock {
  return table(
    ["Router", "Endpoint", "Crypto map entry", "Peer", "Endpoint", "Crypto map entry", "Kind", "Status"],
    report.peerings.map(({ a, b, kind, role, status, byDesign }) => [
      a.router,
      a.address ?? "not known",
      `${a.cryptoMap} ${String(a.sequence)}`,
      b?.router ?? a.peer?.configured ?? "any",
      b ? (b.address ?? "not known") : (a.peer?.configured ?? ""),
      b ? `${b.cryptoMap} ${String(b.sequence)}` : "",
      role === "backup" ? `${kind}, backup` : kind,
      byDesign ? `${status}, by design` : status,
    ]),
    "There is no peer.",
  );
}

function tunnel(
  design: Design,
  judged: JudgedPeering,
  reported: ReportedPeering,
  secrets: ReadonlySet<string>,
): ReportSection {
  const names = routerNames(design.routers);
  const { a, b } = judged.peering;
  const [routerA, routerB] = [design.routers.get(a.router), b ? design.routers.get(b.router) : undefined];
  const [nameA, nameB] = [reported.a.router, reported.b?.router ?? reported.a.peer?.configured ?? "any peer"];
  const outcomes = [judged.aToB, judged.bToA].flatMap((one) => (one ? [outcome(one, names, nameB)] : []));
  const blocks: ReportBlock[] = [
    ...outcomes.map((text) => sentence(redacted(text, secrets))),
    ...(routerA ? [parameterTable(judged, routerA, routerB, nameA, nameB)] : []),
    ...(reported.flows.length === 0 ? [] : [flowTable(reported, nameA, nameB)]),
  ];
  return { title: `${nameA} – ${nameB} (${a.cryptoMap} ${String(a.sequence)}): ${judged.status}`, level: 3, blocks };
}

function outcome(negotiation: Negotiation, names: ReadonlyMap<RouterId, string>, far: string): string {
  const from = names.get(negotiation.initiator) ?? "";
  const to = negotiation.responder === null ? far : (names.get(negotiation.responder) ?? far);
  const reason = negotiation.reason === null ? "" : `: ${negotiation.reason}`;
  return `${from} to ${to}: ${OUTCOMES[negotiation.outcome]}${reason}${reason === "" ? "." : ""}`;
}

const OUTCOMES: Readonly<Record<Negotiation["outcome"], string>> = {
  established: "established",
  failed: "fails",
  "not-triggered": "is not triggered",
  unknown: "not known",
};

function parameterTable(
  judged: JudgedPeering,
  a: Router,
  b: Router | undefined,
  nameA: string,
  nameB: string,
): ReportBlock {
  return table(
    ["Parameter", nameA, nameB, "Agrees"],
    parameterRows(judged, a, b).map((row) => [
      row.label,
      row.a.text,
      row.b.text,
      row.agrees === null ? "" : row.agrees ? "yes" : "no",
    ]),
    "",
  );
}

function flowTable({ flows }: ReportedPeering, nameA: string, nameB: string): ReportBlock {
  return table(
    [`Protected by ${nameA}`, `Protected by ${nameB}`, "Relation", `From ${nameA}`, `From ${nameB}`],
    flows.map((flow) => [flow.a?.text ?? "–", flow.b?.text ?? "–", flow.relation, flow.aToB, flow.bToA]),
    "",
  );
}

function findingSections(findings: readonly ReportedFinding[], secrets: ReadonlySet<string>): readonly ReportSection[] {
  const standing = findings.filter(({ suppressed }) => suppressed === undefined);
  const accepted = findings.filter(({ suppressed }) => suppressed !== undefined);
  const common = (finding: ReportedFinding) => [
    SEVERITIES[finding.severity],
    redacted(finding.message, secrets),
    finding.locations.map(({ router, line }) => `${router} line ${String(line)}`).join(", "),
    finding.rule,
  ];
  return [
    {
      title: "Findings",
      level: 2,
      blocks: [table(["Severity", "Finding", "Where", "Rule"], standing.map(common), "There is no finding.")],
    },
    ...(accepted.length === 0
      ? []
      : [
          {
            title: "Accepted findings",
            level: 2 as const,
            blocks: [
              table(
                ["Severity", "Finding", "Where", "Rule", "Reason for accepting"],
                accepted.map((finding) => [...common(finding), redacted(finding.suppressed ?? "", secrets)]),
                "",
              ),
            ],
          },
        ]),
  ];
}

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "Error", warning: "Warning", info: "Info" };

/** A table, or a sentence where it would have no row. */
function table(columns: readonly string[], rows: readonly (readonly string[])[], otherwise: string): ReportBlock {
  return rows.length === 0 ? sentence(otherwise) : { kind: "table", columns, rows };
}

function sentence(text: string): ReportBlock {
  return { kind: "text", text };
}

function withoutSecrets(block: ReportBlock, secrets: ReadonlySet<string>): ReportBlock {
  if (block.kind === "text") return sentence(redacted(block.text, secrets));
  if (block.kind === "picture") return block;
  // The first columns are names and addresses; only what people wrote freely can quote a secret.
  return { ...block, rows: block.rows.map((row) => [...row.slice(0, -1), redacted(row.at(-1) ?? "", secrets)]) };
}

function countBy<T>(items: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function count(many: number, noun: string): string {
  return `${many} ${noun}${many === 1 ? "" : "s"}`;
}

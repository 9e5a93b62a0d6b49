import type { CheckReport, ReportedEnd, ReportedFinding, ReportedPeering } from "../../core/index.ts";

/** Findings as a compiler prints them, then those that are accepted, the peerings with their status, and the count. */
export function plainText(report: CheckReport): string {
  const findings = report.findings.filter((finding) => finding.suppressed === undefined);
  const accepted = report.findings.filter((finding) => finding.suppressed !== undefined);
  const paragraphs = [
    findings.flatMap(findingLines),
    accepted.flatMap(acceptedLines),
    report.peerings.map(peeringLine),
    [
      `${count(report.summary.error, "error")}, ${count(report.summary.warning, "warning")}, ${report.summary.info} info${accepted.length > 0 ? `, ${accepted.length} suppressed` : ""}`,
    ],
  ];
  const lines = paragraphs.filter((paragraph) => paragraph.length > 0).map((paragraph) => paragraph.join("\n"));
  return `${lines.join("\n\n")}\n`;
}

/** A finding that the owner of the design accepts, with the reason. */
function acceptedLines(finding: ReportedFinding): readonly string[] {
  return [
    `${placeOf(finding)}suppressed ${finding.severity}: ${finding.message} [${finding.rule}]`,
    `  reason: ${finding.suppressed ?? ""}`,
  ];
}

function placeOf({ locations: [first] }: ReportedFinding): string {
  return first ? `${first.file ?? first.router}:${first.line}:${first.column}: ` : "";
}

function findingLines(finding: ReportedFinding): readonly string[] {
  const [, ...others] = finding.locations;
  return [
    `${placeOf(finding)}${finding.severity}: ${finding.message} [${finding.rule}]`,
    ...others.map((place) => `  ${place.file ?? place.router}:${place.line}:${place.column}: the other place`),
    ...finding.fixes.map((fix) => `  fix${fix.needs ? " (needs a value)" : fix.safe ? " (safe)" : ""}: ${fix.title}`),
  ];
}

function peeringLine(peering: ReportedPeering): string {
  const far = peering.b ? end(peering.b) : (peering.a.peer?.configured ?? "nobody");
  return `${end(peering.a)} – ${far}: ${peering.status}${peering.byDesign ? " (by design)" : ""}${peering.role === "backup" ? ", backup" : ""}`;
}

function end(peeringEnd: ReportedEnd): string {
  return `${peeringEnd.router} (${peeringEnd.cryptoMap} ${peeringEnd.sequence})`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

import type { CheckReport, ReportedEnd, ReportedFinding, ReportedPeering } from "../../core/index.ts";

/** Findings as a compiler prints them, then the peerings with their status, then the count. */
export function plainText(report: CheckReport): string {
  const findings = report.findings.filter((finding) => finding.suppressed === undefined);
  const suppressed = report.findings.length - findings.length;
  const lines = [
    ...findings.flatMap(findingLines),
    ...(findings.length > 0 && report.peerings.length > 0 ? [""] : []),
    ...report.peerings.map(peeringLine),
    ...(findings.length + report.peerings.length > 0 ? [""] : []),
    `${count(report.summary.error, "error")}, ${count(report.summary.warning, "warning")}, ${report.summary.info} info${suppressed > 0 ? `, ${suppressed} suppressed` : ""}`,
  ];
  return `${lines.join("\n")}\n`;
}

function findingLines(finding: ReportedFinding): readonly string[] {
  const [first, ...others] = finding.locations;
  const at = first ? `${first.file ?? first.router}:${first.line}:${first.column}: ` : "";
  return [
    `${at}${finding.severity}: ${finding.message} [${finding.rule}]`,
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

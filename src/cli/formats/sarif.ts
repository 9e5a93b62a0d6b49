import {
  explainRule,
  type CheckReport,
  type ReportedFinding,
  type ReportedLocation,
  type RuleId,
  type Severity,
} from "../../core/index.ts";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/** The findings as a SARIF 2.1.0 log. The other peer's lines are related locations. */
export function sarif(report: CheckReport): unknown {
  const ruleIds = [...new Set(report.findings.map((finding) => finding.rule))].sort();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Tunnelwright", rules: ruleIds.map(descriptor) } },
        columnKind: "utf16CodeUnits",
        results: report.findings.map((finding) => result(finding, ruleIds)),
      },
    ],
  };
}

function descriptor(id: RuleId): unknown {
  const rule = explainRule(id);
  return {
    id,
    shortDescription: { text: rule.docs.what },
    fullDescription: { text: rule.docs.why },
    help: { text: `${rule.docs.remedy} Source: ${rule.docs.source}` },
    defaultConfiguration: { level: levels[rule.severity] },
  };
}

function result(finding: ReportedFinding, ruleIds: readonly RuleId[]): unknown {
  const [first, ...others] = finding.locations;
  return {
    ruleId: finding.rule,
    ruleIndex: ruleIds.indexOf(finding.rule),
    level: levels[finding.severity],
    message: { text: finding.message },
    ...(first && { locations: [location(first)] }),
    ...(others.length > 0 && {
      relatedLocations: others.map((place, index) => ({ id: index + 1, ...location(place) })),
    }),
    ...(finding.suppressed !== undefined && {
      suppressions: [
        { kind: finding.suppressedIn === "design" ? "external" : "inSource", justification: finding.suppressed },
      ],
    }),
  };
}

function location(place: ReportedLocation) {
  return {
    physicalLocation: {
      artifactLocation: { uri: uri(place.file ?? place.router) },
      region: { startLine: place.line, startColumn: place.column, endLine: place.endLine, endColumn: place.endColumn },
    },
    logicalLocations: [{ name: place.router, kind: "module" }],
  };
}

/** A path as a relative reference: forward slashes, each part escaped. */
function uri(path: string): string {
  return path.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
}

import type { CheckReport, Severity } from "../../core/index.ts";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/** Findings as workflow commands, which GitHub shows as annotations on the changed files. */
export function annotations(report: CheckReport): string {
  return report.findings
    .filter((finding) => finding.suppressed === undefined)
    .map((finding) => {
      const place = finding.locations[0];
      const at = place
        ? ` file=${property(place.file ?? place.router)},line=${place.line},col=${place.column},endLine=${place.endLine},endColumn=${place.endColumn},title=${property(finding.rule)}`
        : "";
      return `::${commands[finding.severity]}${at}::${message(finding.message)}\n`;
    })
    .join("");
}

function message(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return message(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

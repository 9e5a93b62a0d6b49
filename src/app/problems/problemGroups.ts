import type { Finding, RouterId, RuleId } from "../../core/index.ts";
import type { ProblemGrouping } from "../../store/viewStore.ts";
import { SEVERITIES, severityNames } from "./severity.tsx";

/** What findings are called by, as the page shows it. */
export interface Names {
  readonly routers: ReadonlyMap<RouterId, string>;
  /** By the peering's id: "Branch – HQ". */
  readonly peerings: ReadonlyMap<string, string>;
}

export interface ProblemGroup {
  readonly key: string;
  readonly title: string;
  readonly findings: readonly Finding[];
}

/** The findings that have every word of a filter in their severity, message, rule, routers or peerings. */
export function filteredProblems(findings: readonly Finding[], filter: string, names: Names): readonly Finding[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return findings;
  return findings.filter((finding) => {
    const text = [
      severityNames[finding.severity].one,
      finding.message,
      finding.rule,
      ...finding.places.map((place) => names.routers.get(place.router) ?? ""),
      ...finding.peerings.map((peering) => names.peerings.get(peering) ?? ""),
    ]
      .join("\n")
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/**
 * Findings put together, each once: one about several peerings stands with its first, and those about none come last. Groups stand in
 * the order of their first finding, so the worst group comes first.
 */
export function problemGroups(
  findings: readonly Finding[],
  grouping: ProblemGrouping,
  names: Names,
): readonly ProblemGroup[] {
  const groups = new Map<string, { title: string; findings: Finding[] }>();
  for (const finding of findings) {
    const { key, title } = groupOf(finding, grouping, names);
    const group = groups.get(key);
    if (group) group.findings.push(finding);
    else groups.set(key, { title, findings: [finding] });
  }
  const all = [...groups].map(([key, group]): ProblemGroup => ({ key, ...group }));
  return [...all.filter(({ key }) => key !== ""), ...all.filter(({ key }) => key === "")];
}

function groupOf(
  { severity, rule, places: [place], peerings: [peering] }: Finding,
  grouping: ProblemGrouping,
  names: Names,
): { readonly key: string; readonly title: string } {
  switch (grouping) {
    case "severity":
      return { key: severity, title: capitalised(severityNames[severity].many) };
    case "router":
      return { key: place?.router ?? "", title: (place && names.routers.get(place.router)) ?? "The design" };
    case "peering":
      return { key: peering ?? "", title: (peering && names.peerings.get(peering)) ?? "No peering" };
    case "rule":
      return { key: rule, title: rule };
    default:
      return grouping satisfies never;
  }
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** How many findings each rule has. */
export function countsByRule(findings: readonly Finding[]): ReadonlyMap<RuleId, number> {
  const counts = new Map<RuleId, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

/** Worst first; the order within a severity stays. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity));
}

import { useMemo, useState } from "react";
import { ChevronDown, ChevronRight, CircleCheck, EyeOff } from "lucide-react";
import { routerNames, type Design, type Finding, type JudgedPeering, type Severity } from "../../core/index.ts";
import type { ProblemGrouping } from "../../store/viewStore.ts";
import { useEffectiveDesign, useView } from "../stores.tsx";
import { useAreProblemsHidden, useIsJudged, useJudgement, useWorkbench } from "../workbench.ts";
import { ProblemItem } from "./ProblemItem.tsx";
import { SEVERITIES, SeverityIcon, severityNames } from "./severity.tsx";
import { findingKey } from "./nextProblem.ts";
import { filteredProblems, countsByRule, problemGroups, worstFirst, type Names } from "./problemGroups.ts";
import "./problems.css";

/** How many findings are put into the page at first; the rest come on demand. */
const PAGE = 100;

/** All findings, worst first. Choosing one shows its place; its fixes stand beside it. */
export function Problems() {
  const { findings, peerings } = useJudgement();
  const isJudged = useIsJudged();
  const areHidden = useAreProblemsHidden();
  const design = useEffectiveDesign();
  const hidden = useView((view) => view.hiddenSeverities);
  const filter = useView((view) => view.problemFilter);
  const grouping = useView((view) => view.problemGrouping);
  const [limit, setLimit] = useState(PAGE);
  const [acceptedOpen, setAcceptedOpen] = useState(false);
  const names = useMemo(() => namesOf(design, peerings), [design, peerings]);
  const { standing, accepted, counts, ofKind } = useMemo(() => sorted(findings), [findings]);
  const wanted = useMemo(() => {
    const visible = standing.filter(({ severity }) => !hidden.includes(severity));
    return filteredProblems(visible, filter, names);
  }, [standing, hidden, filter, names]);
  const groups = useMemo(
    () => problemGroups(wanted.slice(0, limit), grouping, names),
    [wanted, limit, grouping, names],
  );
  const item = (finding: Finding, index: number) => (
    <ProblemItem key={`${findingKey(finding)} ${index}`} finding={finding} ofKind={ofKind.get(finding.rule)} />
  );
  const left = wanted.length - limit;
  return (
    <section className="problems" aria-label="Problems" aria-busy={!isJudged}>
      <ProblemsBar counts={counts} />
      <div className="problems-scroll">
        {areHidden ? <HiddenProblems /> : wanted.length === 0 ? <NoProblems hiddenCount={standing.length} /> : null}
        {grouping === "severity" ? (
          <ul className="problems-list">{groups.flatMap((group) => group.findings).map(item)}</ul>
        ) : (
          groups.map((group) => (
            <section key={group.key} className="problem-group" aria-label={group.title}>
              <h3>
                {group.title} <span className="problem-count">{group.findings.length}</span>
              </h3>
              <ul className="problems-list">{group.findings.map(item)}</ul>
            </section>
          ))
        )}
        {left > 0 ? (
          <button type="button" className="problems-more" onClick={() => setLimit(limit + PAGE)}>
            Show {Math.min(PAGE, left)} more of {wanted.length}
          </button>
        ) : null}
        {accepted.length > 0 ? (
          <>
            <button
              type="button"
              className="problems-more"
              aria-expanded={acceptedOpen}
              onClick={() => setAcceptedOpen(!acceptedOpen)}
            >
              {acceptedOpen ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
              Accepted: {accepted.length}
            </button>
            {acceptedOpen ? <ul className="problems-list problems-accepted">{accepted.map(item)}</ul> : null}
          </>
        ) : null}
      </div>
    </section>
  );
}

const groupings: readonly (readonly [ProblemGrouping, string])[] = [
  ["severity", "By severity"],
  ["router", "By router"],
  ["peering", "By peering"],
  ["rule", "By rule"],
];

/** What is listed, and by what it is put together. */
function ProblemsBar({ counts }: { readonly counts: Readonly<Record<Severity, number>> }) {
  const { view } = useWorkbench();
  const hidden = useView((state) => state.hiddenSeverities);
  const filter = useView((state) => state.problemFilter);
  const grouping = useView((state) => state.problemGrouping);
  const toggle = (severity: Severity) =>
    view.setState({
      hiddenSeverities: hidden.includes(severity) ? hidden.filter((one) => one !== severity) : [...hidden, severity],
    });
  return (
    <header className="problems-bar">
      <h2 className="visually-hidden">Problems</h2>
      <div className="problems-filters" role="group" aria-label="Severities that are shown">
        {SEVERITIES.map((severity) => (
          <button
            key={severity}
            type="button"
            className={`severity-filter severity-${severity}`}
            aria-pressed={!hidden.includes(severity)}
            aria-label={`Show ${severityNames[severity].many}: ${counts[severity]}`}
            onClick={() => toggle(severity)}
          >
            <SeverityIcon severity={severity} />
            {counts[severity]}
          </button>
        ))}
      </div>
      <input
        type="search"
        className="field-input problems-search"
        aria-label="Filter problems"
        placeholder="Filter"
        title="Show only what has these words, this rule or this router"
        value={filter}
        onChange={(event) => view.setState({ problemFilter: event.currentTarget.value })}
      />
      <select
        className="field-input problems-grouping"
        aria-label="Group problems by"
        title="Group problems by"
        value={grouping}
        onChange={({ currentTarget: { value } }) => {
          const chosen = groupings.find(([one]) => one === value);
          if (chosen) view.setState({ problemGrouping: chosen[0] });
        }}
      >
        {groupings.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </header>
  );
}

function namesOf(design: Design, peerings: readonly JudgedPeering[]): Names {
  const routers = routerNames(design.routers);
  const name = (end: JudgedPeering["peering"]["a"]) => routers.get(end.router) ?? "";
  return {
    routers,
    peerings: new Map(
      peerings.map(({ peering: { id, a, b } }) => [
        id,
        `${name(a)} – ${b ? name(b) : (a.peer?.configured ?? "nobody")}`,
      ]),
    ),
  };
}

/** A class that looks for a fault is not told by the list where it is. */
function HiddenProblems() {
  return (
    <p className="problems-none">
      <EyeOff size={18} aria-hidden />
      Problems are hidden while a fault is looked for. The Lesson tab shows them again.
    </p>
  );
}

function NoProblems({ hiddenCount }: { readonly hiddenCount: number }) {
  return (
    <p className="problems-none">
      <CircleCheck size={18} aria-hidden />
      {hiddenCount === 0
        ? "No problems. Nothing was found that would keep a tunnel down."
        : "All problems are filtered out."}
    </p>
  );
}

function sorted(findings: readonly Finding[]) {
  const standing = worstFirst(findings.filter(({ suppressed }) => suppressed === undefined));
  const accepted = findings.filter(({ suppressed }) => suppressed !== undefined);
  const count = (severity: Severity) => standing.filter((finding) => finding.severity === severity).length;
  return {
    standing,
    accepted,
    counts: { error: count("error"), warning: count("warning"), info: count("info") },
    ofKind: countsByRule(standing),
  };
}

import { useMemo, useState } from "react";
import { ChevronDown, ChevronRight, CircleCheck } from "lucide-react";
import type { Finding, Severity } from "../../core/index.ts";
import { useView } from "../stores.tsx";
import { useJudgement, useWorkbench } from "../workbench.ts";
import { ProblemItem } from "./ProblemItem.tsx";
import { SEVERITIES, SeverityIcon, severityNames } from "./severity.tsx";
import { findingKey } from "./nextProblem.ts";
import "./problems.css";

/** How many findings are put into the page at first; the rest come on demand. */
const PAGE = 100;

/** All findings, worst first. Choosing one shows its place; its fixes stand beside it. */
export function Problems() {
  const workbench = useWorkbench();
  const { findings } = useJudgement();
  const hidden = useView((view) => view.hiddenSeverities);
  const [limit, setLimit] = useState(PAGE);
  const [acceptedOpen, setAcceptedOpen] = useState(false);
  const { standing, accepted, counts } = useMemo(() => sorted(findings), [findings]);
  const wanted = standing.filter(({ severity }) => !hidden.includes(severity));
  const shownFindings = wanted.slice(0, limit);
  const toggle = (severity: Severity) =>
    workbench.view.setState({
      hiddenSeverities: hidden.includes(severity) ? hidden.filter((one) => one !== severity) : [...hidden, severity],
    });
  return (
    <section className="problems" aria-label="Problems">
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
      </header>
      <div className="problems-scroll">
        {wanted.length === 0 ? <NoProblems hiddenCount={standing.length} /> : null}
        <ul className="problems-list">
          {shownFindings.map((finding, index) => (
            <ProblemItem key={`${findingKey(finding)} ${index}`} finding={finding} />
          ))}
        </ul>
        {wanted.length > shownFindings.length ? (
          <button type="button" className="problems-more" onClick={() => setLimit(limit + PAGE)}>
            Show {Math.min(PAGE, wanted.length - shownFindings.length)} more of {wanted.length}
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
            {acceptedOpen ? (
              <ul className="problems-list problems-accepted">
                {accepted.map((finding, index) => (
                  <ProblemItem key={`${findingKey(finding)} ${index}`} finding={finding} />
                ))}
              </ul>
            ) : null}
          </>
        ) : null}
      </div>
    </section>
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
  const standing = findings.filter(({ suppressed }) => suppressed === undefined);
  const accepted = findings.filter(({ suppressed }) => suppressed !== undefined);
  const count = (severity: Severity) => standing.filter((finding) => finding.severity === severity).length;
  const byRank = [...standing].sort(
    (one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity),
  );
  return {
    standing: byRank,
    accepted,
    counts: { error: count("error"), warning: count("warning"), info: count("info") },
  };
}

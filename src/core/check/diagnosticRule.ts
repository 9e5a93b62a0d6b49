import { diagnosticPlace } from "../derive/diagnosticPlace.ts";
import type { Router } from "../model/router.ts";
import type { SyntaxDiagnostic } from "../model/source.ts";
import { routerRule, type Report, type RouterRule, type RuleDocs } from "./rule.ts";
import type { Severity } from "./finding.ts";

/**
 * A rule whose faults the parser finds while it reads a line, since only there it is known what the line should have been. The
 * rule tells what the parser said, at the columns that it said it of.
 */
export function diagnosticRule(rule: {
  readonly id: SyntaxDiagnostic["rule"];
  readonly severity: Severity;
  readonly docs: RuleDocs;
}): RouterRule<"diagnostic"> {
  return routerRule({
    ...rule,
    fix: "none",
    messages: { diagnostic: "{text}" },
    check: (router, report) => diagnosticReports(router, rule.id).forEach(report),
  });
}

/** The parser's diagnostics under a rule's name, as reports of a message called `diagnostic` whose text is {text}. */
export function diagnosticReports(router: Router, rule: SyntaxDiagnostic["rule"]): readonly Report<"diagnostic">[] {
  const all = router.source?.diagnostics ?? none;
  if (all.length === 0) return none;
  return all.flatMap((diagnostic, index): Report<"diagnostic">[] =>
    diagnostic.rule === rule
      ? [
          {
            message: "diagnostic",
            data: { text: diagnostic.message },
            places: [diagnosticPlace(router, index)],
            severity: diagnostic.severity,
          },
        ]
      : [],
  );
}

const none: readonly never[] = [];

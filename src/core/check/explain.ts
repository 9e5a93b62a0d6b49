import type { RuleId } from "../model/ruleId.ts";
import type { Severity } from "./finding.ts";
import type { FixKind, RuleDocs } from "./rule.ts";
import { ruleById } from "./catalogue.ts";

/** What `explain` and the rule pages tell of a rule. */
export interface RuleExplanation {
  readonly id: RuleId;
  readonly severity: Severity;
  readonly fix: FixKind;
  readonly docs: RuleDocs;
}

/** What a rule means, why it matters and how to mend it. */
export function explainRule(id: RuleId): RuleExplanation {
  const rule = ruleById(id);
  if (!rule) throw new Error(`The catalogue has no rule ${id}.`);
  const { severity, fix, docs } = rule;
  return { id, severity, fix, docs };
}

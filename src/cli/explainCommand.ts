import { RULE_IDS, explainRule, type RuleId } from "../core/index.ts";
import type { Console, ExitStatus } from "./console.ts";

/** `tunnelwright explain`: what a rule means, why it matters, how to mend it; all of them without a name. */
export function runExplain(console: Console, rule: string | undefined): ExitStatus {
  if (rule === undefined) {
    console.out(RULE_IDS.map(explained).join("\n"));
    return 0;
  }
  const id = RULE_IDS.find((one) => one === rule);
  if (!id) {
    console.error(`explain: no rule is called ${rule}`);
    return 2;
  }
  console.out(explained(id));
  return 0;
}

function explained(id: RuleId): string {
  const { severity, docs } = explainRule(id);
  return `${id} (${severity})\n  What: ${docs.what}\n  Why: ${docs.why}\n  Remedy: ${docs.remedy}\n  Source: ${docs.source}\n`;
}

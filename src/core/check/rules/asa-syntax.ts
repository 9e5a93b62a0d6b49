import { diagnosticReports } from "../diagnosticRule.ts";
import { routerRule } from "../rule.ts";

/** An ASA speaks a language that looks like IOS and is not. */
export const asaSyntax = routerRule({
  id: "asa-syntax",
  severity: "warning",
  fix: "man",
  docs: {
    what: "A line is in the syntax of an ASA or PIX.",
    why: "IOS refuses it, or reads it otherwise: an ASA applies a crypto map in one line, and has masks where IOS has wildcards.",
    remedy:
      "Write it in IOS's form: open the crypto map entry first, apply it below the interface, and use wildcards in access lists.",
    source: "Cisco ASA Series Command Reference beside the Cisco IOS Security Command Reference",
  },
  messages: { diagnostic: "{text}" },
  check(router, report) {
    diagnosticReports(router, "asa-syntax").forEach(report);
  },
});

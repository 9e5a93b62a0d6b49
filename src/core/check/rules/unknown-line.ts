import { diagnosticRule } from "../diagnosticRule.ts";

/** What is not understood is kept, and said, so that nobody thinks it was looked at. */
export const unknownLine = diagnosticRule({
  id: "unknown-line",
  severity: "info",
  docs: {
    what: "A line about VPNs is not one that is understood here.",
    why: "It is kept and printed back as it stands, but no rule has looked at what it does.",
    remedy: "Check by hand what the line does; nothing needs to be done about it.",
    source: "The command inventory that this checker is made from: Cisco IOS Security Command Reference",
  },
});

import { diagnosticRule } from "../diagnosticRule.ts";

/** A line about VPNs that IOS would refuse. */
export const syntax = diagnosticRule({
  id: "syntax",
  severity: "error",
  docs: {
    what: "A line that belongs to a VPN is not one that IOS takes.",
    why: "IOS refuses the line, or does something else than it seems to say. The design is judged without it.",
    remedy: "Correct the line; the message says what was expected where.",
    source: "The syntax of each command, as the command reference of this program tells it",
  },
});

import { rangeRule } from "../rangeRule.ts";

/** A tunnel that rests for less than a minute is not idle. */
export const rangeIdle = rangeRule({
  id: "range-idle",
  docs: {
    what: "An idle time is not 60 to 86400 seconds.",
    why: "IOS refuses the line, so the value before it, or the default, stays in force.",
    remedy: "Use 60 to 86400 seconds.",
    source: "Cisco IOS Security Command Reference, crypto ipsec security-association idle-time",
  },
});

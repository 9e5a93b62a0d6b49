import { rangeRule } from "../rangeRule.ts";

/** Dead peer detection asks neither all the time nor hardly ever. */
export const rangeDpd = rangeRule({
  id: "range-dpd",
  docs: {
    what: "The interval of dead peer detection is not 10 to 3600 seconds, or its retry not 2 to 60.",
    why: "IOS refuses the line, so the value before it, or the default, stays in force.",
    remedy: "Use 10 to 3600 seconds, and 2 to 60 for the retry; 10 and 3 are common.",
    source: "Cisco IOS Security Command Reference, crypto isakmp keepalive",
  },
});

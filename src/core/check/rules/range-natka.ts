import { rangeRule } from "../rangeRule.ts";

/** Keepalives for translators and the wait for a user's name have ends. */
export const rangeNatka = rangeRule({
  id: "range-natka",
  docs: {
    what: "A NAT keepalive is not 5 to 3600 seconds, or the Xauth timeout not 5 to 90.",
    why: "IOS refuses the line, so the value before it, or the default, stays in force.",
    remedy: "Use a value within the range.",
    source: "Cisco IOS Security Command Reference, crypto isakmp nat keepalive, crypto isakmp xauth timeout",
  },
});

import { rangeRule } from "../rangeRule.ts";

/** Policies are tried in the order of their numbers, which have an end. */
export const rangePolicy = rangeRule({
  id: "range-policy",
  docs: {
    what: "The priority of an ISAKMP policy is not 1 to 10000.",
    why: "IOS refuses the line and with it all that stands below.",
    remedy: "Use a priority from 1 to 10000.",
    source: "Cisco IOS Security Command Reference, crypto isakmp policy; IOS-XE native YANG model",
  },
});

import { rangeRule } from "../rangeRule.ts";

/** Lifetimes have ends, and IOS-XE moved them. */
export const rangeLifetime = rangeRule({
  id: "range-lifetime",
  docs: {
    what: "A lifetime is outside of what the release takes: 60 to 86400 seconds for IKE, 120 to 86400 seconds and 2560 to 536870912 kilobytes for IPsec, more on IOS-XE.",
    why: "IOS refuses the line, so the value before it, or the default, stays in force.",
    remedy: "Use a value within the range.",
    source:
      "Cisco IOS Security Command Reference, lifetime (IKE policy), crypto ipsec security-association lifetime; IOS-XE native YANG model",
  },
});

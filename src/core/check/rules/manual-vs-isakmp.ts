import { projectedRule } from "../projectedRule.ts";

/** One end waits for IKE, the other never speaks it. */
export const manualVsIsakmp = projectedRule({
  id: "manual-vs-isakmp",
  severity: "error",
  fix: "man",
  docs: {
    what: "The entry of one end is ipsec-manual, and that of its peer is ipsec-isakmp.",
    why: "Manual keys are never negotiated: the end with IKE calls and nobody answers, or gets packets under an SPI that it doesn't know.",
    remedy: "Make both entries ipsec-isakmp, or give both manual keys.",
    source: "Cisco IOS XE, Security for VPNs with IPsec: manual and IKE crypto map entries",
  },
  messages: {
    mixed: "Of {near} and {far} only {negotiating} would negotiate with IKE: the other end has manual keys.",
  },
  message: () => "mixed",
});

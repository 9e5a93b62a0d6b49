import { filterMessages, filterReports, type Passenger } from "../inboundFilter.ts";
import { peeringRule } from "../rule.ts";

const passenger: Passenger = { rule: "acl-blocks-ah", protocol: 51, text: "AH (protocol 51)" };

/** The tunnel comes up and carries nothing. */
export const aclBlocksAh = peeringRule({
  id: "acl-blocks-ah",
  severity: "error",
  fix: "auto",
  docs: {
    what: "The inbound access list of a crypto interface keeps the peer's AH out, which a transform set uses.",
    why: "Both phases succeed, and every protected packet is dropped on arrival.",
    remedy: "Permit AH from the peer to the local endpoint, or use ESP alone.",
    source:
      "Cisco IOS XE Security for VPNs with IPsec Configuration Guide: ensure access lists are compatible with IPsec",
  },
  messages: filterMessages,
  check(judged, routers, report) {
    filterReports(judged, routers, passenger).forEach(report);
  },
});

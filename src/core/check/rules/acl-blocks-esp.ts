import { filterMessages, filterReports, type Passenger } from "../inboundFilter.ts";
import { peeringRule } from "../rule.ts";

const passenger: Passenger = { rule: "acl-blocks-esp", protocol: 50, text: "ESP (protocol 50)" };

/** The tunnel comes up and carries nothing. */
export const aclBlocksEsp = peeringRule({
  id: "acl-blocks-esp",
  severity: "error",
  fix: "auto",
  docs: {
    what: "The inbound access list of a crypto interface keeps the peer's ESP out.",
    why: "Both phases succeed, and every protected packet is dropped on arrival.",
    remedy: "Permit ESP from the peer to the local endpoint.",
    source:
      "Cisco IOS XE Security for VPNs with IPsec Configuration Guide: ensure access lists are compatible with IPsec",
  },
  messages: filterMessages,
  check(judged, routers, report) {
    filterReports(judged, routers, passenger).forEach(report);
  },
});

import { filterMessages, filterReports, type Passenger } from "../inboundFilter.ts";
import { peeringRule } from "../rule.ts";

const passenger: Passenger = { rule: "acl-blocks-natt", protocol: 17, port: 4500, text: "UDP 4500 (NAT traversal)" };

/** Behind a translator IKE moves to port 4500 and takes ESP along. */
export const aclBlocksNatt = peeringRule({
  id: "acl-blocks-natt",
  severity: "error",
  fix: "auto",
  docs: {
    what: "The inbound access list of a crypto interface keeps NAT traversal out.",
    why: "With a translator between the peers phase 1 stops at its fifth message; without one nothing is lost until there is one.",
    remedy: "Permit UDP 4500 from the peer to the local endpoint.",
    source:
      "Cisco IOS XE Security for VPNs with IPsec Configuration Guide: ensure access lists are compatible with IPsec",
  },
  messages: filterMessages,
  check(judged, routers, report) {
    filterReports(judged, routers, passenger).forEach(report);
  },
});

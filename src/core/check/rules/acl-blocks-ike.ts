import { filterMessages, filterReports, type Passenger } from "../inboundFilter.ts";
import { peeringRule } from "../rule.ts";

const passenger: Passenger = { rule: "acl-blocks-ike", protocol: 17, port: 500, text: "UDP 500 (IKE)" };

/** No tunnel begins without the first message of IKE. */
export const aclBlocksIke = peeringRule({
  id: "acl-blocks-ike",
  severity: "error",
  fix: "auto",
  docs: {
    what: "The inbound access list of a crypto interface keeps the peer's IKE out.",
    why: "Phase 1 never gets an answer: the initiator sends its first message again and again, and gives up.",
    remedy: "Permit UDP 500 from the peer to the local endpoint.",
    source:
      "Cisco IOS XE Security for VPNs with IPsec Configuration Guide: ensure access lists are compatible with IPsec",
  },
  messages: filterMessages,
  check(judged, routers, report) {
    filterReports(judged, routers, passenger).forEach(report);
  },
});

import { projectedRule } from "../projectedRule.ts";
import { mirrorFixes } from "../selectorFixes.ts";

/** Ports change sides with their addresses. */
export const p2PortsNotSwapped = projectedRule({
  id: "p2-ports-not-swapped",
  severity: "error",
  fix: "auto",
  docs: {
    what: "The addresses of two entries mirror each other, but their ports stand on the same side.",
    why: "A proxy identity carries a port with each network; the far side's list must name the port beside the network that it belongs to.",
    remedy: "Move the port behind the other address on one of the two routers.",
    source: "RFC 2407 section 4.6.2; behaviour shown by published Batfish test configurations",
  },
  messages: {
    sameSide:
      "Line {nearSequence} of ACL {nearList} on {near} asks for {asked}; line {farSequence} of ACL {list} on {far} has {held}: the ports did not change sides with the addresses.",
  },
  symmetric: true,
  message: () => "sameSide",
  // What both have in common is traffic between two well-known ports, which nobody sends.
  fixes: mirrorFixes,
});

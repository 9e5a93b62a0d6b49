import { oneWaySeverity } from "../keptDown.ts";
import { projectedRule } from "../projectedRule.ts";
import { selectorFixes } from "../selectorFixes.ts";

/** Where one entry covers more than its mirrored counterpart, only the narrow side can start. */
export const p2SelectorOneway = projectedRule({
  id: "p2-selector-oneway",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "A permit entry covers more than its counterpart on the peer does.",
    why: "A responder accepts a request that lies within its own entry and refuses one that is wider, so only the narrow side can bring the tunnel up; packets that trigger from the wide side are dropped without a word.",
    remedy: "Make the two entries exact mirror images.",
    source: "Cisco IOS XE, Security for VPNs with IPsec: mirror image crypto access lists, cases 3 and 4",
  },
  messages: {
    wider:
      "{near} asks for {asked} by line {nearSequence} of ACL {nearList}, more than line {farSequence} of ACL {list} on {far} permits ({held}), so {near} can't start this flow.",
  },
  message: () => "wider",
  severityOf: oneWaySeverity,
  fixes: selectorFixes,
});

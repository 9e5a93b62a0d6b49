import { projectedRule } from "../projectedRule.ts";
import { selectorFixes } from "../selectorFixes.ts";

/** Every proxy identity that one peer asks for must be permitted, mirrored, by the other. */
export const p2SelectorNone = projectedRule({
  id: "p2-selector-none",
  severity: "error",
  fix: "auto",
  docs: {
    what: "A permit entry of a crypto access list has no entry on the peer that covers its mirror image.",
    why: "Quick mode compares proxy identities; a responder refuses one that it does not permit, so no security association comes up.",
    remedy: "Permit the same traffic on the peer with source and destination swapped.",
    source: "Cisco IOS XE, Security for VPNs with IPsec: crypto access lists at each peer; RFC 2409 section 5.5",
  },
  messages: {
    noMirror:
      "{near} asks for {asked} by line {nearSequence} of ACL {nearList}, but ACL {list} of {far} does not permit {wanted}.",
    noList:
      "{near} asks for {asked} by line {nearSequence} of ACL {nearList}, but {far} has no access list that would permit {wanted}.",
    overlap:
      "{near} asks for {asked} by line {nearSequence} of ACL {nearList}, but ACL {list} of {far} has only {held} in line {farSequence}, which does not cover {wanted}.",
  },
  symmetric: true,
  message: ({ data }) => (data.list === "" ? "noList" : data.farSequence === "" ? "noMirror" : "overlap"),
  fixes: selectorFixes,
});

import { shorterLifetime } from "../lifetimeFixes.ts";
import { projectedRule } from "../projectedRule.ts";

/** The documentation wants the initiator's lifetime no longer than the responder's; releases in use take it. */
export const p1LifetimeInitiatorLonger = projectedRule({
  id: "p1-lifetime-initiator-longer",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "In the ISAKMP policy that two peers agree on, the initiator's lifetime is longer than the responder's.",
    why: "By the documentation a policy matches only when the initiator's lifetime is shorter or equal; IOS 15 was seen to accept and to answer the shorter one, other releases refuse.",
    remedy: "Give both policies the same lifetime.",
    source:
      "Cisco IOS Security Configuration Guide, Configuring Internet Key Exchange; published debug output of IOS 15",
  },
  messages: {
    longer:
      "When {near} starts, it offers an IKE lifetime of {nearValue} seconds in policy {nearPriority}, longer than the {farValue} seconds of policy {farPriority} on {far}.",
  },
  message: () => "longer",
  fixes: (_judged, routers, refusal) => shorterLifetime(routers, refusal),
});

import { shorterLifetime } from "../lifetimeFixes.ts";
import { projectedRule } from "../projectedRule.ts";

/** The other direction of `p1-lifetime-initiator-longer`, which every release takes. */
export const p1LifetimeDiffers = projectedRule({
  id: "p1-lifetime-differs",
  severity: "info",
  fix: "auto",
  docs: {
    what: "In the ISAKMP policy that two peers agree on, the initiator's lifetime is shorter than the responder's.",
    why: "The shorter lifetime is used; nothing fails, but the longer value is not what happens.",
    remedy: "Give both policies the same lifetime.",
    source: "Cisco IOS Security Configuration Guide, Configuring Internet Key Exchange",
  },
  messages: {
    shorter:
      "When {near} starts, its IKE lifetime of {nearValue} seconds in policy {nearPriority} is used rather than the {farValue} seconds of policy {farPriority} on {far}.",
  },
  message: () => "shorter",
  fixes: (_judged, routers, refusal) => shorterLifetime(routers, refusal),
});

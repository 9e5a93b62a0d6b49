import { cryptoListOf, exemptionFix } from "../natFixes.ts";
import { refusalsOf } from "../projection.ts";
import { peeringRule } from "../rule.ts";
import { nearEnd, routersIn } from "../routeFixes.ts";

/** Translation comes first, and the crypto map then looks for a source that is gone. */
export const natNotExempt = peeringRule({
  id: "nat-not-exempt",
  severity: "error",
  fix: "auto",
  projects: true,
  docs: {
    what: "Traffic that a crypto access list permits is translated before the crypto map sees it.",
    why: "Its source is then another address, which matches no permit, so the traffic leaves in clear.",
    remedy: "Deny the traffic in the translation's list before the permit, or translate through a route map that does.",
    source:
      "Cisco IOS XE Security for VPNs with IPsec Configuration Guide; Cisco order of operations: NAT inside to outside before crypto",
  },
  messages: {
    all: "{near} translates {flow} by {by} before the crypto map sees it, so it leaves in clear.",
    part: "{near} translates part of {flow} by {by} before the crypto map sees it; that part leaves in clear.",
  },
  check(judged, routers, report) {
    for (const { data, places } of refusalsOf(judged, "nat-not-exempt")) {
      const isPart = data.extent === "part";
      const name = data.near;
      report({
        message: isPart ? "part" : "all",
        ...(isPart && { severity: "warning" as const }),
        data,
        places,
        fixes: ({ design }) => {
          // A static translation has no list; it needs a route map of its own.
          if (places[0]?.kind === "staticNat") return [];
          const { router } = nearEnd(judged, routersIn(design, routers), name);
          return exemptionFix(router, cryptoListOf(places), data.flow, name);
        },
      });
    }
  },
});

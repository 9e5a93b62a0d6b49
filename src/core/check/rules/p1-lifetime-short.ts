import { ownName } from "../../derive/routerNames.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import { routerRule } from "../rule.ts";

/** Ten minutes: below that, phase 1 is renegotiated more often than any use of it. */
const shortest = 600;

/** An IKE lifetime of a few minutes. */
export const p1LifetimeShort = routerRule({
  id: "p1-lifetime-short",
  severity: "warning",
  fix: "ask",
  docs: {
    what: "An ISAKMP policy has a lifetime of less than ten minutes.",
    why: "Each end renegotiates phase 1, with its Diffie-Hellman exchange, every few minutes; a hub with many peers spends its time on it.",
    remedy: "Use some hours: 28800 seconds are common, 86400 are IOS's default.",
    source: "Cisco IOS Security Configuration Guide, Configuring Internet Key Exchange: lifetime, one day by default",
  },
  messages: {
    short: "ISAKMP policy {priority} of {router} has a lifetime of {seconds} seconds, less than ten minutes.",
  },
  check(router, report) {
    for (const policy of router.elements.isakmpPolicy.values()) {
      if (policy.lifetimeSeconds === undefined || policy.lifetimeSeconds >= shortest) continue;
      report({
        message: "short",
        data: { router: ownName(router), priority: policy.priority, seconds: policy.lifetimeSeconds },
        places: [{ router: router.id, kind: "isakmpPolicy", name: String(policy.priority), field: "lifetimeSeconds" }],
        fixes: [
          {
            title: `Use a longer lifetime in policy ${policy.priority}`,
            safe: false,
            edits: [],
            needs: { label: "Seconds, 60 to 86400", type: "number", suggestion: "28800" },
          },
        ],
      });
    }
  },
  complete(design, _fix, [place], value) {
    const policy = design.routers.get(place.router)?.elements.isakmpPolicy.get(place.name);
    const lifetimeSeconds = Number(value);
    if (!policy || !(lifetimeSeconds >= 60 && lifetimeSeconds <= 86400)) return [];
    return [putEdit(place.router, "isakmpPolicy", { ...policy, lifetimeSeconds })];
  },
});

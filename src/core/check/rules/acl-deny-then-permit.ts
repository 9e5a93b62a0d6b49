import { reportOverlaps } from "../overlapReports.ts";
import { routerRule } from "../rule.ts";

/** A deny that should send traffic on to a later entry, while its own list permits the traffic further down. */
export const aclDenyThenPermit = routerRule({
  id: "acl-deny-then-permit",
  severity: "error",
  fix: "man",
  docs: {
    what: "An entry's list denies traffic and permits all of it further down, and a later entry permits that traffic.",
    why: "The guide names this pattern as unsupported: whether the traffic reaches the later entry is not certain.",
    remedy: "Give the more specific entry the lower sequence instead of a deny.",
    source: "Cisco, Security for VPNs with IPsec, Crypto Access Lists: an example of what is not supported",
  },
  messages: {
    denied:
      "{router}: crypto map {lower} denies {taken} and permits it further down, while {higher} permits {traffic}.",
    more: "{router}: {count} more permits of crypto map {map} are denied and permitted by entries before them.",
  },
  check: (router, report) => reportOverlaps(router, { denied: { message: "denied" } }, report),
});

import { refusalsOf } from "../projection.ts";
import { peeringRule } from "../rule.ts";

/** Ends that both use IKEv2. */
export const ikeVersionNotJudged = peeringRule({
  id: "ike-version-not-judged",
  severity: "info",
  fix: "none",
  projects: true,
  docs: {
    what: "Both ends of the tunnel use IKEv2.",
    why: "Negotiations are followed for IKEv1 only, so the tunnel is not judged.",
    remedy: "Nothing is wrong with it. Verify with `show crypto ikev2 sa` on both routers.",
    source: "Tunnelwright: what its negotiation engine covers",
  },
  messages: { ikev2: "{near} and {far} use IKEv2, which is not judged." },
  check(judged, _routers, report) {
    const [first] = refusalsOf(judged, "ike-version-not-judged");
    if (first) report({ message: "ikev2", data: first.data, places: first.places });
  },
});

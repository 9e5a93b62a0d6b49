import { refusalsOf } from "../projection.ts";
import { peeringRule } from "../rule.ts";

/** A peer of which the design knows the address only. */
export const peerOutsideDesign = peeringRule({
  id: "peer-outside-design",
  severity: "info",
  fix: "none",
  projects: true,
  docs: {
    what: "No router of the design has the address of the peer.",
    why: "Only one end of the tunnel is known, so whether the two agree can't be told. What is wrong at this end is told all the same.",
    remedy: "Add the peer's configuration to the design to have the tunnel judged.",
    source: "Tunnelwright: a verdict needs both ends",
  },
  messages: { outside: "{near}: no router of this design has {configured}, so the tunnel to it can't be judged." },
  check(judged, _routers, report) {
    for (const { data, places } of refusalsOf(judged, "peer-outside-design")) {
      report({ message: "outside", data, places });
    }
  },
});

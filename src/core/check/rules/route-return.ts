import { refusalsOf } from "../projection.ts";
import { nearEnd, reverseRouteFix, routeFix, routersIn } from "../routeFixes.ts";
import { peeringRule } from "../rule.ts";

/** A tunnel that carries one direction looks like one that works. */
export const routeReturn = peeringRule({
  id: "route-return",
  severity: "error",
  fix: "auto",
  projects: true,
  docs: {
    what: "The answering router has no route back to the initiator's network by its crypto interface.",
    why: "What arrives is decrypted and delivered, and the answer is lost or leaves in clear: one side counts encapsulated packets, and decapsulated ones stay at zero.",
    remedy:
      "Route the initiator's network out of the interface with the crypto map, or let `reverse-route` bring the route.",
    source: "Lab transcripts of show crypto ipsec sa with growing encaps and no decaps",
  },
  messages: {
    missing: "{near} has no route back to {network}, so answers never reach crypto map {map} on {carrier}.",
    wrongInterface: "{near} sends answers for {network} out of {exit}, but crypto map {map} is on {carrier}.",
  },
  check(judged, routers, report) {
    for (const { data, places } of refusalsOf(judged, "route-return")) {
      const isMissing = data.cause === "missing";
      const name = data.near;
      report({
        message: isMissing ? "missing" : "wrongInterface",
        data,
        places,
        // A route that leads elsewhere was written on purpose.
        fixes: ({ design }) => {
          if (!isMissing) return [];
          const near = nearEnd(judged, routersIn(design, routers), name);
          return [...routeFix(near, data.network, name), ...reverseRouteFix(near, name)];
        },
      });
    }
  },
});

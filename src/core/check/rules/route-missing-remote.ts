import { refusalsOf } from "../projection.ts";
import { nearEnd, reverseRouteFix, routeFix, routersIn } from "../routeFixes.ts";
import { peeringRule } from "../rule.ts";

/** The crypto map sees what leaves its interface, and nothing leaves without a route. */
export const routeMissingRemote = peeringRule({
  id: "route-missing-remote",
  severity: "error",
  fix: "auto",
  projects: true,
  docs: {
    what: "A router has no route to a network that it is to protect traffic to.",
    why: "Packets for it are dropped before they reach the interface with the crypto map, so the tunnel is never asked for.",
    remedy: "Route the network to the peer's side, or let `reverse-route static` bring the route.",
    source:
      "Lab transcripts where nothing at all shows in debug crypto; Cisco IOS IP Routing: a packet without a route is dropped",
  },
  messages: {
    noRoute: "{near} has no route to {network}, so nothing for it reaches crypto map {map} on {carrier}.",
  },
  check(judged, routers, report) {
    for (const { data, places } of refusalsOf(judged, "route-missing-remote")) {
      const name = data.near;
      report({
        message: "noRoute",
        data,
        places,
        fixes: ({ design }) => {
          const near = nearEnd(judged, routersIn(design, routers), name);
          return [...routeFix(near, data.network, name), ...reverseRouteFix(near, name)];
        },
      });
    }
  },
});

import { refusalsOf } from "../projection.ts";
import { nearEnd, routeFix, routersIn } from "../routeFixes.ts";
import { peeringRule } from "../rule.ts";

/** IKE has to get out before anything else does. */
export const routePeer = peeringRule({
  id: "route-peer",
  severity: "error",
  fix: "auto",
  projects: true,
  docs: {
    what: "A router has no route to its peer's endpoint.",
    why: "IKE's first message has nowhere to go.",
    remedy: "Route the peer's address, or have a default route.",
    source: "Cisco IOS IP Routing: a packet without a route is dropped",
  },
  messages: { noRoute: "{near} has no route to its peer {peer}, so IKE cannot leave." },
  check(judged, routers, report) {
    for (const { data, places } of refusalsOf(judged, "route-peer")) {
      report({
        message: "noRoute",
        data,
        places,
        fixes: ({ design }) => routeFix(nearEnd(judged, routersIn(design, routers), data.near), data.peer, data.near),
      });
    }
  },
});

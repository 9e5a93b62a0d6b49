import { refusalsOf } from "../projection.ts";
import { peeringRule } from "../rule.ts";

/** Routes that the text does not have. */
export const routeAssumed = peeringRule({
  id: "route-assumed",
  severity: "info",
  fix: "none",
  projects: true,
  docs: {
    what: "The configuration does not tell the route to the peer or to the networks behind it.",
    why: "Without any route in the text, one that suits is assumed; with a routing protocol, what it learns decides. A wrong route would keep the tunnel down.",
    remedy: "Give the whole configuration with its routes, or verify with `show ip route` on the router.",
    source: "Tunnelwright: a fragment of a configuration is judged as far as it goes",
  },
  messages: {
    assumed: "{near} has no routes in its text, so a route to {destination} is assumed.",
    learned: "Which way {near} sends what is for {destination} depends on what {protocol} learns.",
  },
  check(judged, _routers, report) {
    const told = new Set<string>();
    for (const { data, places } of refusalsOf(judged, "route-assumed")) {
      // One such note per router is enough: what holds for one destination holds for all of them.
      const key = `${data.near} ${data.protocol}`;
      if (told.has(key)) continue;
      told.add(key);
      report({ message: data.protocol === "" ? "assumed" : "learned", data, places });
    }
  },
});

import { refusalsOf } from "../projection.ts";
import { peeringRule } from "../rule.ts";

/** A crypto map protects what leaves its own interface, and only that. */
export const routeWrongInterface = peeringRule({
  id: "route-wrong-interface",
  severity: "error",
  fix: "man",
  projects: true,
  docs: {
    what: "The best route to a protected network leaves by an interface that does not carry the crypto map.",
    why: "The traffic goes out in clear by the other interface, or is lost there.",
    remedy: "Route the network out of the interface with the crypto map, or apply the map where the route leaves.",
    source:
      "Cisco IOS XE Security for VPNs with IPsec Configuration Guide: a crypto map is evaluated on the interface that traffic leaves by",
  },
  messages: {
    wrongInterface: "{near} sends {network} out of {exit}, but crypto map {map} is on {carrier}.",
  },
  check(judged, _routers, report) {
    for (const { data, places } of refusalsOf(judged, "route-wrong-interface")) {
      report({ message: "wrongInterface", data, places });
    }
  },
});

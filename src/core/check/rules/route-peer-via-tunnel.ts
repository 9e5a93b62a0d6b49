import { refusalsOf } from "../projection.ts";
import { peeringRule } from "../rule.ts";

/** A tunnel can't be carried by itself. */
export const routePeerViaTunnel = peeringRule({
  id: "route-peer-via-tunnel",
  severity: "error",
  fix: "man",
  projects: true,
  docs: {
    what: "The route to a peer leads into a tunnel that ends at this peer.",
    why: "The tunnel's own packets would go into the tunnel again; IOS takes it down for recursive routing.",
    remedy: "Route the peer's address out of the physical interface, longer than what the tunnel brings.",
    source: "Cisco IOS message %TUN-5-RECURDOWN: tunnel temporarily disabled due to recursive routing",
  },
  messages: {
    recursion: "{near} routes its peer {peer} into {exit}, whose own packets go to {peer}.",
  },
  check(judged, _routers, report) {
    for (const { data, places } of refusalsOf(judged, "route-peer-via-tunnel")) {
      report({ message: "recursion", data, places });
    }
  },
});

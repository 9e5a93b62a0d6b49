import { formatPrefix, prefixesOverlap } from "../../net/ipv4.ts";
import { addressPlace, protectedNetworks } from "../protectedNetworks.ts";
import { peeringRule } from "../rule.ts";

/** A host looks for its own network at home, so a network can't be at both ends of a tunnel. */
export const overlapSites = peeringRule({
  id: "overlap-sites",
  severity: "error",
  fix: "man",
  docs: {
    what: "Both ends of a tunnel protect the same network, or networks that overlap.",
    why: "Hosts reach the shared addresses in their own network and never send to the other site; routers have two ways for one network.",
    remedy: "Give one site another network, or translate both networks and protect the translated ones.",
    source: "Published configurations of overlapping sites, which translate in both directions",
  },
  messages: {
    overlap:
      "{near} protects {network} on {interface} and {far} protects {otherNetwork} on {otherInterface}; hosts can't reach an address that is at both ends.",
  },
  check({ peering }, { a, b, nameA, nameB }, report) {
    if (!peering.b || !b || (a.site !== undefined && a.site === b.site)) return;
    const theirs = protectedNetworks(b, peering.b);
    for (const ours of protectedNetworks(a, peering.a)) {
      const other = theirs.find((one) => prefixesOverlap(one.prefix, ours.prefix));
      if (!other) continue;
      report({
        message: "overlap",
        data: {
          near: nameA,
          far: nameB,
          network: formatPrefix(ours.prefix),
          interface: ours.interface,
          otherNetwork: formatPrefix(other.prefix),
          otherInterface: other.interface,
        },
        places: [addressPlace(a, ours.interface, ours.prefix), addressPlace(b, other.interface, other.prefix)],
      });
    }
  },
});

import { connectedPrefixes } from "../../derive/routes.ts";
import { ownName } from "../../derive/routerNames.ts";
import type { Interface } from "../../model/interface.ts";
import { formatPrefix } from "../../net/ipv4.ts";
import { innermost, nestedPrefixes } from "../prefixOverlap.ts";
import { addressPlace } from "../protectedNetworks.ts";
import { routerRule } from "../rule.ts";

/** A router has one way to each of its own networks. */
export const overlapInterfaces = routerRule({
  id: "overlap-interfaces",
  severity: "error",
  fix: "man",
  docs: {
    what: "Two interfaces of a router stand in networks that overlap.",
    why: "IOS refuses the second address, and tells which interface it overlaps with.",
    remedy: "Give one of them another network.",
    source: "Cisco IOS message: % 10.0.0.1 overlaps with GigabitEthernet0/0",
  },
  messages: {
    overlap: "{router}: {network} on {interface} overlaps with {otherNetwork} on {otherInterface}, which IOS refuses.",
  },
  check(router, report) {
    const byVrf = new Map<string, Interface[]>();
    for (const one of router.elements.interface.values()) {
      if (one.shutdown) continue;
      const others = byVrf.get(one.vrf ?? "");
      if (others) others.push(one);
      else byVrf.set(one.vrf ?? "", [one]);
    }
    for (const interfaces of byVrf.values()) {
      const prefixes = interfaces.flatMap((one) =>
        connectedPrefixes(one).map((prefix) => ({ name: one.name, prefix })),
      );
      const place = (name: string) => interfaces.findIndex((one) => one.name === name);
      for (const { inner, outers } of nestedPrefixes(prefixes)) {
        const outer = innermost(outers, (one) => one.name !== inner.name);
        if (!outer) continue;
        // The one that was configured later is the one that IOS refuses.
        const [second, first] = place(inner.name) > place(outer.name) ? [inner, outer] : [outer, inner];
        report({
          message: "overlap",
          data: {
            router: ownName(router),
            network: formatPrefix(second.prefix),
            interface: second.name,
            otherNetwork: formatPrefix(first.prefix),
            otherInterface: first.name,
          },
          places: [addressPlace(router, second.name, second.prefix), addressPlace(router, first.name, first.prefix)],
        });
      }
    }
  },
});

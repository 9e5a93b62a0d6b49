import { prefixesOfRange } from "../../derive/proxyIdentity.ts";
import { connectedPrefixes } from "../../derive/routes.ts";
import { ownName } from "../../derive/routerNames.ts";
import type { LocalPool } from "../../model/remoteAccess.ts";
import type { Place, Router } from "../../model/router.ts";
import { formatPrefix } from "../../net/ipv4.ts";
import { setOfPrefix, setsIntersect } from "../../net/wildcard.ts";
import { addressPlace } from "../protectedNetworks.ts";
import { poolUses } from "../remoteAccess.ts";
import { routerRule } from "../rule.ts";

/** Hosts look for the addresses of their own network on their own segment. */
export const raPoolOverlap = routerRule({
  id: "ra-pool-overlap",
  severity: "warning",
  fix: "man",
  docs: {
    what: "A pool of clients' addresses overlaps a connected network or another pool.",
    why: "Hosts of that network ask for a client's address on their own segment, so the gateway must answer for it and route it into the tunnel; two pools may give one address twice.",
    remedy: "Take a network of its own for clients; else see to `reverse-route` and proxy ARP.",
    source: "Cisco Easy VPN Server configuration guide: reverse route injection and address pools",
  },
  messages: {
    connected:
      "{router}: pool {pool} lies in {network}, the network of {interface}, so hosts there look for clients on their own segment.",
    pools: "{router}: the pools {pool} and {other} have addresses in common.",
  },
  check(router, report) {
    const names = new Set(poolUses(router).map((use) => use.pool));
    const pools = [...router.elements.localPool.values()].filter(({ name }) => names.has(name));
    for (const pool of pools) {
      const connected = connectedWith(router, pool);
      if (connected) {
        report({
          message: "connected",
          data: {
            router: ownName(router),
            pool: pool.name,
            network: formatPrefix(connected.prefix),
            interface: connected.name,
          },
          places: [poolPlace(router, pool), addressPlace(router, connected.name, connected.prefix)],
        });
      }
      const other = [...router.elements.localPool.values()].find(
        (one) => one !== pool && haveInCommon(one, pool) && !(names.has(one.name) && one.name < pool.name),
      );
      if (!other) continue;
      report({
        message: "pools",
        data: { router: ownName(router), pool: pool.name, other: other.name },
        places: [poolPlace(router, pool), poolPlace(router, other)],
      });
    }
  },
});

function poolPlace(router: Router, { name }: LocalPool): Place {
  return { router: router.id, kind: "localPool", name };
}

function connectedWith(router: Router, { start, end = start }: LocalPool) {
  const addresses = prefixesOfRange(start, end);
  for (const one of router.elements.interface.values()) {
    for (const prefix of connectedPrefixes(one)) {
      if (addresses.some((set) => setsIntersect(set, setOfPrefix(prefix)))) return { name: one.name, prefix };
    }
  }
  return undefined;
}

function haveInCommon(one: LocalPool, other: LocalPool): boolean {
  return one.start <= (other.end ?? other.start) && other.start <= (one.end ?? one.start);
}

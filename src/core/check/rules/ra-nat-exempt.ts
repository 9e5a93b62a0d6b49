import { normalAccessList } from "../../derive/cryptoAccessList.ts";
import { firstMatches } from "../../derive/firstMatch.ts";
import { prefixesOfRange } from "../../derive/proxyIdentity.ts";
import { ownName } from "../../derive/routerNames.ts";
import type { NatRule } from "../../model/nat.ts";
import type { LocalPool } from "../../model/remoteAccess.ts";
import { elementName, type Elements, type Place, type Router } from "../../model/router.ts";
import { formatPrefix, type Ipv4Prefix } from "../../net/ipv4.ts";
import { setOfPrefix } from "../../net/wildcard.ts";
import { poolExemption, translatedNetworks } from "../clientPools.ts";
import { linePlace } from "../cryptoLists.ts";
import type { Fix } from "../finding.ts";
import { isClientGateway, poolUses } from "../remoteAccess.ts";
import { routerRule } from "../rule.ts";

/** What goes back to a client is traffic from inside to outside like any other. */
export const raNatExempt = routerRule({
  id: "ra-nat-exempt",
  severity: "error",
  fix: "auto",
  docs: {
    what: "Traffic from an inside network to clients' addresses is translated.",
    why: "Answers to clients get another source before the crypto map sees them, match no association and leave in clear, or reach clients from an address that they never asked.",
    remedy: "Deny inside to the clients' pool in the translation's list, before the permit.",
    source:
      "Cisco order of operations: NAT inside to outside before crypto; Cisco Easy VPN Server samples with NAT exemption",
  },
  messages: {
    translated:
      "{router}: what {network} sends to clients of pool {pool} is translated by {by} before the crypto map sees it.",
  },
  check(router, report) {
    const { elements } = router;
    if (!isClientGateway(router)) return;
    const inside = translatedNetworks(elements);
    const pools = new Set(poolUses(router).map((use) => use.pool));
    for (const name of pools) {
      const pool = elements.localPool.get(name);
      if (!pool) continue;
      for (const network of inside) {
        const caught = translationOf(router, network, pool);
        if (!caught) continue;
        report({
          message: "translated",
          data: { router: ownName(router), network: formatPrefix(network), pool: name, by: caught.by },
          places: [...caught.places, { router: router.id, kind: "localPool", name }],
          fixes: () => exemption(router, network, pool),
        });
      }
    }
  },
});

function exemption(router: Router, network: Ipv4Prefix, pool: LocalPool): readonly Fix[] {
  const edits = poolExemption(router, [network], pool);
  return edits.length === 0 ? [] : [{ title: `Exempt pool ${pool.name} from translation`, safe: false, edits }];
}

/** The first rule that translates some of what a network sends to a pool. */
function translationOf(router: Router, network: Ipv4Prefix, { start, end = start }: LocalPool) {
  const packets = prefixesOfRange(start, end).map((destination) => ({
    protocol: "ip" as const,
    source: setOfPrefix(network),
    sourcePorts: null,
    destination,
    destinationPorts: null,
  }));
  for (const rule of router.elements.natRule.values()) {
    for (const list of listsOf(router.elements, rule)) {
      const normal = normalAccessList(router.elements, list);
      if (!normal) continue;
      const permit = packets
        .flatMap((packet) => firstMatches(normal, packet))
        .find((part) => part.identity?.action === "permit")?.identity;
      if (!permit) continue;
      const rulePlace: Place = { router: router.id, kind: "natRule", name: elementName("natRule", rule) };
      return {
        by: `${rule.match.kind} ${rule.match.name}`,
        places: [linePlace(router, list, permit.sequence), rulePlace],
      };
    }
  }
  return undefined;
}

/** The lists that a rule translates by. A route map's denies come from its lists, or from entries of their own, which no one guesses at. */
function listsOf({ routeMapEntry }: Elements, { match }: NatRule): readonly string[] {
  if (match.kind === "list") return [match.name];
  const entries = [...routeMapEntry.values()].filter((entry) => entry.map === match.name);
  return entries.every((entry) => entry.action === "permit") ? entries.flatMap((entry) => entry.matchAddress) : [];
}

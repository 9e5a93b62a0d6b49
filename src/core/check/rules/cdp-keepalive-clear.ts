import { cryptoMapSets } from "../../derive/cryptoMapSet.ts";
import { firstMatches } from "../../derive/firstMatch.ts";
import { primaryAddress } from "../../derive/interfaceAddresses.ts";
import { ownName } from "../../derive/routerNames.ts";
import type { Elements } from "../../model/router.ts";
import { formatIpv4, parseIpv4, type Ipv4Address } from "../../net/ipv4.ts";
import { hostSet } from "../../net/wildcard.ts";
import { cryptoLists, entryText, isAny, linePlaces } from "../cryptoLists.ts";
import { routerRule } from "../rule.ts";

/** What the router sends itself leaves by the same interface, and `any` takes it along. */
export const cdpKeepaliveClear = routerRule({
  id: "cdp-keepalive-clear",
  severity: "info",
  fix: "man",
  docs: {
    what: "A permit to `any` takes the router's own management traffic, such as NTP, syslog and AAA, into the tunnel.",
    why: "The servers then have to stand behind the peer; while the tunnel is down the router has no time, no log and no logins.",
    remedy: "Deny the router's own address first, or name the networks of the other site.",
    source:
      'Cisco IOS XE Security for VPNs with IPsec Configuration Guide, "When to Use the any Keyword in Crypto Access Lists"',
  },
  messages: {
    own: '{router}: "{line}" of ACL {list} takes what the router itself sends from {interface} to {servers} into the tunnel.',
  },
  check(router, report) {
    const servers = managementServers(router.elements);
    if (servers.size === 0) return;
    for (const crypto of cryptoLists(router)) {
      const maps = crypto.users.flatMap((user) => (user.kind === "cryptoMapEntry" ? [user.entry.map] : []));
      const carrier = maps.flatMap((map) => cryptoMapSets(router.elements).get(map)?.carriers ?? [])[0];
      const own = primaryAddress(carrier, router.elements.interface);
      if (!carrier || own === null) continue;
      for (const { entry, identity } of crypto.permits) {
        if (!identity.selectors.some((one) => isAny(one.destination))) continue;
        const taken = [...servers].filter(([address, { protocol }]) => {
          const packet = {
            source: hostSet(own),
            destination: hostSet(address),
            sourcePorts: null,
            destinationPorts: null,
          };
          return firstMatches(crypto.normal, { ...packet, protocol }).some((part) => part.identity === identity);
        });
        if (taken.length === 0) continue;
        report({
          message: "own",
          data: {
            router: ownName(router),
            line: entryText(entry),
            list: crypto.list.name,
            interface: carrier.name,
            servers: taken.map(([address, { what }]) => `${what} ${formatIpv4(address)}`).join(", "),
          },
          places: linePlaces(crypto, entry),
        });
      }
    }
  },
});

interface Service {
  readonly what: string;
  readonly protocol: number;
}

const [tcp, udp] = [6, 17];

/** Servers that the router speaks to by itself, from the AAA servers and the kept lines of its text. */
function managementServers({ aaaServer, keptBlock }: Elements): ReadonlyMap<Ipv4Address, Service> {
  const servers = new Map<Ipv4Address, Service>();
  for (const server of aaaServer.values()) {
    const address = parseIpv4(server.address ?? server.name);
    const isRadius = server.protocol === "radius";
    if (address !== undefined)
      servers.set(address, { what: isRadius ? "RADIUS" : "TACACS", protocol: isRadius ? udp : tcp });
  }
  for (const { lines } of keptBlock.values()) {
    for (const line of lines) {
      const match = /^(ntp server|logging(?: host)?|snmp-server host) (\d+\.\d+\.\d+\.\d+)(?:\s|$)/.exec(line);
      const address = parseIpv4(match?.[2] ?? "");
      if (match?.[1] === undefined || address === undefined) continue;
      servers.set(address, { what: serviceNames[match[1].split(" ")[0] ?? ""] ?? match[1], protocol: udp });
    }
  }
  return servers;
}

const serviceNames: Readonly<Record<string, string>> = { ntp: "NTP", logging: "syslog", "snmp-server": "SNMP" };

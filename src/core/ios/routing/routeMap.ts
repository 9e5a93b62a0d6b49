import type { RouteMapEntry } from "../../model/route.ts";
import { globalCommand, sectionCommand } from "../command.ts";

interface RouteMapArguments {
  map: string;
  action?: "permit" | "deny";
  sequence?: number;
}

export const routeMap = globalCommand<"routeMapEntry", RouteMapArguments>({
  syntax: "route-map <map:name> [<action:permit|deny>] [<sequence:0-65535>]",
  kind: "routeMapEntry",
  opens: "route-map",
  removesElement: true,
  name: (args) => `${args.map} ${args.sequence ?? 10}`,
  create: (args) => ({
    map: args.map,
    sequence: args.sequence ?? 10,
    action: args.action ?? "permit",
    matchAddress: [],
    kept: [],
  }),
  read(entry, args) {
    entry.action = args.action ?? entry.action;
    return undefined;
  },
  normalise: (args) =>
    args.action !== undefined && args.sequence !== undefined
      ? args
      : { map: args.map, action: args.action ?? "permit", sequence: args.sequence ?? 10 },
  write: (entry) => [{ map: entry.map, action: entry.action, sequence: entry.sequence }],
  removedNames(names, { map, sequence }) {
    if (map === undefined) return [];
    return sequence === undefined ? [...names].filter((name) => name.startsWith(`${map} `)) : [`${map} ${sequence}`];
  },
  summary: "An entry of a route map, which selects packets or routes; NAT uses it to leave VPN traffic alone.",
  source: "Cisco IOS IP Routing: Protocol-Independent Command Reference, route-map",
});

export const routeMapMatchAddress = sectionCommand<RouteMapEntry, { matchAddress: readonly string[] }>({
  syntax: "match ip address <matchAddress:name>...",
  field: "matchAddress",
  read(entry, args) {
    entry.matchAddress = [...new Set([...entry.matchAddress, ...args.matchAddress])];
    return undefined;
  },
  remove(entry, args) {
    const { matchAddress } = args;
    entry.matchAddress =
      matchAddress === undefined ? [] : entry.matchAddress.filter((name) => !matchAddress.includes(name));
  },
  summary: "Selects what any of these access lists permits.",
  source: "Cisco IOS IP Routing: Protocol-Independent Command Reference, match ip address",
});

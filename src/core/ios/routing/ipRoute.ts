import type { StaticRoute } from "../../model/route.ts";
import { elementNames } from "../../model/router.ts";
import { globalCommand, type Draft } from "../command.ts";

interface RouteArguments {
  vrf?: string;
  network: number;
  mask: number;
  nextHop?: number;
  interface?: string;
  dhcp?: true;
  distance?: number;
  tag?: number;
  permanent?: true;
  name?: string;
  track?: number;
}

export const ipRoute = globalCommand<"staticRoute", RouteArguments>({
  syntax:
    "ip route [vrf <vrf:name>] <network:address> <mask:mask> {<interface:interface> {dhcp} | {dhcp} | <interface:interface> [<nextHop:address>] | <nextHop:address>} [[<distance:1-255>] [tag <tag:1-4294967295>] [permanent] [name <name:word>] [track <track:1-1000>]]",
  kind: "staticRoute",
  removesElement: true,
  replaces: true,
  name: (args) => elementNames.staticRoute(routeOf(args)),
  create: routeOf,
  normalise(args) {
    if (args.distance !== 1) return args;
    const { distance: _default, ...rest } = args;
    return rest;
  },
  write(route) {
    return [route.routeName === undefined ? route : { ...route, name: route.routeName }];
  },
  removedNames(names, args) {
    if (args.network === undefined || args.mask === undefined) return [];
    const whole = elementNames.staticRoute(routeOf({ ...args, network: args.network, mask: args.mask }));
    const held = [...names];
    // The very route where there is one: a route that begins alike, such as one by DHCP, is another.
    if (held.includes(whole)) return [whole];
    return args.nextHop === undefined ? held.filter((name) => name.startsWith(`${whole} `)) : [];
  },
  summary: "A route that does not change: packets for these networks go to this next hop or interface.",
  source: "Cisco IOS IP Routing: Protocol-Independent Command Reference, ip route",
  words: {
    vrf: "The routing table that the route belongs to.",
    network: "The network that the route leads to.",
    mask: "Its subnet mask.",
    nextHop: "The router to send to.",
    interface: "The interface to send by.",
    dhcp: "The next hop is the gateway that DHCP tells.",
    distance: "1 to 255; routes with the least win. 1 without it.",
    permanent: "Stays when the interface goes down.",
    name: "A note on the route.",
    track: "Holds only while this object is up.",
  },
});

/** Fields are set one by one, since a hub has thousands of routes and a spread is slow. */
function routeOf(args: RouteArguments): Draft<StaticRoute> {
  const { dhcp, distance, interface: by, name, nextHop, permanent, tag, track, vrf } = args;
  const { mask, network } = args;
  const route: Draft<StaticRoute> = nextHop === undefined ? { network, mask } : { network, mask, nextHop };
  if (vrf !== undefined) route.vrf = vrf;
  if (by !== undefined) route.interface = by;
  if (dhcp === true) route.dhcp = true;
  if (distance !== undefined && distance !== 1) route.distance = distance;
  if (tag !== undefined) route.tag = tag;
  if (name !== undefined) route.routeName = name;
  if (permanent === true) route.permanent = true;
  if (track !== undefined) route.track = track;
  return route;
}

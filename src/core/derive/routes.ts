import type { Interface } from "../model/interface.ts";
import type { StaticRoute } from "../model/route.ts";
import type { Elements } from "../model/router.ts";
import { maskOfLength, prefixContains, prefixOfMask, wildcardOfLength, type Ipv4Prefix } from "../net/ipv4.ts";
import { memoByIdentity } from "./identityMemo.ts";

/** A way that a packet may leave a router. */
export interface RouteChoice {
  readonly interface: string;
  /** Undefined for a connected network. */
  readonly route: StaticRoute | undefined;
  /** The route's name among the router's static routes. */
  readonly name: string | undefined;
  /** Administrative distance: 0 connected, 1 to 254 static. */
  readonly distance: number;
}

/**
 * Where a destination is sent, as far as the text tells.
 * - known: `choices` are of equal worth, several where the router shares the load.
 * - no-route: there are static routes, and none fits.
 * - unstated: there are no routes in the text at all.
 * - unknown: a routing protocol may know a route.
 */
export type RouteAnswer =
  | {
      readonly kind: "known";
      readonly prefix: Ipv4Prefix;
      readonly choices: readonly RouteChoice[];
      /** A routing protocol runs too, and may know a longer prefix than this one. */
      readonly protocol: string | undefined;
    }
  | { readonly kind: "no-route" }
  | { readonly kind: "unstated" }
  | { readonly kind: "unknown"; readonly protocol: string };

/** A router's connected and static routes, and the routing protocol that it runs, if any. */
export interface RoutingTable {
  lookUp(destination: Ipv4Prefix, vrf?: string): RouteAnswer;
  /** The routes that would be taken if the best ones were gone: floating ones and those to shorter prefixes. */
  lessPreferred(destination: Ipv4Prefix, vrf?: string): readonly RouteChoice[];
  readonly protocol: string | undefined;
}

export function routingTable(elements: Elements): RoutingTable {
  return tableOf(elements.interface, elements.staticRoute, elements.keptBlock);
}

/** A default route that DHCP brings; IOS gives it this distance unless told otherwise. */
const dhcpDistance = 254;

/** IOS resolves the next hop of a next hop; a loop of routes must end somewhere. */
const deepestRecursion = 8;

type TableKeys = readonly [Elements["interface"], Elements["staticRoute"], Elements["keptBlock"]];

const tableOf = memoByIdentity((...[interfaces, routes, kept]: TableKeys): RoutingTable => {
  const protocol = routingProtocol(kept);
  const tables = new Map<string, VrfTable>();
  const tableFor = (vrf: string) => {
    let table = tables.get(vrf);
    if (!table) tables.set(vrf, (table = vrfTable(vrf, interfaces, routes)));
    return table;
  };
  return {
    protocol,
    lookUp(destination, vrf = "") {
      const table = tableFor(vrf);
      const found = table.covering(destination) ?? table.within(destination);
      if (found) return { kind: "known", prefix: found.prefix, choices: found.choices, protocol };
      if (protocol !== undefined) return { kind: "unknown", protocol };
      return { kind: table.hasRoutes ? "no-route" : "unstated" };
    },
    lessPreferred: (destination, vrf = "") => tableFor(vrf).lessPreferred(destination),
  };
});

interface Found {
  readonly prefix: Ipv4Prefix;
  readonly choices: readonly RouteChoice[];
}

interface VrfTable {
  readonly hasRoutes: boolean;
  /** The longest prefix that holds all of the destination. */
  covering(destination: Ipv4Prefix): Found | undefined;
  lessPreferred(destination: Ipv4Prefix): readonly RouteChoice[];
  /** Where none does: the routes to its parts, which is how one reaches "any" without a default route. */
  within(destination: Ipv4Prefix): Found | undefined;
}

function vrfTable(vrf: string, interfaces: Elements["interface"], routes: Elements["staticRoute"]): VrfTable {
  const byLength = new Map<number, Map<number, RouteChoice[]>>();
  const lengths: number[] = [];
  const enter = (prefix: Ipv4Prefix, choice: RouteChoice) => {
    let networks = byLength.get(prefix.length);
    if (!networks) {
      byLength.set(prefix.length, (networks = new Map<number, RouteChoice[]>()));
      const at = lengths.findIndex((length) => length < prefix.length);
      lengths.splice(at < 0 ? lengths.length : at, 0, prefix.length);
    }
    const same = networks.get(prefix.network);
    if (same) same.push(choice);
    else networks.set(prefix.network, [choice]);
  };

  const up = [...interfaces.values()].filter((one) => !one.shutdown && (one.vrf ?? "") === vrf);
  for (const one of up) {
    for (const prefix of connectedPrefixes(one))
      enter(prefix, { interface: one.name, route: undefined, name: undefined, distance: 0 });
    if (one.address?.kind === "dhcp") {
      enter(
        { network: 0, length: 0 },
        { interface: one.name, route: undefined, name: undefined, distance: dhcpDistance },
      );
    }
  }

  const ours = [...routes].filter(([, route]) => (route.vrf ?? "") === vrf);
  const holding = (address: number, longerThan: number) => {
    for (const length of lengths) {
      if (length <= longerThan) return undefined;
      const network = (address & maskOfLength(length)) >>> 0;
      const choices = byLength.get(length)?.get(network);
      if (choices) return { prefix: { network, length }, choices };
    }
    return undefined;
  };
  /** `ip route vrf … global` and routes between VRFs have a next hop on an interface of another table. */
  const enterThroughAnotherVrf = ([name, route]: readonly [string, StaticRoute]) => {
    const { nextHop } = route;
    const prefix = prefixOfMask(route.network, route.mask);
    if (!prefix || nextHop === undefined) return false;
    const exit = [...interfaces.values()].find(
      (one) => !one.shutdown && connectedPrefixes(one).some((network) => prefixContains(network, nextHop)),
    );
    if (exit) enter(prefix, { interface: exit.name, route, name, distance: route.distance ?? 1 });
    return exit !== undefined;
  };
  // Routes whose next hop is connected come first, since others may lean on them.
  let waiting = ours;
  for (let round = 0; round < deepestRecursion && waiting.length > 0; round += 1) {
    const entered: (readonly [Ipv4Prefix, RouteChoice])[] = [];
    const left = waiting.filter(([name, route]) => {
      const prefix = prefixOfMask(route.network, route.mask);
      if (!prefix) return false;
      // A default route resolves no next hop: IOS would chase its own tail.
      const through =
        route.interface ?? (route.nextHop === undefined ? undefined : holding(route.nextHop, 0)?.choices[0]?.interface);
      if (through === undefined) return true;
      const exit = interfaces.get(through);
      if (!exit?.shutdown) entered.push([prefix, { interface: through, route, name, distance: route.distance ?? 1 }]);
      return false;
    });
    for (const [prefix, choice] of entered) enter(prefix, choice);
    const settled = left.length === waiting.length;
    waiting = left;
    if (settled) break;
  }
  if (vrf !== "") waiting = waiting.filter((route) => !enterThroughAnotherVrf(route));
  // A next hop that no known network holds may be a neighbour on an interface whose address isn't in the text.
  const nameless = up.filter((one) => one.address?.kind !== "static" && one.address?.kind !== "unnumbered");
  const leased = up.filter((one) => one.address?.kind === "dhcp");
  for (const [name, route] of waiting) {
    const prefix = prefixOfMask(route.network, route.mask);
    if (!prefix || (route.nextHop === undefined && route.dhcp !== true)) continue;
    for (const one of route.dhcp === true ? leased : nameless)
      enter(prefix, { interface: one.name, route, name, distance: route.distance ?? 1 });
  }

  const nearest = (all: readonly RouteChoice[]) => {
    if (all.length < 2) return all;
    const least = Math.min(...all.map((choice) => choice.distance));
    return all.filter((choice) => choice.distance === least);
  };
  const covering = (destination: Ipv4Prefix): Found | undefined => {
    for (const length of lengths) {
      if (length > destination.length) continue;
      const network = (destination.network & maskOfLength(length)) >>> 0;
      const choices = byLength.get(length)?.get(network);
      if (choices) return { prefix: { network, length }, choices: nearest(choices) };
    }
    return undefined;
  };
  return {
    hasRoutes: ours.length > 0 || up.some((one) => one.address?.kind === "dhcp"),
    covering,
    lessPreferred(destination) {
      const best = covering(destination)?.choices ?? [];
      return lengths
        .filter((length) => length <= destination.length)
        .flatMap((length) => byLength.get(length)?.get((destination.network & maskOfLength(length)) >>> 0) ?? [])
        .filter((choice) => !best.includes(choice));
    },
    within(destination) {
      const last = destination.network + wildcardOfLength(destination.length);
      const inside: RouteChoice[] = [];
      for (const [length, networks] of byLength) {
        if (length <= destination.length) continue;
        for (const [network, choices] of networks) {
          if (network < destination.network || network > last) continue;
          inside.push(...choices.filter((choice) => choice.route !== undefined));
        }
      }
      return inside.length > 0 ? { prefix: destination, choices: inside } : undefined;
    },
  };
}

/** The networks that an interface stands in; a mask with holes or of no length stands for none. */
export function connectedPrefixes(one: Interface): readonly Ipv4Prefix[] {
  const prefixes: Ipv4Prefix[] = [];
  if (one.address?.kind === "static") enterPrefix(prefixes, one.address.address, one.address.mask);
  for (const { address, mask } of one.secondaryAddresses) enterPrefix(prefixes, address, mask);
  return prefixes;
}

function enterPrefix(prefixes: Ipv4Prefix[], address: number, mask: number): void {
  const prefix = prefixOfMask(address, mask);
  if (prefix && prefix.length > 0) prefixes.push(prefix);
}

/** The name of a routing protocol that runs on the router: its routes are not in the text. */
function routingProtocol(kept: Elements["keptBlock"]): string | undefined {
  for (const block of kept.values()) {
    const match = /^router (\S+)/.exec(block.lines[0] ?? "");
    if (match) return match[1];
  }
  return undefined;
}

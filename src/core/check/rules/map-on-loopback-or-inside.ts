import { cryptoMapSets, type CryptoMapSet } from "../../derive/cryptoMapSet.ts";
import { ownName } from "../../derive/routerNames.ts";
import { routingTable } from "../../derive/routes.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import type { Interface } from "../../model/interface.ts";
import type { Router } from "../../model/router.ts";
import { lengthOfMask, prefixOf, type Ipv4Address } from "../../net/ipv4.ts";
import type { Fix } from "../finding.ts";
import { routerRule } from "../rule.ts";

/** A map looks only at packets that leave by the interface which carries it. */
export const mapOnLoopbackOrInside = routerRule({
  id: "map-on-loopback-or-inside",
  severity: "warning",
  fix: "ask",
  docs: {
    what: "A crypto map is on a loopback, or on an interface that none of its peers is reached by.",
    why: "Packets for the tunnel leave by another interface, where no map looks at them.",
    remedy: "Put the map on the interface that the route to the peers leaves by; a loopback serves as `local-address`.",
    source: "Cisco, Security for VPNs with IPsec, Applying Crypto Map Sets to Interfaces",
  },
  messages: {
    loopback: "{router}: crypto map {map} is on {interface}, which no packet for a peer leaves by.",
    elsewhere: "{router}: crypto map {map} is on {interface}, but the way to its peers leaves by {exits}.",
  },
  check(router, report) {
    for (const set of cryptoMapSets(router.elements).values()) {
      // A hub has a thousand peers, and most often the way to the first one settles it.
      const doubtful = set.carriers.filter((carrier) => isLoopback(carrier) || !leadsToPeer(router, set, carrier));
      if (set.entries.length === 0 || doubtful.length === 0) continue;
      const exits = exitsToPeers(router, set);
      for (const carrier of doubtful) {
        const isElsewhere = exits !== undefined && exits.size > 0 && !exits.has(carrier.name) && !isTunnel(carrier);
        if (!isLoopback(carrier) && !isElsewhere) continue;
        report({
          message: isLoopback(carrier) ? "loopback" : "elsewhere",
          data: {
            router: ownName(router),
            map: set.name,
            interface: carrier.name,
            exits: [...(exits ?? [])].join(", "),
          },
          places: [{ router: router.id, kind: "interface", name: carrier.name, field: "cryptoMap" }],
          fixes: moveFixes(router, carrier, exits),
        });
      }
    }
  },
  complete(design, _fix, [place], value) {
    const interfaces = design.routers.get(place.router)?.elements.interface;
    const from = interfaces?.get(place.name);
    const into = interfaces?.get(value);
    if (!from?.cryptoMap || !into) return [];
    const { cryptoMap, ...bare } = from;
    return [putEdit(place.router, "interface", bare), putEdit(place.router, "interface", { ...into, cryptoMap })];
  },
});

function isLoopback(one: Interface): boolean {
  return one.name.startsWith("Loopback");
}

/** Whether the way to some peer leaves by an interface. */
function leadsToPeer(router: Router, set: CryptoMapSet, carrier: Interface): boolean {
  const table = routingTable(router.elements);
  for (const peer of set.byPeer.keys()) {
    const answer = table.lookUp(prefixOf(peer, 32), carrier.vrf);
    if (answer.kind === "known" && answer.choices.some((choice) => choice.interface === carrier.name)) return true;
  }
  return false;
}

/** Every interface that a peer may be reached by, now or when a route fails; undefined where that is not told. */
function exitsToPeers(router: Router, set: CryptoMapSet): ReadonlySet<string> | undefined {
  const table = routingTable(router.elements);
  // A dynamic map's peers may come in anywhere.
  if (set.anchors.length > 0 || table.protocol !== undefined) return undefined;
  const vrfs = new Set(set.carriers.map((carrier) => carrier.vrf));
  const exits = new Set<string>();
  for (const peer of set.byPeer.keys()) {
    for (const vrf of vrfs) {
      const answer = table.lookUp(prefixOf(peer, 32), vrf);
      if (answer.kind === "unknown" || answer.kind === "unstated") return undefined;
      if (answer.kind === "known") for (const choice of answer.choices) exits.add(choice.interface);
      enterStaticExits(exits, router, peer, vrf);
    }
  }
  return exits;
}

/** Where every static route that holds an address leads: a floating one takes over when a better one goes. */
function enterStaticExits(
  exits: Set<string>,
  { elements }: Router,
  address: Ipv4Address,
  vrf: string | undefined,
): void {
  for (const route of elements.staticRoute.values()) {
    if (route.vrf !== vrf || ((address ^ route.network) & route.mask) !== 0) continue;
    if (lengthOfMask(route.mask) === undefined) continue;
    if (route.interface !== undefined) exits.add(route.interface);
    else if (route.nextHop !== undefined) {
      const answer = routingTable(elements).lookUp(prefixOf(route.nextHop, 32), vrf);
      if (answer.kind === "known") for (const choice of answer.choices) exits.add(choice.interface);
    }
  }
}

/** Before 12.2(13)T a tunnel interface had to carry the map of its physical interface. */
function isTunnel(one: Interface): boolean {
  return one.tunnel !== undefined || one.name.startsWith("Tunnel");
}

function moveFixes(router: Router, carrier: Interface, exits: ReadonlySet<string> | undefined): readonly Fix[] {
  const wanted = [...(exits ?? [])];
  const free = [...router.elements.interface.values()]
    .filter(
      (one) => !one.cryptoMap && one.address && !one.shutdown && !isTunnel(one) && !one.name.startsWith("Loopback"),
    )
    .map((one) => one.name);
  const likely = wanted.filter((name) => free.includes(name));
  const choices = likely.length > 0 ? likely : free;
  if (choices.length === 0) return [];
  return [
    {
      title: `Move crypto map ${carrier.cryptoMap?.name ?? ""} from ${carrier.name} to the way out`,
      safe: false,
      edits: [],
      needs: { label: "Interface towards the peers", type: "choice", choices },
    },
  ];
}

import { connectedPrefixes, routingTable } from "../derive/routes.ts";
import type { PeeringEnd } from "../derive/peering.ts";
import type { Design } from "../model/design.ts";
import type { Interface } from "../model/interface.ts";
import type { StaticRoute } from "../model/route.ts";
import { elementName, type Elements, type Router } from "../model/router.ts";
import {
  formatIpv4,
  formatPrefix,
  maskOfLength,
  parseIpv4,
  parsePrefix,
  prefixContains,
  type Ipv4Address,
  type Ipv4Prefix,
} from "../net/ipv4.ts";
import type { JudgedPeering } from "../negotiate/trace.ts";
import { changeEntry, entryAt, entryTitle, type CryptoEntry } from "./cryptoEntries.ts";
import type { Fix } from "./finding.ts";
import type { PeeringRouters } from "./rule.ts";

/** One end of a peering with its router, and the address of the other end as this one knows it. */
export interface NearEnd {
  readonly router: Router;
  readonly end: PeeringEnd;
  readonly peer: Ipv4Address | undefined;
}

/** The end of a peering whose display name a refusal calls `near`. */
export function nearEnd({ peering }: JudgedPeering, routers: PeeringRouters, near: string): NearEnd {
  const { a, b } = peering;
  const isB = b !== null && routers.b !== null && near === routers.nameB;
  const [end, other] = isB ? [b, a] : [a, b];
  const configured = parseIpv4(end.peer?.configured ?? "");
  return { router: isB ? routers.b : routers.a, end, peer: configured ?? other?.address ?? undefined };
}

/** The ends' routers as they are in the design that fixes are made for: the rest of a router may have changed since it was judged. */
export function routersIn({ routers }: Pick<Design, "routers">, ends: PeeringRouters): PeeringRouters {
  return { ...ends, a: routers.get(ends.a.id) ?? ends.a, b: ends.b && (routers.get(ends.b.id) ?? ends.b) };
}

/** The way towards a peer that a static route may name; undefined where the text doesn't tell the next hop. */
export function gatewayOf({ router, end, peer }: NearEnd): Pick<StaticRoute, "nextHop" | "interface"> | undefined {
  const { elements } = router;
  const carriers = carriersOf(elements, end);
  const table = routingTable(elements);
  for (const carrier of carriers) {
    if (peer !== undefined) {
      const known = table.lookUp({ network: peer, length: 32 }, carrier.vrf);
      const choice = known.kind === "known" ? known.choices.find((one) => one.interface === carrier.name) : undefined;
      if (choice?.route?.nextHop !== undefined) return { nextHop: choice.route.nextHop };
      // On the link itself: a default route that DHCP brings is none of the text's either.
      if (choice?.distance === 0) return { nextHop: peer };
    }
    const neighbour = neighbourOn(elements, carrier);
    if (neighbour !== undefined) return { nextHop: neighbour };
    if (/^(Serial|Dialer|Cellular|ATM|Multilink)/.test(carrier.name)) return { interface: carrier.name };
  }
  return undefined;
}

/** Writes a route to a network by the way to the peer. */
export function routeFix(near: NearEnd, network: string, name: string): readonly Fix[] {
  const prefix = network === "any" ? { network: 0, length: 0 } : prefixFrom(network);
  const gateway = gatewayOf(near);
  if (!prefix || !gateway) return [];
  const carrier = carriersOf(near.router.elements, near.end)[0];
  const route: StaticRoute = {
    ...(carrier?.vrf !== undefined && { vrf: carrier.vrf }),
    network: prefix.network,
    mask: maskOfLength(prefix.length),
    ...gateway,
  };
  const by = gateway.nextHop === undefined ? (gateway.interface ?? "") : formatIpv4(gateway.nextHop);
  return [
    {
      title: `Route ${formatPrefix(prefix)} to ${by} on ${name}`,
      safe: false,
      edits: [
        {
          op: "put",
          key: { router: near.router.id, kind: "staticRoute", name: elementName("staticRoute", route) },
          element: route,
        },
      ],
    },
  ];
}

/** Lets the entry bring the route itself. That needs networks in the list, and a way to the peer. */
export function reverseRouteFix(near: NearEnd, name: string): readonly Fix[] {
  const entry = entryOf(near);
  if (!entry || entry.body.reverseRoute || gatewayOf(near) === undefined) return [];
  const list = near.router.elements.accessList.get(entry.body.matchAddress ?? "");
  const hasAny = list?.lines.some(
    (line) =>
      line.kind === "entry" &&
      line.action === "permit" &&
      [line.source, line.destination].some((side) => side.kind === "addresses" && side.wildcard === 0xffffffff),
  );
  if (hasAny !== false && entry.kind === "cryptoMapEntry") return [];
  return [
    {
      title: `Let reverse-route of ${entryTitle(entry)} on ${name} bring the route`,
      safe: false,
      edits: [changeEntry(entry, { reverseRoute: entry.kind === "cryptoMapEntry" ? { static: true } : {} })],
    },
  ];
}

function entryOf({ router, end }: NearEnd): CryptoEntry | undefined {
  const { dynamicMap } = end;
  const place = dynamicMap
    ? ({ router: router.id, kind: "dynamicMapEntry", name: `${dynamicMap.name} ${dynamicMap.sequence}` } as const)
    : ({ router: router.id, kind: "cryptoMapEntry", name: `${end.cryptoMap} ${end.sequence}` } as const);
  return entryAt({ routers: new Map([[router.id, router]]) }, place);
}

function carriersOf(elements: Elements, end: PeeringEnd): readonly Interface[] {
  const carriers = [...elements.interface.values()].filter((one) => one.cryptoMap?.name === end.cryptoMap);
  return [...carriers].sort((one, other) => Number(other.name === end.interface) - Number(one.name === end.interface));
}

/** The router that an interface's other routes name; else the only other address of a link between two. */
function neighbourOn({ staticRoute }: Elements, carrier: Interface): Ipv4Address | undefined {
  const prefixes = connectedPrefixes(carrier);
  for (const { nextHop } of staticRoute.values()) {
    if (nextHop !== undefined && prefixes.some((prefix) => prefixContains(prefix, nextHop))) return nextHop;
  }
  const [link] = prefixes;
  if (carrier.address?.kind !== "static" || !link) return undefined;
  const own = carrier.address.address;
  if (link.length === 31) return (own ^ 1) >>> 0;
  return link.length === 30 ? (link.network + 3 - (own - link.network)) >>> 0 : undefined;
}

/** A prefix, or one address that stands without its length. */
function prefixFrom(text: string): Ipv4Prefix | undefined {
  const address = parseIpv4(text);
  return address === undefined ? parsePrefix(text) : { network: address, length: 32 };
}

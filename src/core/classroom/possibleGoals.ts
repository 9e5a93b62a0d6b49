import type { CheckResult } from "../check/check.ts";
import { routerNames } from "../derive/routerNames.ts";
import { connectedPrefixes } from "../derive/routes.ts";
import { protocolName, type Selector } from "../derive/selector.ts";
import { transformSetNamed } from "../derive/transforms.ts";
import type { Design } from "../model/design.ts";
import { formatIpv4, formatPrefix } from "../net/ipv4.ts";
import { prefixOfSet } from "../net/wildcard.ts";
import { tunnelPacket } from "../play/tunnelPacket.ts";
import { describeGoal, type Goal } from "./goal.ts";
import { judgeGoals } from "./judgeGoals.ts";
import { protectedTraffic } from "./protectedTraffic.ts";

/** What is true of a design and can be asked for in a scenario: whoever writes one chooses among these. */
export function possibleGoals(design: Design, result: CheckResult): readonly Goal[] {
  const wanted = [
    ...peeringGoals(design, result),
    ...trafficGoals(design, result),
    ...packetGoals(design, result),
    ...clientGoals(design),
    ...quietGoals,
  ];
  const distinct = [...new Map(wanted.map((goal) => [describeGoal(goal), goal])).values()];
  return judgeGoals(design, result, distinct)
    .filter(({ isReached }) => isReached)
    .map(({ goal }) => goal);
}

const quietGoals: readonly Goal[] = [
  { kind: "severity", severity: "error" },
  { kind: "severity", severity: "warning" },
];

function peeringGoals(design: Design, { peerings }: CheckResult): readonly Goal[] {
  const names = routerNames(design.routers);
  return peerings.flatMap(({ peering: { a, b, kind }, status, aToB, bToA }): readonly Goal[] => {
    const [one, other] = [names.get(a.router), b ? names.get(b.router) : undefined];
    if (one === undefined || other === undefined) return [];
    const routers: [string, string] = [one, other];
    const set = (aToB?.phase2 ?? bToA?.phase2)?.transformSet.a;
    const elements = design.routers.get(a.router)?.elements;
    const transforms = elements && set !== undefined ? transformSetNamed(elements, set)?.transforms : undefined;
    const goals: Goal[] = [
      { kind: "peering", routers, statuses: status === "agreed" ? ["agreed"] : ["agreed", "one-way"] },
    ];
    if (kind !== "ikev2") goals.push({ kind: "peering", routers, statuses: ["agreed", "one-way"], type: kind });
    if (transforms) goals.push({ kind: "transforms", routers, transforms: [...transforms] });
    return goals;
  });
}

function trafficGoals(design: Design, { peerings }: CheckResult): readonly Goal[] {
  const names = routerNames(design.routers);
  return protectedTraffic(design, peerings).flatMap(({ from, to, selectors }) =>
    selectors.flatMap((selector): readonly Goal[] => {
      const networks = networksOf(selector);
      const [router, far] = [names.get(from), names.get(to)];
      if (!networks || router === undefined || far === undefined) return [];
      return [{ kind: "traffic", router, ...networks, fate: "protected", to: far }];
    }),
  );
}

/** A host of the Internet: an address for documentation. */
const OUTSIDE = "192.0.2.80";

/** Where a tunnel is for a protocol or a port, a packet of it; and where a router translates, that what is for elsewhere still is. */
function packetGoals(design: Design, { peerings }: CheckResult): readonly Goal[] {
  const ofTunnels = peerings.flatMap(({ peering }): readonly Goal[] => {
    const packet = tunnelPacket(design, peering);
    const protocol = packet?.protocol === undefined ? undefined : protocolName(packet.protocol);
    if (!packet || (protocol !== "icmp" && protocol !== "tcp" && protocol !== "udp")) return [];
    const { destination, destinationPort, source, sourcePort } = packet;
    return [
      {
        kind: "packet",
        source: formatIpv4(source),
        destination: formatIpv4(destination),
        protocol,
        ...(sourcePort !== undefined && { sourcePort }),
        ...(destinationPort !== undefined && { destinationPort }),
        fate: "protected",
      },
    ];
  });
  const translating = [...design.routers.values()].filter(({ elements }) => elements.natRule.size > 0);
  const ofTranslators = translating.flatMap(({ elements }) =>
    [...elements.interface.values()].flatMap((one): readonly Goal[] => {
      const [network] = one.nat === "inside" ? connectedPrefixes(one) : [];
      if (!network || network.length > 28) return [];
      const source = formatIpv4((network.network + 10) >>> 0);
      const packet = { source, destination: OUTSIDE, protocol: "tcp" as const, destinationPort: 443 };
      return [{ kind: "packet", ...packet, fate: "clear", translated: true }];
    }),
  );
  return [...ofTunnels, ...ofTranslators];
}

/** A goal speaks of whole networks; what is selected by protocol or with holes has none. */
function networksOf(selector: Selector): { readonly source: string; readonly destination: string } | undefined {
  const [source, destination] = [prefixOfSet(selector.source), prefixOfSet(selector.destination)];
  if (selector.protocol !== "ip" || !source || !destination) return undefined;
  return { source: formatPrefix(source), destination: formatPrefix(destination) };
}

function clientGoals(design: Design): readonly Goal[] {
  const names = routerNames(design.routers);
  return [...design.remoteClients.values()].flatMap(({ gateway, group }): readonly Goal[] => {
    const name = gateway === undefined ? undefined : names.get(gateway);
    return name === undefined || group === undefined ? [] : [{ kind: "clients", gateway: name, group }];
  });
}

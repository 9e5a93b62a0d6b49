import { normalAccessList } from "../derive/cryptoAccessList.ts";
import { firstMatches } from "../derive/firstMatch.ts";
import type { PeeringEnd } from "../derive/peering.ts";
import { viewOfEnd } from "../derive/peerings.ts";
import { transformProtocols, usableTransformSets } from "../derive/transforms.ts";
import { hostAddress, type UnnumberedLine } from "../edit/accessListLines.ts";
import type { Place, Router } from "../model/router.ts";
import { formatIpv4, parseIpv4, type Ipv4Address } from "../net/ipv4.ts";
import { ANY_ADDRESS, hostSet } from "../net/wildcard.ts";
import type { JudgedPeering, Refusal } from "../negotiate/trace.ts";
import { insertBefore, linePlace } from "./cryptoLists.ts";
import type { Fix } from "./finding.ts";
import { refusalsOf } from "./projection.ts";
import { routersIn } from "./routeFixes.ts";
import type { PeeringRouters, Report } from "./rule.ts";

type FilterRule = "acl-blocks-ike" | "acl-blocks-natt" | "acl-blocks-esp" | "acl-blocks-ah";

/** Something that an inbound access list has to let through for a tunnel to work. */
export interface Passenger {
  readonly rule: FilterRule;
  readonly protocol: number;
  readonly port?: number;
  /** "UDP 500 (IKE)". */
  readonly text: string;
}

/** The messages that every rule about such a passenger has. */
export const filterMessages = {
  blocked: "{near}: ACL {list} on {interface} does not let {passenger} in from {far} ({source}).",
  unsure:
    "{near}: ACL {list} on {interface} may not let {passenger} in from {far}; that depends on an address that the text does not tell.",
};

/**
 * What the negotiation engine found of a passenger at either end; and where nobody answers, what the entry's own router would do
 * with the answers.
 */
export function filterReports(
  judged: JudgedPeering,
  routers: PeeringRouters,
  passenger: Passenger,
): readonly Report<keyof typeof filterMessages>[] {
  const natOnPath = routers.a.natOnPath ?? routers.b?.natOnPath;
  const refusals = judged.peering.b
    ? refusalsOf(judged, passenger.rule)
    : aloneRefusals(routers.a, routers.nameA, judged.peering.a, passenger);
  return refusals.flatMap((refusal): Report<keyof typeof filterMessages>[] => {
    const { failedAt, data, places } = refusal;
    const addresses = { source: parseIpv4(data.source), destination: parseIpv4(data.destination) };
    const isKnown = addresses.source !== undefined && addresses.destination !== undefined;
    // NAT traversal that nobody needs, from nobody knows where, is not worth a word.
    if (!isKnown && failedAt === undefined && passenger.port === 4500 && !natOnPath) return [];
    const isUnsure = failedAt === undefined && !isKnown;
    return [
      {
        message: isUnsure ? "unsure" : "blocked",
        severity: failedAt !== undefined ? "error" : isUnsure ? "info" : "warning",
        data: { ...data, passenger: passenger.text },
        places,
        fixes: ({ design }) => permitFixes(routersIn(design, routers), refusal, passenger, addresses),
      },
    ];
  });
}

function permitFixes(
  { a, b }: PeeringRouters,
  { data, places: [place] }: Refusal<FilterRule>,
  passenger: Passenger,
  { source, destination }: { readonly source: Ipv4Address | undefined; readonly destination: Ipv4Address | undefined },
): readonly Fix[] {
  const router = [a, b].find((one) => one?.id === place?.router);
  const list = router?.elements.accessList.get(place?.name ?? "");
  if (!router || !list || source === undefined || destination === undefined) return [];
  const line: UnnumberedLine = {
    kind: "entry",
    action: "permit",
    // A standard list can only let the peer in altogether.
    protocol: list.type === "standard" ? "ip" : passenger.protocol,
    source: hostAddress(source),
    destination: list.type === "standard" ? { kind: "addresses", ...ANY_ADDRESS } : hostAddress(destination),
    ...(list.type === "extended" &&
      passenger.port !== undefined && { destinationPorts: { operator: "eq", ports: [passenger.port] } }),
    options: [],
  };
  const before = typeof place?.item === "number" ? place.item : Number.POSITIVE_INFINITY;
  return [
    {
      title: `Permit ${list.type === "standard" ? "all" : passenger.text} from ${formatIpv4(source)} in ACL ${list.name} on ${data.near}`,
      safe: false,
      edits: [insertBefore(router, list, before, [line], true)],
    },
  ];
}

const [espProtocol, ahProtocol] = [50, 51];

/** The lists of one router against a peer whose own text is not at hand. */
function aloneRefusals(
  router: Router,
  name: string,
  end: PeeringEnd,
  { rule, protocol, port }: Passenger,
): readonly Refusal<FilterRule>[] {
  const view = viewOfEnd(router, end);
  const peer = parseIpv4(end.peer?.configured ?? "");
  if (!view || peer === undefined || end.address === null) return [];
  const sets = usableTransformSets(router, view.body).map(transformProtocols);
  if (protocol === espProtocol && !sets.some((one) => one.esp)) return [];
  if (protocol === ahProtocol && !sets.some((one) => one.ah)) return [];
  const ports = port === undefined ? null : [{ first: port, last: port }];
  const packet = {
    protocol,
    source: hostSet(peer),
    sourcePorts: ports,
    destination: hostSet(end.address),
    destinationPorts: ports,
  };
  const spansAll = view.set.settings?.localAddress !== undefined;
  const carriers = view.set.carriers.filter((one) => spansAll || one.name === end.interface);
  const blocking = carriers.map((carrier): Refusal<FilterRule> | undefined => {
    const list = normalAccessList(router.elements, carrier.accessGroupIn);
    if (!list || list.identities.length === 0) return undefined;
    const [first] = firstMatches(list, packet);
    if (!first || first.identity?.action === "permit") return undefined;
    const listPlace: Place = first.identity
      ? linePlace(router, list.name, first.identity.sequence)
      : { router: router.id, kind: "accessList", name: list.name };
    const needless = port === 4500 && !router.natOnPath;
    return {
      rule,
      ...(!needless && { failedAt: protocol === 17 ? ("reachability" as const) : ("inbound-check" as const) }),
      data: {
        near: name,
        far: "its peer",
        list: list.name,
        interface: carrier.name,
        source: formatIpv4(peer),
        destination: formatIpv4(end.address ?? 0),
      },
      places: [listPlace, { router: router.id, kind: "interface", name: carrier.name, field: "accessGroupIn" }],
    };
  });
  return blocking.length > 0 && blocking.every((one) => one !== undefined) ? blocking.slice(0, 1) : [];
}

import { cryptoMapSets, type CryptoMapSet } from "../derive/cryptoMapSet.ts";
import { dialectOf } from "../derive/dialect.ts";
import { primaryAddress } from "../derive/interfaceAddresses.ts";
import { mirrorSelector } from "../derive/selector.ts";
import { transformProtocols } from "../derive/transforms.ts";
import type { Interface } from "../model/interface.ts";
import type { Router, RouterId } from "../model/router.ts";
import type { NatRule, StaticNat } from "../model/nat.ts";
import { formatIpv4, isPrivate, type Ipv4Address } from "../net/ipv4.ts";
import { hasTranslatorOnPath } from "../negotiate/interfaceFilters.ts";
import { placeAt } from "../negotiate/party.ts";
import { translate } from "../negotiate/translation.ts";
import type { InstalledPair } from "../simulate/associationPairs.ts";
import type { WalkedPacket } from "./packetWalk.ts";
import { cross, decapsulate, encapsulate, wrapped } from "./walkEncapsulation.ts";
import { decide, lineOf, tryEntries } from "./walkMapEntries.ts";
import { interfaceList, interfaceTowards, isOwnAddress, routeOut, type RouteOut } from "./walkRoute.ts";
import {
  isGroupAddress,
  nameOf,
  routerOf,
  stop,
  tell,
  trafficOf,
  type Arrival,
  type Walker,
  type WrappedPacket,
} from "./walkState.ts";
import { findTunnel, pairsOn } from "./walkTunnel.ts";

/** The associations that carry a packet. */
type Tunnel = Pick<WrappedPacket, "pair" | "peering">;

/** How a packet comes to a router. */
export type Coming =
  /** In clear by an interface; null where the router sends it itself. */
  | { readonly by: "wire"; readonly interface: Interface | null }
  | { readonly by: "tunnel"; readonly pair: InstalledPair };

/** More routers than any sensible way has. */
const mostRouters = 8;

/** Follows a packet through a router and beyond, in the order in which IOS does things. Reference: sections 2.1 and 2.2. */
export function atRouter(walker: Walker, id: RouterId, coming: Coming): Arrival {
  const router = routerOf(walker, id);
  const name = nameOf(walker, id);
  walker.routers.push(id);
  if (walker.routers.length > mostRouters) {
    return stop(walker, {
      kind: "route",
      router: id,
      title: "In circles",
      explains: `The packet came through ${mostRouters} routers and goes on in circles until its time to live is used up.`,
    });
  }
  const refused = coming.by === "wire" ? comesIn(walker, router, coming.interface) : undefined;
  if (refused) return refused;
  const tunnel = ownTunnel(walker, router);
  if (tunnel) {
    walker.inside.pop();
    walker.packet = tunnel.packet;
    return takeOut(walker, tunnel);
  }
  undoTranslation(walker, router, coming);
  if (isOwnAddress(router, walker.packet.destination)) {
    const outcome = `${formatIpv4(walker.packet.destination)} is ${name}'s own address: the packet has arrived.`;
    tell(walker, { kind: "deliver", router: id, verdict: "passes", title: "Arrived", explains: outcome });
    return { fate: fateOf(walker), outcome, at: { router: id, interface: null } };
  }
  const vrf = coming.by === "tunnel" ? coming.pair.other.insideVrf : (coming.interface?.vrf ?? "");
  const route = routeOut(walker, router, vrf);
  const { exit } = route;
  const words = { kind: "route" as const, router: id, title: "Route", places: route.places, rule: route.rule };
  if (!exit) return stop(walker, { ...words, explains: `${route.explains} The packet is dropped.` });
  tell(walker, {
    ...words,
    interface: exit.name,
    verdict: route.known ? "passes" : "unknown",
    explains: route.explains,
  });
  if (route.connected && coming.by === "wire" && coming.interface?.name === exit.name) {
    const outcome = `Both hosts are on the network of ${exit.name}, so they reach each other without ${name}.`;
    tell(walker, {
      kind: "deliver",
      router: id,
      interface: exit.name,
      verdict: "passes",
      title: "Same network",
      explains: outcome,
    });
    return { fate: fateOf(walker), outcome, at: { router: id, interface: exit.name } };
  }
  doTranslation(walker, router, exit);
  return leave(walker, router, exit, route);
}

/** What happens to a packet in clear before it is routed: the interface's list, then the crypto map's own check. */
function comesIn(walker: Walker, router: Router, by: Interface | null): Arrival | undefined {
  const name = nameOf(walker, router.id);
  const from = formatIpv4(walker.packet.source);
  tell(walker, {
    kind: "enter",
    router: router.id,
    interface: by?.name ?? null,
    verdict: "passes",
    title: by ? "Comes in" : `Sent by ${name}`,
    explains: by
      ? `A packet from ${from} to ${formatIpv4(walker.packet.destination)} comes to ${name} by ${by.name}.`
      : `${name} itself sends a packet from ${from} to ${formatIpv4(walker.packet.destination)}.`,
    places: by ? [placeAt({ router }, "interface", by.name)] : [],
  });
  if (!by) return undefined;
  return filter(walker, router, by, "in") ?? checkInbound(walker, router, by);
}

/** An interface's access list on a packet in clear. */
function filter(walker: Walker, router: Router, one: Interface, direction: "in" | "out"): Arrival | undefined {
  const field = direction === "in" ? "accessGroupIn" : "accessGroupOut";
  const list = interfaceList(router, one[field]);
  if (!list) return undefined;
  const { verdict, identity } = decide(list, trafficOf(walker));
  const { line, linePlace } = lineOf(router, list, identity);
  const words = {
    kind: "access-list" as const,
    router: router.id,
    interface: one.name,
    title: direction === "in" ? "Inbound access list" : "Outbound access list",
    places: [...(linePlace ? [linePlace] : []), placeAt({ router }, "interface", one.name, field)],
  };
  const by = line ? `by ${line}` : "by the implicit deny at its end";
  if (verdict !== "taken") {
    const twice = direction === "in" && protectingEntry(walker, router, one);
    return stop(walker, {
      ...words,
      explains: `Access list ${list.name} on ${one.name} drops the packet ${by}.${
        twice
          ? ` Were it let in, the crypto map would drop it all the same: entry ${twice} protects this traffic, and it came in clear.`
          : ""
      }`,
    });
  }
  tell(walker, {
    ...words,
    verdict: "passes",
    explains: `Access list ${list.name} on ${one.name} lets the packet pass ${by}.`,
  });
  return undefined;
}

/** The entry that wants incoming traffic protected; undefined where none does. */
function protectingEntry(walker: Walker, router: Router, by: Interface): string | undefined {
  const set = by.cryptoMap && cryptoMapSets(router.elements).get(by.cryptoMap.name);
  if (!set) return undefined;
  const { trials, taken } = tryEntries(
    router,
    set,
    mirrorSelector(trafficOf(walker)),
    pairsOn(walker, router, by, set),
  );
  return taken && trials.at(-1)?.entry;
}

const protections: ReadonlyMap<number, string> = new Map([
  [50, "ESP"],
  [51, "AH"],
]);

/**
 * Incoming traffic against the crypto map. Seed 004: in clear although it should be protected, it is dropped; not to be protected, it
 * is forwarded; IPsec for somebody else is forwarded.
 */
function checkInbound(walker: Walker, router: Router, by: Interface): Arrival | undefined {
  const { packet } = walker;
  const set = by.cryptoMap && cryptoMapSets(router.elements).get(by.cryptoMap.name);
  const own = isOwnAddress(router, packet.destination);
  const ipsec = protections.get(packet.protocol ?? -1);
  const at = { kind: "inbound-check" as const, router: router.id, interface: by.name, title: "Inbound check" };
  if (ownTunnel(walker, router)) return undefined;
  if (ipsec && own) {
    return stop(walker, {
      ...at,
      title: "No such association",
      explains: `${ipsec} for ${nameOf(walker, router.id)} itself, under an SPI that it does not know: it drops the packet and logs %CRYPTO-4-RECVD_PKT_INV_SPI.`,
    });
  }
  if (!set) return undefined;
  if (ipsec) {
    tell(walker, {
      ...at,
      verdict: "passes",
      explains: `It is ${ipsec}, but not for this router, which takes it to be for some other device and forwards it.`,
    });
    return undefined;
  }
  // IKE has to come in clear.
  if (own && packet.protocol === 17 && [500, 4500].includes(packet.destinationPort ?? 0)) return undefined;
  const { trials, taken } = tryEntries(
    router,
    set,
    mirrorSelector(trafficOf(walker)),
    pairsOn(walker, router, by, set),
  );
  const entries = trials;
  const last = trials.at(-1);
  if (taken) {
    return stop(walker, {
      ...at,
      explains: `The packet came in clear, but entry ${last?.entry ?? ""} protects this traffic, read with source and destination swapped: it is dropped, and %CRYPTO-4-RECVD_PKT_NOT_IPSEC is logged.`,
      places: [...(last?.linePlace ? [last.linePlace] : []), ...(last ? [last.place] : [])],
      entries,
    });
  }
  tell(walker, {
    ...at,
    verdict: "passes",
    explains: `No entry of crypto map ${set.name} protects this traffic, read with source and destination swapped, so a packet in clear is welcome.`,
    entries,
  });
  return undefined;
}

/** On the way in, IPsec comes first and translation second. Seed 004. */
function undoTranslation(walker: Walker, router: Router, coming: Coming): void {
  const outside = coming.by === "tunnel" ? coming.pair.other.carriers[0] : coming.interface;
  if (outside?.nat !== "outside") return;
  const { destination } = walker.packet;
  const flow = walker.translations.find((one) => one.router === router.id && one.global === destination);
  const fixed = [...router.elements.staticNat].find(
    ([, one]) => one.protocol === undefined && one.networkMask === undefined && globalOf(router, one) === destination,
  );
  const original = flow?.original ?? fixed?.[1].local;
  if (original === undefined) return;
  walker.packet = { ...walker.packet, destination: original };
  tell(walker, {
    kind: "nat",
    router: router.id,
    verdict: "passes",
    title: "Translated back",
    explains: `${formatIpv4(destination)} stands for ${formatIpv4(original)} inside.`,
    places: fixed && !flow ? [placeAt({ router }, "staticNat", fixed[0])] : [],
  });
}

/** On the way out, translation comes before the crypto map. Seed 004. */
function doTranslation(walker: Walker, router: Router, exit: Interface): void {
  const { elements } = router;
  if (exit.nat !== "outside" || (elements.natRule.size === 0 && elements.staticNat.size === 0)) return;
  const traffic = trafficOf(walker);
  const { untouched, cause } = translate({ router, insideVrf: exit.vrf ?? "" }, traffic, [exit.name]);
  const { source } = walker.packet;
  const at = { kind: "nat" as const, router: router.id, interface: exit.name, verdict: "passes" as const };
  if (!cause || untouched.length > 0) {
    const exempting = exemption(walker, router);
    tell(walker, {
      ...at,
      title: "Not translated",
      explains: exempting
        ? `${exempting.line} keeps the source as it is, so that the crypto map sees ${formatIpv4(source)}.`
        : `No rule translates ${formatIpv4(source)} here.`,
      places: exempting ? [exempting.place] : [],
    });
    return;
  }
  walker.wasTranslated = true;
  const global = globalOf(router, cause.translator);
  if (global !== null) {
    walker.translations.push({ router: router.id, original: source, global });
    walker.packet = { ...walker.packet, source: global };
  }
  tell(walker, {
    ...at,
    title: "Translated",
    explains: `${cause.by} translates ${formatIpv4(source)} to ${
      global === null ? "an address that the text does not tell" : formatIpv4(global)
    } before the crypto map is asked, so it is asked about the new source.`,
    places: cause.places,
    rule: cause.rule,
  });
}

/** The deny that keeps a packet out of translation. */
function exemption(walker: Walker, router: Router) {
  for (const rule of router.elements.natRule.values()) {
    if (rule.match.kind !== "list") continue;
    const list = interfaceList(router, rule.match.name);
    const found = list && decide(list, trafficOf(walker));
    if (!list || found?.verdict !== "denied") continue;
    const { line, linePlace } = lineOf(router, list, found.identity);
    if (line && linePlace) return { line: `Access list ${list.name}, ${line},`, place: linePlace };
  }
  return undefined;
}

/** What a translator puts in place of the source; null where the text doesn't tell it. */
function globalOf(router: Router, one: NatRule | StaticNat): Ipv4Address | null {
  const ofInterface = (name: string) => primaryAddress(router.elements.interface.get(name), router.elements.interface);
  if ("to" in one) {
    return one.to.kind === "interface"
      ? ofInterface(one.to.name)
      : (router.elements.natPool.get(one.to.name)?.start ?? null);
  }
  return one.global.kind === "address" ? one.global.address : ofInterface(one.global.name);
}

/** The crypto map of the way out, then the tunnel or the wire. */
function leave(walker: Walker, router: Router, exit: Interface, route: RouteOut): Arrival {
  const set = mapOn(router, exit);
  if (!set) {
    tellUncovered(walker, router, exit);
    return leaveInClear(walker, router, exit, route);
  }
  const { trials, taken } = tryEntries(router, set, trafficOf(walker), pairsOn(walker, router, exit, set));
  const last = trials.at(-1);
  const words = {
    kind: "crypto-map" as const,
    router: router.id,
    interface: exit.name,
    title: `Crypto map ${set.name}`,
    entries: trials,
    places: [
      ...(last?.linePlace && last.verdict !== "no-match" ? [last.linePlace] : []),
      ...(taken && last ? [last.place] : [placeAt({ router }, "interface", exit.name, "cryptoMap")]),
    ],
  };
  if (!taken) {
    tell(walker, {
      ...words,
      verdict: "passes",
      explains:
        trials.length === 0
          ? `Crypto map ${set.name} has no entries: the packet goes on in clear.`
          : `No entry permits it, so it goes on in clear.`,
    });
    return leaveInClear(walker, router, exit, route);
  }
  if (isGroupAddress(walker.packet.destination)) {
    return stop(walker, {
      ...words,
      explains: `Entry ${last?.entry ?? ""} takes the packet, but IPsec protects only what goes to one host: traffic to a group fails here. A deny before that permit would let it pass in clear.`,
      rule: "acl-any-multicast",
    });
  }
  tell(walker, {
    ...words,
    verdict: "passes",
    explains: `Entry ${last?.entry ?? ""} takes the packet${last?.line ? ` by ${last.line}` : ""}.`,
  });
  const answer = findTunnel(walker, router, exit, set, taken);
  if (answer.kind === "ends") return answer.arrival;
  const { pair, peering } = answer;
  return (
    encapsulate(walker, router, exit, pair, peering) ??
    followOuter(walker, router, answer) ??
    cross(walker, pair, peering) ??
    takeOut(walker, answer)
  );
}

function mapOn(router: Router, exit: Interface): CryptoMapSet | undefined {
  return exit.cryptoMap && cryptoMapSets(router.elements).get(exit.cryptoMap.name);
}

/** Out of the tunnel at its peer, and on. */
function takeOut(walker: Walker, { pair, peering }: Tunnel): Arrival {
  walker.wasProtected = true;
  if (peering !== null) walker.peerings.push(peering);
  return decapsulate(walker, pair, peering) ?? atRouter(walker, pair.other.router.id, { by: "tunnel", pair });
}

/**
 * What is in a tunnel by now may be what another tunnel is for: of the same router, or of the next one on its way. Then it is the
 * tunnel's packet that is followed, with the other one in it. Seed 001, "IPsec Traffic Nested to Multiple Peers".
 */
function followOuter(walker: Walker, router: Router, { pair, peering }: Tunnel): Arrival | undefined {
  const { packet } = walker;
  const outer = outerPacket(walker, pair);
  if (!outer) return undefined;
  walker.inside.push({ packet, pair, peering, drawn: wrapped(walker, pair) });
  walker.packet = outer;
  const arrival = nestHere(walker, router, pair) ?? nestNext(walker, router, pair);
  if (arrival) return arrival;
  walker.inside.pop();
  walker.packet = packet;
  return undefined;
}

/** The packets of a tunnel, as a crypto map sees them; undefined where an address can't be known. */
function outerPacket(walker: Walker, pair: InstalledPair): WalkedPacket | undefined {
  const { associations, other, own } = pair;
  const [source, destination] = [own.end.address, other.end.address];
  if (source === null || destination === null || hasTranslatorOnPath(own, other)) return undefined;
  const { ah } = transformProtocols(associations.transformSet);
  return {
    source,
    destination,
    protocol: ah ? 51 : 50,
    bytes: wrapped(walker, pair).bytes,
    ...(walker.packet.dontFragment && { dontFragment: true }),
  };
}

/** A further entry of the same router is for the tunnel's packets. */
function nestHere(walker: Walker, router: Router, pair: InstalledPair): Arrival | undefined {
  const route = routeOut(walker, router, pair.own.carriers[0]?.vrf ?? "");
  const { exit } = route;
  const entry = exit && nestingEntry(walker, router, exit, pair);
  if (!exit || entry === undefined) return undefined;
  if (dialectOf(router) === "xe17") {
    tell(walker, {
      kind: "crypto-map",
      router: router.id,
      interface: exit.name,
      verdict: "passes",
      title: "Not encrypted twice",
      explains: `Entry ${entry} is for the tunnel's own packets, but IOS-XE does not encrypt twice: they leave as they are.`,
      places: [placeAt({ router }, "interface", exit.name, "cryptoMap")],
    });
    return undefined;
  }
  return leave(walker, router, exit, route);
}

/** The next router on the tunnel's way has an entry for its packets. */
function nestNext(walker: Walker, router: Router, pair: InstalledPair): Arrival | undefined {
  const route = routeOut(walker, router, pair.own.carriers[0]?.vrf ?? "");
  const next = route.exit && !route.connected ? nextRouter(walker, router, route.exit, route) : undefined;
  if (!next || next.far || next.router.id === pair.other.router.id) return undefined;
  const { exit } = routeOut(walker, next.router, next.interface?.vrf ?? "");
  if (!exit || nestingEntry(walker, next.router, exit, pair) === undefined) return undefined;
  tell(walker, {
    kind: "transit",
    router: null,
    verdict: "passes",
    title: "Across",
    explains: `The tunnel's packet goes to ${nameOf(walker, next.router.id)}, which is on its way.`,
    peering: walker.inside.at(-1)?.peering ?? null,
  });
  return atRouter(walker, next.router.id, { by: "wire", interface: next.interface });
}

/**
 * The entry that is meant for a tunnel's packets: it names their protocol or their two ends, and does not lead to
 * where they go already. One for whatever there is takes what has not been through the map yet.
 */
function nestingEntry(walker: Walker, router: Router, exit: Interface, inner: InstalledPair): string | undefined {
  const set = mapOn(router, exit);
  if (!set) return undefined;
  const traffic = trafficOf(walker);
  const { taken, trials } = tryEntries(router, set, traffic, pairsOn(walker, router, exit, set));
  if (!taken || taken.view.entry === inner.own.view.entry) return undefined;
  const isMeant = taken.identity?.selectors.some(
    ({ destination, protocol, source }) =>
      protocol === traffic.protocol || (source.wildcard === 0 && destination.wildcard === 0),
  );
  const isOfSameEnds =
    router.id === inner.own.router.id &&
    taken.view.body.peers.some(({ peer }) => peer.kind === "address" && peer.address === inner.other.end.address);
  return isMeant === true && !isOfSameEnds ? trials.at(-1)?.entry : undefined;
}

/** The tunnel whose packet has come to its end, where that is this router. */
function ownTunnel({ inside, packet }: Walker, router: Router): WrappedPacket | undefined {
  const wrappedPacket = inside.at(-1);
  return wrappedPacket?.pair.other.router.id === router.id && isOwnAddress(router, packet.destination)
    ? wrappedPacket
    : undefined;
}

/** The way out carries no map, though one on another interface would protect the packet. */
function tellUncovered(walker: Walker, router: Router, exit: Interface): void {
  if (isGroupAddress(walker.packet.destination)) return;
  for (const set of cryptoMapSets(router.elements).values()) {
    const { trials, taken } = tryEntries(router, set, trafficOf(walker), []);
    const last = trials.at(-1);
    if (!taken || !last) continue;
    const carriers = set.carriers.map((one) => one.name).join(", ");
    tell(walker, {
      kind: "crypto-map",
      router: router.id,
      interface: exit.name,
      verdict: "passes",
      title: "No crypto map on this way",
      explains: `${exit.name} carries no crypto map, so nothing protects the packet. Entry ${last.entry} would, but crypto map ${set.name} ${
        carriers === "" ? "is applied to no interface" : `is on ${carriers}`
      }.`,
      places: [last.place, placeAt({ router }, "interface", exit.name)],
      rule: carriers === "" ? "map-unapplied" : "route-wrong-interface",
    });
    return;
  }
}

/** In clear: the list of the way out, then the wire to the next router or the host. */
function leaveInClear(walker: Walker, router: Router, exit: Interface, route: RouteOut): Arrival {
  const refused = filter(walker, router, exit, "out");
  if (refused) return refused;
  const { destination } = walker.packet;
  const name = nameOf(walker, router.id);
  if (isGroupAddress(destination)) {
    const outcome = `The packet leaves ${name} in clear by ${exit.name}; nobody follows it further here.`;
    tell(walker, {
      kind: "deliver",
      router: router.id,
      interface: exit.name,
      verdict: "passes",
      title: "Sent in clear",
      explains: outcome,
    });
    return { fate: "clear", outcome };
  }
  const next = route.connected ? endOfTunnel(walker, router) : nextRouter(walker, router, exit, route);
  if (next && walker.inside.length > 0) {
    tell(walker, {
      kind: "transit",
      router: null,
      verdict: "passes",
      title: "Across",
      explains: `The packet goes to ${nameOf(walker, next.router.id)} as it is: protected by the inner tunnel, and by no other one any more.`,
      peering: walker.inside.at(-1)?.peering ?? null,
    });
    return atRouter(walker, next.router.id, { by: "wire", interface: next.interface });
  }
  if (next) {
    const lonely = isPrivate(destination) && next.far;
    tell(walker, {
      kind: "transit",
      router: null,
      verdict: "passes",
      title: "Across in clear",
      explains: `The packet goes to ${nameOf(walker, next.router.id)} as it is: whoever stands between can read and change it.${
        lonely
          ? " The Internet carries no private addresses; what the far router would make of it is followed all the same."
          : ""
      }`,
    });
    return atRouter(walker, next.router.id, { by: "wire", interface: next.interface });
  }
  const outcome = route.connected
    ? `${name} hands the packet to ${formatIpv4(destination)} on ${exit.name}.`
    : `${name} hands the packet to ${
        route.nextHop === undefined ? "whoever comes next" : formatIpv4(route.nextHop)
      } by ${exit.name}, outside the design.`;
  tell(walker, {
    kind: "deliver",
    router: router.id,
    interface: exit.name,
    verdict: route.known ? "passes" : "unknown",
    title: route.connected ? "Delivered" : "Leaves the design",
    explains: outcome,
    places: [placeAt({ router }, "interface", exit.name, "address")],
  });
  return { fate: fateOf(walker), outcome, ...(route.connected && { at: { router: router.id, interface: exit.name } }) };
}

interface NextRouter {
  readonly router: Router;
  readonly interface: Interface | null;
  /** Beyond somebody else's network. */
  readonly far: boolean;
}

/** On its own network a tunnel's packet finds the router that the tunnel ends at. */
function endOfTunnel({ inside, packet }: Walker, from: Router): NextRouter | undefined {
  const end = inside.at(-1)?.pair.other.router;
  if (!end || end.id === from.id || !isOwnAddress(end, packet.destination)) return undefined;
  return { router: end, interface: interfaceTowards(end, packet.destination) ?? null, far: false };
}

/** The router that a packet in clear comes to next: its next hop, or beyond an outside network the one that has its destination. */
function nextRouter(walker: Walker, from: Router, exit: Interface, { nextHop }: RouteOut): NextRouter | undefined {
  const others = [...walker.design.routers.values()].filter((one) => one.id !== from.id);
  if (nextHop !== undefined) {
    const hop = others.find((one) => isOwnAddress(one, nextHop));
    if (hop) return { router: hop, interface: interfaceTowards(hop, nextHop) ?? null, far: false };
  }
  const attached = [...walker.design.clouds.values()].some(({ attachments }) =>
    attachments.some((one) => one.router === from.id && one.interface === exit.name),
  );
  if (!exit.cryptoMap && exit.nat !== "outside" && !attached) return undefined;
  const { destination } = walker.packet;
  const far =
    others.find((one) => isOwnAddress(one, destination)) ?? others.find((one) => interfaceTowards(one, destination));
  if (!far) return undefined;
  const towards = interfaceTowards(far, destination);
  return { router: far, interface: outsideOf(far, isOwnAddress(far, destination) ? undefined : towards), far: true };
}

/** The interface that a router meets the outside by. */
function outsideOf(router: Router, inside: Interface | undefined): Interface | null {
  const all = [...router.elements.interface.values()].filter((one) => one !== inside && !one.shutdown);
  return all.find((one) => one.cryptoMap) ?? all.find((one) => one.nat === "outside") ?? all[0] ?? null;
}

function fateOf(walker: Walker): Arrival["fate"] {
  return walker.unsure ? "unknown" : walker.wasProtected ? "protected" : "clear";
}
